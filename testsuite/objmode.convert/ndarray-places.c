/* Where an OBJMODE_ARRAY may be.  */
/* { dg-do run } */
/* { dg-additional-options "-fopenmp -Wall" } */
#include "check.h"
typedef OBJMODE_ARRAY (double, 1) vector;
static _Thread_local vector tls;

int
main (void)
{
  register vector r = { 0 };
  volatile vector w = { 0 };
  int y;
  with_objmode (r, tls) { "import numpy as np; r = np.ones (3); tls = r"; }
  with_objmode (y) { "y = r is tls"; }
  CHECK (y == 1 && r.shape[0] == 3);
  with_objmode (w) { "w = r"; }
  CHECK_NUM (w.shape[0], 3);
  vector in_nested = { 0 };
  int
  nested (void)
  {
    int z;
    with_objmode (in_nested, z) { "in_nested = r; z = len (w)"; }
    return z;
  }
  CHECK (nested () == 3 && in_nested.data == r.data);
#pragma omp parallel for
  for (int i = 0; i < 4; i++)
    {
      objmode_scoped vector mine = { 0 };
      with_objmode (mine) { "mine = in_nested * i"; }
      CHECK (mine.data[0] == i);
    }
  vector all[2] = { { 0 }, { 0 } };
  for (int i = 0; i < 2; i++)
    with_objmode (x (all[i])) { "x = r[i:]"; }
  CHECK_NUM (all[1].shape[0], 2);
  objmode_array_release (&all[0]);
  objmode_array_release (&all[1]);
  objmode_array_release (&in_nested);
  objmode_array_release (&tls);
  vector back = r;
  objmode_array_release (&back);
  back = w;
  objmode_array_release (&back);
  return 0;
}
