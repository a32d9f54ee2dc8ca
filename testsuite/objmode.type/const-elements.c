/* Arrays of const elements.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n, const double *q, const float m[n][2])
{
  with_objmode (q = "[n]") { "q = [2, 3]"; }
/* { dg-error "31: the block rebinds 'q', an array of const elements" "" { target *-*-* } .-1 } */
  with_objmode (m) { "m = [[2, 3]]"; }
/* { dg-error "23: the block rebinds 'm', an array of const elements" "" { target *-*-* } .-1 } */
  with_objmode (q = "[n]") { "print (q[0], m[0])"; }
}
