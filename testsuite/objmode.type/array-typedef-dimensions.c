/* A type string of a pointer to an array has the declared dimensions last.  */
/* { dg-do compile } */
#include <objmode.h>
typedef double real3[3];
typedef int cell[3][2];

void
f (real3 *r, cell *q, int n)
{
  double s;
  with_objmode (s, r = "[2, 2, 4]") { "s = r[1, 1, 2]"; } /* { dg-error "25: type string '.2, 2, 4.' contradicts the declaration of 'r'" } */
  with_objmode (s, q = "[3, 2, n, 3]") { "s = q[0, 0, 0, 0]"; } /* { dg-error "25: type string '.3, 2, n, 3.' contradicts the declaration of 'q'" } */
  with_objmode (s, q = "[2, 3]") { "s = q[1, 1]"; } /* { dg-error "25: type string '.2, 3.' has 2 dimensions, but 'q' has 3" } */
}
