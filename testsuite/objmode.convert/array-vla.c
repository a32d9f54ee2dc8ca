/* Variable length arrays, parameters with bounds.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

static double
vla (int n, int m, double a[n][m], const double *restrict c)
{
  double s, t, v[n][m + 1];
  for (int i = 0; i < n; i++)
    for (int j = 0; j <= m; j++)
      v[i][j] = 1;
  /* The bound of a parameter is that on entry.  */
  n = 100;
  with_objmode (s, t, c = "float64[m]") { R"(
    assert a.shape == (2, 3) and v.shape == (2, 4), (a.shape, v.shape)
    s = a.sum ()
    t = v.sum () + c.sum ()
    v[1, 3] = 20
  )"; }
  CHECK_NUM (v[1][3], 20);
  m = 50;
  with_objmode (s) { "s = a.sum () + v.sum ()"; }
  CHECK (s == 21 + 27);
  return t;
}

static int
bounded (int n, int x[static n], int y[n + 1], int z[4])
{
  int r;
  with_objmode (r) { "r = len (x) * 100 + len (y) * 10 + len (z)"; }
  return r;
}

static int
unbounded (int n, int *x, int y[])
{
  int r;
  with_objmode (r, x = "[n]", y = "int32[n - 1]") { "r = len (x) * 10 + len (y)"; }
  return r;
}

int
main (void)
{
  double a[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } }, c[3] = { 1, 1, 1 };
  CHECK (vla (2, 3, a, c) == 11);
  int x[6] = { 0 };
  CHECK (bounded (3, x, x, x) == 344);
  CHECK (unbounded (5, x, x) == 54);
  return 0;
}
