/* The dimensions that a pointer to an array declares are the last ones of its
   type string.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

typedef double real3[3];
typedef int cell[3][2];

static double
boxes (int n, const real3 *r)
{
  double s;
  with_objmode (s, r = "[n, 2, 3]") { "s = r[1, 1, 2] + r.ndim * 100"; }
  return s;
}

int
main (void)
{
  double buffer[12];
  int cells[24], n = 2, narrow = 4, rc;
  real3 *r = (real3 *) buffer;
  cell *q = (cell *) cells;
  double s;

  for (int i = 0; i < 12; i++)
    buffer[i] = i;
  for (int i = 0; i < 24; i++)
    cells[i] = i;

  with_objmode (s, r = "[2, 2, 3]") { "s = r[1, 1, 2] + r.ndim * 100"; }
  CHECK_NUM (s, 311);
  CHECK_NUM (boxes (2, r), 311);
  with_objmode (s, r = "[n]") { "s = r[1, 2] + r.ndim * 100"; }
  CHECK_NUM (s, 205);
  with_objmode (s, q = "[2, n, 3, 2]") { "s = q[1, 1, 2, 1] + q.ndim * 100"; }
  CHECK_NUM (s, 423);
  with_objmode (s, q = "[1, 2, 2, 3, 2]") { "s = q[0, 1, 1, 2, 1]"; }
  CHECK_NUM (s, 23);
  with_objmode (r = "[2, 1, 3]") { "r[1, 0, 0] = -1"; }
  CHECK (buffer[3] == -1);
  /* The declared extents hold for the last dimensions.  */
  with_objmode (s, r = "[1, 2, narrow]", error (rc)) { "s = r[0, 0, 0]"; }
  FAILS ("ValueError", "'r' (C double array): extent 4 of dimension 2 is larger than the"
	 " declared extent 3");
  return 0;
}
