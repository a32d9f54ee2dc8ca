/* Expressions in type strings are parsed in the scope of the block.  */
/* { dg-do compile } */
/* { dg-prune-output "in expansion of macro .with_objmode" } */
#include <objmode.h>

void
f (int n, double *p, double z)
{
  with_objmode (p = "[undeclared]") { "p[0] = 2"; }
/* { dg-error "'undeclared' undeclared" "" { target *-*-* } .-1 } */
/* { dg-note "each undeclared identifier" "" { target *-*-* } .-2 } */
  with_objmode (p = "[n + ]") { "p[0] = 2"; }
/* { dg-error "expected expression" "" { target *-*-* } .-1 } */
  with_objmode (p = "[1.5]") { "p[0] = 2"; }
/* { dg-error "23: extent in type string '.1.5.' is not an integer" "" { target *-*-* } .-1 } */
  with_objmode (p = "[n, z]") { "p[0] = 2"; }
/* { dg-error "26: extent in type string '.n, z.' is not an integer" "" { target *-*-* } .-1 } */
  with_objmode (p = "[n : z]") { "p[0] = 2"; }
/* { dg-error "27: (extent|stride) in type string '.n : z.' is not an integer" "" { target *-*-* } .-1 } */
}
