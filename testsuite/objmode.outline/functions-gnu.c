/* Statement expressions, nested functions, inline functions, recursion.  */
/* { dg-do run } */
#include "check.h"

static int
outer (int n)
{
  int total = 0;
  int inner (int k)
  {
    int r;
    with_objmode (r) { "r = k * n"; }
    with_objmode (total) { "total += r"; }
    return r;
  }
  int a = inner (2), b = inner (3);
  with_objmode (total) { "total += 1000"; }
  return a + b + total;
}

static inline __attribute__ ((always_inline)) int
inlined (int x)
{
  with_objmode (x) { "x = x + 1"; }
  return x;
}

static int
factorial (int n)
{
  int below = n > 1 ? factorial (n - 1) : 1, r;
  with_objmode (r) { "r = n * below"; }
  return r;
}

int
main (void)
{
  int m = ({ int r; with_objmode (r) { "r = 21"; } r * 2; });
  CHECK_NUM (m, 42);
  CHECK (outer (10) == 20 + 30 + 50 + 1000);
  CHECK (inlined (1) + inlined (2) == 5);
  CHECK (factorial (10) == 3628800);
  return 0;
}
