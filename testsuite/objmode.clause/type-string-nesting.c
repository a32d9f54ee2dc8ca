/* Nested parentheses and dimensions without end.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n, double *p)
{
  with_objmode (p = "[1,1,1,1,1,1,1,1, 1,1,1,1,1,1,1,1, 1,1,1,1,1,1,1,1, 1,1,1,1,1,1,1,1,1]") { "p[0] = 2"; }
/* { dg-error "90: too many dimensions in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "[((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((n") { "p[0] = 2"; }
/* { dg-error "279: parentheses nested too deeply in type string" "" { target *-*-* } .-1 } */
}
