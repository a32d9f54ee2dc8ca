/* No hint for a pointer if no integer parameter in scope is next to it.  */
/* { dg-do compile } */
/* { dg-options "-fdiagnostics-parseable-fixits" } */
#include <objmode.h>
/* { dg-prune-output "its extents are unknown" } */
extern double *series;

double
g (float f, double *x, int incx)
{
  double y = f + incx, *local = x;
  with_objmode (y) { "y = x[0]"; }
  with_objmode (y) { "y = local[0]"; }
  with_objmode (y) { "y = series[0]"; }
  return y;
}

double
h (double *x, int n)
{
  double y = n;
  {
    double n = 3;
    with_objmode (y) { "y = x[0]"; }
    y += n;
  }
  with_objmode (y) { "y = x[0, 1, 2, 3]"; }
  return y;
}
