/* Pointers with extents and strides.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

int
main (void)
{
  double data[24], *p = data;
  int n = 3, m = 4, ld = 6, y;
  for (int i = 0; i < 24; i++)
    data[i] = i;
  with_objmode (p = "float64[n]") { "assert p.tolist () == [0, 1, 2]; p[1] = 50"; }
  CHECK (data[1] == 50); data[1] = 1;
  with_objmode (p = "[n, m]") { "assert p.shape == (3, 4) and p[1, 0] == 4 and p.flags.c_contiguous"; }
  /* A leading dimension.  */
  with_objmode (p = "float64[n : ld, m]") { "assert p.shape == (3, 4) and p[1, 0] == 6 and p[2, 3] == 15; p[2] = 0"; }
  CHECK (data[12] == 0 && data[15] == 0 && data[16] == 16);
  /* Fortran order.  */
  with_objmode (p = "float64[n : 1, m : n]") { "assert p.flags.f_contiguous and p[1, 0] == 1 and p[0, 1] == 3"; }
  /* Every second element, and backwards.  */
  with_objmode (p = "[n : 2]") { "assert p.tolist () == [0, 2, 4]"; }
  with_objmode (q (data + 23) = "[4 : -1]") { "assert q.tolist () == [23, 22, 21, 20]"; }
  /* A missing stride is that of C order for the next dimension.  */
  with_objmode (p = "[2, 3 : 4, 2]") { "assert p.strides == (96, 32, 8), p.strides"; }
  /* The extents are expressions.  */
  with_objmode (y, p = "[(n > 2 ? n : 2) * 2, sizeof (int)]") { "y = p.shape == (6, 4)"; }
  CHECK_NUM (y, 1);
  const double (*rows)[4] = (const double (*)[4]) data;
  with_objmode (y, rows = "[n]") { "y = rows.shape == (3, 4) and not rows.flags.writeable"; }
  CHECK_NUM (y, 1);
  with_objmode (y, rows = "[n, 4]") { "y = rows.shape == (3, 4)"; }
  CHECK_NUM (y, 1);
  return 0;
}
