/* The extents of the hint for a pointer are integer parameters next to it that
   are in scope.  */
/* { dg-do compile } */
#include <objmode.h>
/* { dg-prune-output "its extents are unknown" } */

double
g (const double *a, const double *b, int count, double *image, int rows,
   int cols, float f, double *x, int incx)
{
  double y = 0, *local = x;
  with_objmode (y) { "y = a[0]"; }
/* { dg-fixit "18-18" ", a = \"\[count]\"" .-1 } */
  with_objmode (y) { "y = b[0]"; }
/* { dg-fixit "18-18" ", b = \"\[count]\"" .-1 } */
  with_objmode (y) { "y = image[0, 1]"; }
/* { dg-fixit "18-18" ", image = \"\[rows, cols]\"" .-1 } */
  with_objmode (y) { "y = image[0][f (1, 2)]"; }
/* { dg-fixit "18-18" ", image = \"\[rows, cols]\"" .-1 } */
  with_objmode (y) { "y = image[0]"; }
/* { dg-fixit "18-18" ", image = \"\[rows]\"" .-1 } */
  return y + *local;
}
