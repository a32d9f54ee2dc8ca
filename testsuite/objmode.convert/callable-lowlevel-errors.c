/* C functions that cannot be a scipy.LowLevelCallable: an AttributeError, so
   that hasattr works.  Data that cannot be given.  */
/* { dg-do run } */
/* { dg-require-effective-target scipy } */
#include "check.h"
#include <stdint.h>
struct data { double a; };
static double square (double x) { return x * x; }
static double given (double x, void *data) { (void) data; return x; }
static double with_const (double x, const void *data) { (void) data; return x; }
static float narrow (float x) { return x; }
static long double wide (long double x) { return x; }
static double two (double x, double y) { return x + y; }
static void none (void) { }
static double nothing (void) { return 0; }
static void quiet (double x) { (void) x; }
static double matrix (int n, double (*x)[3]) { (void) n; return x[0][0]; }
static double floats (int n, float *x) { (void) n; return x[0]; }
static double unsigned_count (unsigned n, double *x) { (void) n; return x[0]; }
static double typed (double x, struct data *d) { return x * d->a; }
static double complexes (int n, _Complex double *x) { (void) n; return __real__ x[0]; }
static double *pointer (double x) { (void) x; return 0; }
static _Bool truth (double *b, intptr_t n, double *r, void *d) { (void) b, (void) n, (void) r, (void) d; return 1; }
static double many (double a, double b, double c, double d, double e, double f, double g, double h, double i)
{
  return a + b + c + d + e + f + g + h + i;
}

int
main (void)
{
  with_objmode () { R"(
    import numpy as np, sys, inspect
    def fails (kind, message, f, *args):
        try: f (*args)
        except Exception as e: assert type (e) is kind and str (e) == message, (type (e), str (e))
        else: assert False, message
    functions = [narrow, wide, two, none, nothing, quiet, matrix, floats, unsigned_count, typed, complexes, pointer, truth, many]
    for f in functions:
        assert not hasattr (f, 'lowlevel') and not hasattr (f, 'lowlevel_with'), f
    assert hasattr (given, 'lowlevel') and hasattr (given, 'lowlevel_with')
    assert hasattr (square, 'lowlevel') and not hasattr (square, 'lowlevel_with')
    assert hasattr (with_const, 'lowlevel') and hasattr (with_const, 'lowlevel_with')
    inspect.getmembers (two)
    fails (AttributeError, "two.lowlevel: SciPy does not know the signature of 'double two (double x, double y)'; give it the function itself", lambda: two.lowlevel)
    fails (AttributeError, "two.lowlevel_with: SciPy does not know the signature of 'double two (double x, double y)'; give it the function itself", lambda: two.lowlevel_with)
    fails (AttributeError, "square.lowlevel_with: 'double square (double x)' does not have a parameter 'void *' for data; use square.lowlevel", lambda: square.lowlevel_with)
    w = with_const.lowlevel_with
    fails (TypeError, "with_const() argument 'data' (C const void *): list object is not an address, a buffer or None", w, [1])
    fails (TypeError, "with_const() argument 'data' (C const void *): float object is not an address, a buffer or None", w, 1.5)
    fails (ValueError, "with_const() argument 'data' (C const void *): numpy.ndarray object is not C-contiguous", w, np.zeros (4)[::2])
    fails (TypeError, 'function.lowlevel_with() takes exactly one argument (0 given)', w)
    w = given.lowlevel_with
    fails (ValueError, "given() argument 'data' (C void *): bytes object is read-only", w, b'12345678')
    assert w (bytearray (8)) and w (bytearray ()) and w (0).user_data is None
    # Nothing is left of what was refused or released.
    class Array (np.ndarray): pass
    a = np.zeros (4).view (Array)
    n = sys.getrefcount (a)
    for i in range (100):
        fails (ValueError, "given() argument 'data' (C void *): Array object is not C-contiguous", w, a[::2])
        w (a)
    assert sys.getrefcount (a) == n
    l = w (a)
    assert sys.getrefcount (a) > n
    del l
    assert sys.getrefcount (a) == n
  )"; }
  return 0;
}
