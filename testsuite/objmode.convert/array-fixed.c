/* Arrays of fixed size: views without a copy, of all element types.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
static double mat[3][4];

int
main (void)
{
  _Bool b[2] = { 1, 0 }; signed char sc[2] = { -1, 2 };
  unsigned char uc[2] = { 255, 1 }; short s[2] = { -300, 4 };
  unsigned short us[2] = { 65535, 1 }; int i[2] = { -5, 6 };
  unsigned u[2] = { 4000000000u, 1 }; long l[2] = { -7, 8 };
  unsigned long ul[2] = { -1ul, 9 }; long long ll[1] = { 10 };
  float f[2] = { 1.5f, 2 }; double d[2] = { 2.5, 3 };
  int8_t cube[2][3][4]; size_t sz[1] = { 3 };
  memset (cube, 1, sizeof cube);
  with_objmode () { R"py(
    import numpy as np
    for a, t in ((b, 'bool'), (sc, 'int8'), (uc, 'uint8'), (s, 'int16'),
                 (us, 'uint16'), (i, 'int32'), (u, 'uint32'), (l, 'int64'),
                 (ul, 'uint64'), (ll, 'int64'), (f, 'float32'),
                 (d, 'float64'), (sz, 'uint64')):
        assert type (a) is np.ndarray and a.dtype == t, (a.dtype, t)
        assert a.flags.writeable and a.flags.c_contiguous and a.ndim == 1
        a[0] = 1
    assert cube.shape == (2, 3, 4) and cube.sum () == 24
    cube[1, 2, 3] = 9
    mat[1, 2] = 5
    assert mat.shape == (3, 4) and mat.strides == (32, 8)
    mat[2] += 1
  )py"; }
  CHECK (b[0] && sc[0] == 1 && uc[0] == 1 && s[0] == 1 && us[0] == 1);
  CHECK (i[0] == 1 && u[0] == 1 && l[0] == 1 && ul[0] == 1 && ll[0] == 1);
  CHECK (f[0] == 1 && d[0] == 1 && sz[0] == 1 && f[1] == 2 && d[1] == 3);
  CHECK (cube[1][2][3] == 9 && mat[1][2] == 5 && mat[2][3] == 1);
  return 0;
}
