/* Errors around a block are GCC's own, and each comes once.  */
/* { dg-do compile } */
#include <objmode.h>

int
f (int y)
{
  with_objmode (y) { "y = 2" }
/* { dg-error "29: expected ';' before '.' token" "" { target *-*-* } .-1 } */
  return y;
}

int
g (int y)
{
  with_objmode (y) { "y = 2"; }
  return z;
/* { dg-error "10: 'z' undeclared" "" { target *-*-* } .-1 } */
/* { dg-note "10: each undeclared identifier" "" { target *-*-* } .-2 } */
}
