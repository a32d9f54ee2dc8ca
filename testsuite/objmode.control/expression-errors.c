/* The expressions of clauses are C: GCC's own errors, at their places.  */
/* { dg-do compile } */
/* { dg-prune-output "in expansion of macro .with_objmode" } */
#include <objmode.h>

int
f (int n, double *p, double z)
{
  int y = 0, rc = 0;
  const int fixed = 0;
  with_objmode (y, error (1)) { "y = 2"; }
/* { dg-error "27: lvalue required" "" { target *-*-* } .-1 } */
  with_objmode (y, error (fixed)) { "y = 2"; }
/* { dg-error "27: assignment of read-only variable 'fixed'" "" { target *-*-* } .-1 } */
  with_objmode (y, error (missing)) { "y = 2"; }
/* { dg-error "27: 'missing' undeclared" "" { target *-*-* } .-1 } */
/* { dg-note "27: each undeclared identifier" "" { target *-*-* } .-2 } */
  with_objmode (y, goto (nowhere)) { "y = 2"; }
/* { dg-error "26: label 'nowhere' used but not defined" "" { target *-*-* } .-1 } */
  with_objmode (y, v (n + p + p)) { "y = v"; }
/* { dg-error "invalid operands to binary" "" { target *-*-* } .-1 } */
  return y + rc;
}
