/* C functions without a ufunc: an AttributeError, so that hasattr works.  A
   TypeError about an array names the ufunc that there is.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-additional-options "-Wno-psabi" } */
#include "check.h"
struct pair { int a, b; };
static double half (double x) { return x / 2; }
static double plain (double x) { return x / 2; }
static int whole (int x) { return x; }
static void quiet (double x) { (void) x; }
static double nothing (void) { return 0; }
static double first (const double *x) { return *x; }
static int length (const char *s) { return s != 0; }
static int part (struct pair p) { return p.a; }
static __int128 huge (__int128 x) { return x; }
static double data (double x, void *p) { (void) p; return x; }
static double most (double p0, double p1, double p2, double p3, double p4, double p5, double p6, double p7, double p8, double p9, double p10, double p11, double p12, double p13, double p14, double p15, double p16, double p17, double p18, double p19, double p20, double p21, double p22, double p23, double p24, double p25, double p26, double p27, double p28, double p29, double last)
{
  return last + p0 + p1 + p2 + p3 + p4 + p5 + p6 + p7 + p8 + p9 + p10 + p11 + p12 + p13 + p14 + p15 + p16 + p17 + p18 + p19 + p20 + p21 + p22 + p23 + p24 + p25 + p26 + p27 + p28 + p29;
}
static double excessive (double p0, double p1, double p2, double p3, double p4, double p5, double p6, double p7, double p8, double p9, double p10, double p11, double p12, double p13, double p14, double p15, double p16, double p17, double p18, double p19, double p20, double p21, double p22, double p23, double p24, double p25, double p26, double p27, double p28, double p29, double p30, double last)
{
  return last + p0 + p1 + p2 + p3 + p4 + p5 + p6 + p7 + p8 + p9 + p10 + p11 + p12 + p13 + p14 + p15 + p16 + p17 + p18 + p19 + p20 + p21 + p22 + p23 + p24 + p25 + p26 + p27 + p28 + p29 + p30;
}

int
main (void)
{
  double y = 0;
  double (*fp) (double) = plain;
  with_objmode (y, fp) { R"(
    import numpy as np, inspect, sys
    def fails (kind, message, f, *args):
        try: f (*args)
        except Exception as e: assert type (e) is kind and str (e) == message, (type (e), str (e))
        else: assert False, message
    there = half.ufunc, whole.ufunc, most.ufunc
    assert most.ufunc (*[0] * 30, [3, 4]).tolist () == [3, 4]
    for f in (lambda: quiet.ufunc, lambda: nothing.ufunc, lambda: first.ufunc, lambda: length.ufunc,
              lambda: part.ufunc, lambda: huge.ufunc, lambda: data.ufunc, lambda: excessive.ufunc):
        try: f ()
        except AttributeError as e: assert 'must be numbers' in str (e)
        else: assert False, f
    name = 'plain'
    assert not hasattr (plain, 'ufunc') and not hasattr (fp, 'ufunc')
    inspect.getmembers (plain)
    fails (AttributeError, "plain.ufunc: there is not one; the C file must have 'plain.ufunc' in a text, and the parameters "
           "and the result of 'double plain (double x)' must be numbers", getattr, plain, 'ufunc')
    array = np.zeros (3)
    fails (TypeError, "half() argument 'x' (C double): an array of shape (3,) is not a real number; half.ufunc takes arrays", half, array)
    fails (TypeError, "whole() argument 'x' (C int): an array of shape (3,) is not an integer; whole.ufunc takes arrays", whole, array)
    fails (TypeError, "plain() argument 'x' (C double): an array of shape (3,) is not a real number", plain, array)
    # What NumPy refuses.
    fails (TypeError, "half() takes from 1 to 2 positional arguments but 0 were given", half.ufunc)
    try: half.ufunc ('x')
    except TypeError as e: assert "ufunc 'half'" in str (e)
    else: assert False
    # The ufunc is kept, and made once.
    n = sys.getrefcount (half.ufunc)
    for i in range (100): half.ufunc (array)
    assert sys.getrefcount (half.ufunc) == n
    y = 1
  )"; }
  CHECK (y == 1);
  return 0;
}
