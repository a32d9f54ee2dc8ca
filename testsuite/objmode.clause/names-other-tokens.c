/* Clauses with a string, or with an assignment of something else.  */
/* { dg-do compile } */
#include <objmode.h>

int
g (int n)
{
  int y = 0;
  with_objmode ("y") { "y = 2"; }
/* { dg-error "17: 'objmode' clause does not name a variable" "" { target *-*-* } .-1 } */
  with_objmode (y = 3) { "y = 2"; }
/* { dg-error "21: expected a type string after '=' in 'objmode' clause" "" { target *-*-* } .-1 } */
  with_objmode (y = ) { "y = 2"; }
/* { dg-error "19: expected a type string after '=' in 'objmode' clause" "" { target *-*-* } .-1 } */
  with_objmode (y = int32) { "y = 2"; }
/* { dg-error "21: expected a type string after '=' in 'objmode' clause" "" { target *-*-* } .-1 } */
  with_objmode (y = "int32" n) { "y = 2"; }
/* { dg-error "29: expected|does not name a variable" "" { target *-*-* } .-1 } */
  return y + n;
}
