/* Many inputs and outputs of one block, and many blocks.  */
/* { dg-do run } */
#include "check.h"
#define B(N) with_objmode (x) { "x = x + " #N; }
#define B10(N) B (N) B (N) B (N) B (N) B (N) B (N) B (N) B (N) B (N) B (N)

int
main (void)
{
  int a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9, j = 10;
  double k = 11, l = 12, m = 13, n = 14, o = 15, p = 16, q = 17, r = 18;
  int x;
  with_objmode (x, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r) { R"(
    x = a + b + c + d + e + f + g + h + i + j + int (k + l + m + n + o + p + q + r)
    a = b = c = d = e = f = g = h = i = j = 1
    k = l = m = n = o = p = q = r = 1
  )"; }
  CHECK (x == 171 && a + b + c + d + e + f + g + h + i + j == 10);
  CHECK (k + l + m + n + o + p + q + r == 8);
  x = 0;
  B10 (1) B10 (2) B10 (3)
  CHECK_NUM (x, 60);
  return 0;
}
