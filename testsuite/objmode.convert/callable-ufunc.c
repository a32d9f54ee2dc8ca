/* NAME.ufunc is a ufunc of NumPy, whose loop the plugin makes.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-additional-options "-lm" } */
/* { dg-additional-sources "callable-ufunc-aux.c" } */
#include "check.h"
#include <complex.h>
#include <math.h>
#include <stdint.h>
typedef double real;
enum colour { RED, GREEN = 7 };
extern int shared (int x);
extern double late (double x);
extern void other_unit (void);
static double half (double x) { return x / 2; }
static real mixed (const real x, short n, _Bool negate) { return (negate ? -x : x) * n; }
static float single (float x, float y) { return x + y; }
static uint64_t big (uint8_t a, int8_t b, uint16_t c, int64_t d) { return a + b + c + (uint64_t) d; }
static signed char narrow (int x) { return (signed char) x; }
static _Bool odd (long n) { return n & 1; }
static double complex turn (double complex z, float complex w) { return z * I + w; }
static long double wide (long double x) { return x + 1; }
static enum colour following (enum colour c) { return c == RED ? GREEN : RED; }
static double in_module (double x) { return x + 100; }
static double nested (double x) { return 3 * x; }
static double earlier (double x) { return 5 * x; }
static double many (double a, double b, double c, double d, double e, double f) { return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f; }
static double with_block (double x)
{
  double y;
  with_objmode (y) { R"( y = x + 1 )"; }
  return y;
}

objmode_module {
  R"(
    import numpy as np
    def add (x): return in_module.ufunc (x)
  )";
}

int
main (void)
{
  double u[4] = { 1, 2, 3, 4 }, y;
  with_objmode (y) { R"( y = earlier (2) if late (1) == 7 else 0 )"; }
  CHECK (y == 10);
  with_objmode (u) { R"(
    f = half.ufunc
    assert type (f) is np.ufunc and f is half.ufunc and f.nin == 1 and f.nout == 1 and f.types == ['d->d']
    assert f.__name__ == 'half' and 'double half (double x)' in f.__doc__
    assert f (3) == 1.5 and f ([1, 2]).tolist () == [.5, 1]
    x = np.arange (24.).reshape (2, 3, 4)
    assert (f (x) == x / 2).all () and (f (x[:, ::-2, 1::2]) == x[:, ::-2, 1::2] / 2).all () and (f (x.T) == x.T / 2).all ()
    assert f (np.zeros ((0, 3))).shape == (0, 3)
    z = np.zeros ((2, 3, 4))
    assert f (x, out=z) is z and (z == x / 2).all ()
    f (x, out=x, where=x > 5)
    assert x[0, 0, 3] == 3 and x[1, 2, 3] == 11.5
    f (u, out=u)
    big_x = np.arange (100000.)
    assert (f (big_x) == big_x / 2).all () and (f (big_x.astype ('f4')) == big_x / 2).all () and (f (big_x.astype ('>f8')) == big_x / 2).all ()
    assert mixed.ufunc.types == ['dh?->d'] and mixed.ufunc ([1, 2.5], 2, [[True], [False]]).tolist () == [[-2, -5], [2, 5]]
    assert single.ufunc (np.float32 (.1), np.float32 (.2)).dtype == 'f4' and single.ufunc.reduce (np.ones (5, 'f4')) == 5
    assert single.ufunc.outer (np.ones (2, 'f4'), np.arange (3, dtype='f4')).tolist () == [[1, 2, 3]] * 2
    assert big.ufunc (np.uint8 (255), np.int8 (-1), np.uint16 (65535), np.int64 (2**62)) == 255 - 1 + 65535 + 2**62
    assert narrow.ufunc (np.array ([1, 128, -300], 'i')).tolist () == [1, -128, -44] and narrow.ufunc (np.intc (5)).dtype == 'i1'
    assert odd.ufunc ([1, 2, -3]).tolist () == [True, False, True]
    assert turn.ufunc ([1 + 2j], np.complex64 (1j)).tolist () == [-2 + 2j]
    assert wide.ufunc (np.longdouble (2) ** 60) == np.longdouble (2) ** 60 + 1
    assert following.ufunc (np.array ([0, 7], 'u4')).tolist () == [7, 0]
    assert many.ufunc (1, 1, 1, 1, [1, 2], 1).tolist () == [21, 26]
    assert add ([1, 2]).tolist () == [101, 102] and in_module.ufunc (1) == 101
    def g (x): return (lambda y: [nested.ufunc (y) for i in (1,)]) (x)
    assert g (2) == [6] and nested.ufunc (1) == 3
    assert earlier.ufunc ([2]).tolist () == [10]
    assert with_block.ufunc (np.arange (1000.)).sum () == 999 * 500 + 1000
    assert shared.ufunc (np.array ([1, 2], 'i')).tolist () == [2, 3]
    # All at once, from several threads: the loop does not hold the GIL.
    from concurrent.futures import ThreadPoolExecutor
    with ThreadPoolExecutor (4) as p:
        for r in p.map (lambda i: (f (big_x + i) == (big_x + i) / 2).all (), range (8)): assert r
  )"; }
  CHECK (u[0] == .5 && u[3] == 2);
  other_unit ();
  return 0;
}
