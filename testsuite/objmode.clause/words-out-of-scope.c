/* Outside the scope of such a variable, they are clauses.  */
/* { dg-do compile } */
#include <objmode.h>

int
g (int n)
{
  int rc, y = 0;
  { int error = 0; (void) error; }
  with_objmode (y, error (rc)) { "y = n"; }
  with_objmode (y, error) { "y = error = n"; }
/* { dg-error "20: 'error' undeclared in 'objmode' clause" "" { target *-*-* } .-1 } */
  with_objmode (y, every) { "y = every = n"; }
/* { dg-error "20: 'every' undeclared in 'objmode' clause" "" { target *-*-* } .-1 } */
  return y + rc;
}
