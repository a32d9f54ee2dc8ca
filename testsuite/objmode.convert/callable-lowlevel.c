/* SciPy calls C functions without Python in between: NAME.lowlevel and
   NAME.lowlevel_with.  */
/* { dg-do run } */
/* { dg-require-effective-target scipy } */
/* { dg-additional-options "-lm" } */
#include "check.h"
#include <math.h>
#include <stdint.h>
struct scale { double factor; int calls; };
typedef double real;
static int python_calls;
static double square (double x) { return x * x; }
static real named (const real x) { return 2 * x; }
static double scaled (double x, void *data)
{
  struct scale *s = data;
  if (!s) return -1;
  s->calls++;
  return s->factor * x;
}
static double scaled_const (double x, const void *data) { return *(const double *) data * x; }
static double product (int n, double *x) { double p = 1; while (n-- > 0) p *= x[n]; return p; }
static double product_const (int n, const double x[n]) { double p = 1; while (n-- > 0) p *= x[n]; return p; }
static double powers (int n, double *x, void *data) { return n == 1 ? pow (x[0], *(double *) data) : NAN; }
static int largest (double *buffer, intptr_t n, double *result, void *data)
{
  *result = buffer[0];
  for (intptr_t i = 1; i < n; i++) *result = fmax (*result, buffer[i]);
  if (data) *result += *(double *) data;
  return 1;
}
static int line (double *in, long n_in, double *out, long n_out, void *data)
{
  (void) data;
  for (long i = 0; i < n_out; i++) out[i] = in[i + (n_in - n_out) / 2] * 10;
  return 1;
}
static int shift (intptr_t *to, double *from, int n_to, int n_from, void *data)
{
  if (n_to != 1 || n_from != 1) return 0;
  from[0] = to[0] - *(double *) data;
  return 1;
}
static double with_block (double x)
{
  double y;
  with_objmode (y) { R"( y = x + 1 )"; }
  python_calls++;
  return y;
}
static int failures;
static void handler (const objmode_error_info *e) { CHECK (!strcmp (e->type, "BufferError")); failures++; }

objmode_module {
  R"(
    import numpy as np, ctypes
    from scipy import LowLevelCallable
    from scipy.integrate import quad, nquad
    from scipy import ndimage
    def area (f, *a, **k): return round (quad (f, 0, 3, *a, **k)[0], 9)
  )";
}

int
main (void)
{
  struct scale s = { 2, 0 };
  double u[2] = { 3, 4 };
  double (*fp) (double) = square;
  with_objmode (s) { R"(
    l = square.lowlevel
    assert type (l) is LowLevelCallable and l.signature == 'double (double)' and l.user_data is None
    assert square.lowlevel is l and fp.lowlevel is l
    assert area (l) == 9 and area (named.lowlevel) == 9
    assert [f.lowlevel.signature for f in (named, scaled, scaled_const, product, product_const, powers)] == [
        'double (double)', *['double (double, void *)'] * 2, *['double (int, double *)'] * 2, 'double (int, double *, void *)']
    assert largest.lowlevel.signature == 'int (double *, intptr_t, double *, void *)'
    assert line.lowlevel.signature == 'int (double *, intptr_t, double *, intptr_t, void *)'
    assert shift.lowlevel.signature == 'int (intptr_t *, double *, int, int, void *)'
    # Without data, the pointer is null.
    assert area (scaled.lowlevel) == -3 and area (scaled.lowlevel_with (None)) == -3 and area (scaled.lowlevel_with (0)) == -3
    assert area (product.lowlevel, args=(2., 5.)) == 45 and area (product_const.lowlevel, args=(2.,)) == 9
    assert round (nquad (product.lowlevel, [[0, 1], [0, 2]])[0], 9) == 1
    # A view, a struct's own memory.
    assert area (scaled.lowlevel_with (s)) == 9 and s.calls > 0
    copy = s.copy ()
    copy.factor = 4
    l = scaled.lowlevel_with (copy)
    del copy
    assert area (l) == 18
    # An array, an address, any buffer, which is kept.
    a = np.array ([2.])
    assert area (powers.lowlevel_with (a)) == 9 and area (powers.lowlevel_with (a.ctypes.data)) == 9
    assert area (powers.lowlevel_with (np.uintp (a.ctypes.data))) == 9
    assert area (scaled_const.lowlevel_with (a.tobytes ())) == 9
    l = powers.lowlevel_with (np.array ([2.]))
    for i in range (1000): np.array ([7.])
    assert area (l) == 9
    b = bytearray (a)
    l = powers.lowlevel_with (b)
    assert area (l) == 9
    try: b.append (1)
    except BufferError: pass
    else: assert False
    del l
    b.append (1)
    assert area (scaled.lowlevel_with (s)) == 9
    # scipy.ndimage.
    x = np.arange (5.)
    assert ndimage.generic_filter (x, largest.lowlevel, 3).tolist () == [1, 2, 3, 4, 4]
    assert ndimage.generic_filter (x, largest.lowlevel_with (a), 3).tolist () == [3, 4, 5, 6, 6]
    assert ndimage.generic_filter1d (x, line.lowlevel, 3).tolist () == [0, 10, 20, 30, 40]
    assert ndimage.geometric_transform (x, shift.lowlevel_with (a), order=1).tolist () == [0, 0, 0, 1, 2]
    # A function that crosses itself.
    assert area (with_block.lowlevel) == 7.5
  )"; }
  CHECK (python_calls > 0 && s.calls > 0);

  /* A view of C memory ends with the block, also as data.  */
  objmode_set_error_handler (handler);
  with_objmode (u) { R"(
    global kept
    kept = powers.lowlevel_with (u)
  )"; }
  CHECK (failures == 1);
  with_objmode () { R"( global kept; del kept )"; }
  with_objmode (u) { R"( assert area (powers.lowlevel_with (u[1:])) == 48.6 )"; }
  CHECK (failures == 1);
  return 0;
}
