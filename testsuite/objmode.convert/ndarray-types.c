/* OBJMODE_ARRAY: the types of elements, and what is refused.  */
/* { dg-do run } */
/* { dg-additional-options "-lm" } */
#include "check.h"
#include <complex.h>
#include <stdbool.h>

struct point { double x; signed char c; float z[2]; };
struct __attribute__ ((packed)) tight { char c; double d; };

objmode_module
{
  R"py(
    import numpy as np
    point = np.dtype([('x', 'f8'), ('c', 'i1'), ('z', 'f4', (2,))], align=True)
    tight = np.dtype([('c', 'i1'), ('d', 'f8')])
    def odd(dtype, n, offset):
        size = np.dtype(dtype).itemsize
        return np.zeros(n * size + 16, 'u1')[offset:offset + n * size].view(dtype)
  )py";
}

#define EXACT(T, NAME, VALUE, TEST) \
  do \
    { \
      OBJMODE_ARRAY (T, 1) a = { 0 }; \
      int rc = -1, y = 0; \
      with_objmode (a) { "a = np.array ([0, " VALUE "], '" NAME "')"; } \
      CHECK (a.shape[0] == 2 && TEST); \
      with_objmode (a, y) { "y = a[1] == " VALUE "; a = np.zeros (0, '" NAME "')"; } \
      CHECK (y == 1); \
      with_objmode (a, error (rc)) { "a = np.zeros (1, '>" NAME "') if np.dtype ('" NAME "').itemsize > 1 else 0"; } \
      CHECK (rc && strcmp (objmode_error ()->type, "TypeError") == 0); \
      with_objmode (a, error (rc)) { "a = np.zeros ((1, 1), '" NAME "')"; } \
      CHECK (rc && strstr (last_error (), "the array has 2 dimensions, not 1")); \
      with_objmode (a, error (rc)) { "a = np.zeros (1, 'M8[s]')"; } \
      CHECK (rc && strstr (last_error (), "the array has dtype datetime64[s], not ")); \
      objmode_array_release (&a); \
    } \
  while (0)

#define REFUSED(A, TEXT, MESSAGE) \
  do \
    { \
      int rc = 0; \
      with_objmode (A, error (rc)) { TEXT; } \
      CHECK (rc); \
      if (!strstr (last_error (), MESSAGE)) \
	{ \
	  puts (last_error ()); \
	  CHECK (!MESSAGE); \
	} \
    } \
  while (0)

int
main (void)
{
  EXACT (bool, "?", "True", a.data[1]);
  EXACT (char, "i1", "-3", a.data[1] == -3);
  EXACT (unsigned char, "u1", "200", a.data[1] == 200);
  EXACT (short, "i2", "-300", a.data[1] == -300);
  EXACT (int, "i4", "-70000", a.data[1] == -70000);
  EXACT (unsigned, "u4", "4000000000", a.data[1] == 4000000000);
  EXACT (long, "i8", "-2**40", a.data[1] == -(1L << 40));
  EXACT (long long, "q", "2**40", a.data[1] == 1LL << 40);
  EXACT (size_t, "u8", "2**63", a.data[1] == (size_t) 1 << 63);
#ifdef __FLT16_MAX__
  EXACT (_Float16, "f2", "1.5", a.data[1] == 1.5f);
#endif
  EXACT (float, "f4", "1.5", a.data[1] == 1.5f);
  EXACT (long double, "g", "np.longdouble (1) + 2.0**-60", a.data[1] - 1 == 0x1p-60L);
  EXACT (float _Complex, "F", "1+2j", a.data[1] == 1 + 2 * I);
  EXACT (double _Complex, "D", "1+2j", a.data[1] == 1 + 2 * I);
  EXACT (long double _Complex, "G", "1+2j", a.data[1] == 1 + 2 * I);

  /* Structs.  */
  OBJMODE_ARRAY (struct point, 1) p = { 0 };
  OBJMODE_ARRAY (struct tight, 1) t = { 0 };
  int y = 0;
  with_objmode (p, t) { R"(
    p = np.zeros (3, point)
    p[1] = 1.5, -2, (3, 4)
    t = odd (tight, 2, 1)
    t['d'] = 7
  )"; }
  CHECK (p.shape[0] == 3 && p.strides[0] == 1 && p.data[1].z[1] == 4);
  CHECK (p.data[1].c == -2 && t.data[1].d == 7);
  with_objmode (y) { "y = (p['x'] == [0, 1.5, 0]).all () and t.dtype == tight"; }
  CHECK_NUM (y, 1);
  OBJMODE_ARRAY (double, 1) x = { 0 };
  with_objmode (x) { "x = p['x']"; }
  CHECK (x.strides[0] * sizeof (double) == sizeof (struct point));
  CHECK_NUM (x.data[x.strides[0]], 1.5);
  objmode_array_release (&p);
  CHECK_NUM (x.data[x.strides[0]], 1.5);
  REFUSED (x, "x = t['d'][::1]", "'x' (C OBJMODE_ARRAY (double, 1)): ");
  REFUSED (x, "x = np.zeros (9, 'i1,f8,i4,i2,i1')['f1']", "the array is not aligned");
  REFUSED (x, "x = odd ('f8', 20, 0).view ('u1')[:156].view ([('a', 'f8'), ('b', 'f4')])['a']",
	   "ValueError: " __FILE__);
  CHECK (strstr (last_error (), "the stride of dimension 0 is 12 bytes, which is not a multiple of the element size 8"));
  REFUSED (t, "t = np.zeros (1, point)", "TypeError: ");
  REFUSED (x, "x = odd ('f8', 2, 4)", "ValueError: ");
  CHECK (strstr (last_error (), "the array is not aligned"));
  REFUSED (x, "x = np.ma.array ([1.0], mask=[True])", "a masked array does not have a value for each element");
  REFUSED (x, "x = [1.0]", "TypeError: ");
  REFUSED (x, "x = 1.0", "1.0 is not a NumPy array");
  REFUSED (x, "x = np.float64 (1)", "is not a NumPy array");
  REFUSED (x, "x = None", "None is not a NumPy array");
  REFUSED (x, "x = np.zeros (2, 'f4')", "the array has dtype float32, not float64");
  REFUSED (x, "x = np.array (1.0)", "the array has 0 dimensions, not 1");
  REFUSED (x, "x = np.broadcast_to (1.0, 3)", "ValueError: ");
  CHECK (strstr (last_error (), "the array is read-only"));
  REFUSED (x, "x = np.frombuffer (b'12345678')", "the array is read-only");
  objmode_array_release (&x);
  objmode_array_release (&t);

  /* Const elements may be read-only; a mapped file, a matrix are arrays.  */
  OBJMODE_ARRAY (const double, 1) c = { 0 };
  OBJMODE_ARRAY (double, 2) m = { 0 };
  with_objmode (c) { "c = np.broadcast_to (1.5, 3)"; }
  CHECK (c.shape[0] == 3 && c.strides[0] == 0 && c.data[0] == 1.5);
  with_objmode (c) { "c = np.arange (2.0)"; }
  CHECK_NUM (c.data[1], 1);
  with_objmode (m) { "m = np.matrix ('1 2; 3 4')*1.0"; }
  CHECK_NUM (m.data[3], 4);
  with_objmode (y) { "y = type (m) is np.matrix"; }
  CHECK_NUM (y, 1);
  objmode_array_release (&m);
  /* Extents of 1 and 0 may have any strides.  */
  with_objmode (m) { "m = np.zeros ((4, 9))[:1, ::9]; m[0, 0] = 3"; }
  CHECK (m.shape[0] == 1 && m.shape[1] == 1 && m.data[0] == 3);
  with_objmode (y, m) { "y = m[0, 0] == 3; m = np.zeros ((0, 7))"; }
  CHECK (y == 1 && m.shape[1] == 7);
  with_objmode (m) { "m = np.lib.stride_tricks.as_strided (np.ones (1), (1, 1), (3, 5))"; }
  CHECK_NUM (m.data[0], 1);
  /* Layouts.  */
  with_objmode (m = "float64[:, ::1]") { "m = np.zeros ((2, 3))"; }
  REFUSED (m = "float64[:, ::1]", "m = np.zeros ((2, 3)).T", "the array is not contiguous in C order");
  with_objmode (m = "float64[::1, :]") { "m = np.arange (6.0).reshape (2, 3).T"; }
  CHECK (m.shape[0] == 3 && m.data[5] == 5);
  REFUSED (m = "[:, ::1]", "m += 1", "'m' (C OBJMODE_ARRAY (double, 2)): is not contiguous in C order");
  objmode_array_release (&m);
  objmode_array_release (&c);
  return 0;
}
