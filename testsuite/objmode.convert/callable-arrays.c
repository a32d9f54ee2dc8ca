/* Pointer parameters: memory that is not copied.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
#include <stdbool.h>
#include <stdint.h>
#define DEFINE(NAME, TYPE) \
static void twice_##NAME (size_t n, TYPE *restrict x) \
{ for (size_t i = 0; i < n; i++) x[i] += x[i]; }
DEFINE (b, signed char) DEFINE (B, unsigned char) DEFINE (h, short)
DEFINE (H, unsigned short) DEFINE (i, int) DEFINE (I, unsigned) DEFINE (l, long)
DEFINE (L, unsigned long) DEFINE (q, long long) DEFINE (f, float)
DEFINE (d, double) DEFINE (g, long double) DEFINE (F, float _Complex)
DEFINE (D, double _Complex)
static int some (int n, const bool p[n]) { while (n > 0) if (p[--n]) return 1; return 0; }
static double total (int n, int m, const double *x)
{
  double s = 0;
  for (int i = 0; i < n * m; i++)
    s += x[i];
  return s;
}
static void fill (char *buffer, size_t size) { snprintf (buffer, size, "%s", "filled"); }
static const double *same (const double *x) { return x; }

int
main (void)
{
  int y = 0;
  double a[4] = { 1, 2, 3, 4 };
  with_objmode (y) { R"(
    import numpy as np, array, ctypes
    for code, f in dict (b=twice_b, B=twice_B, h=twice_h, H=twice_H, i=twice_i, I=twice_I, l=twice_l,
                         L=twice_L, q=twice_q, f=twice_f, d=twice_d, g=twice_g, F=twice_F, D=twice_D).items ():
        x = np.arange (5).astype (code)
        f (5, x)
        assert x.tolist () == [0, 2, 4, 6, 8], code
        if code not in 'gFD':
            x = array.array (code, range (5)) if code not in 'fd' else array.array (code, map (float, range (5)))
            f (n=5, x=x)
            assert x.tolist () == [0, 2, 4, 6, 8], code
    assert some (2, np.array ([False, True])) == 1 and some (1, np.zeros (1, '?')) == 0
    p = (ctypes.c_double * 3) (1, 2, 3)
    twice_d (2, p)
    assert list (p) == [2, 4, 3]
    assert total (2, 3, np.ones ((2, 3))) == 6 and total (0, 0, None) == 0
    b = bytearray (10)
    fill (b, 10)
    assert b == b'filled\0\0\0\0'
    fill (memoryview (b)[6:], 4)
    assert b == b'filledfil\0'
    # The memory of C itself.
    twice_d (4, a)
    assert same (a) == a.ctypes.data and same (None) == 0
    twice_d (2, a[1:3])
    y = 1
  )"; }
  CHECK (y == 1 && a[0] == 2 && a[1] == 8 && a[2] == 12 && a[3] == 8);
  return 0;
}
