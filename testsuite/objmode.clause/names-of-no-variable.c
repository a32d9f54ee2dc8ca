/* Clauses that name no variable.  */
/* { dg-do compile } */
#include <objmode.h>
struct point { double x, y; };
int f (int);
typedef int number;

int
g (int n, double *p, struct point s)
{
  int y = 0, a[3] = { 0 };
  with_objmode (nope) { "nope = 2"; }
/* { dg-error "17: 'nope' undeclared in 'objmode' clause" "" { target *-*-* } .-1 } */
  with_objmode (f) { "f = 2"; }
/* { dg-error "17: 'f' in 'objmode' clause is not a variable; write 'NAME .EXPR.' for an expression" "" { target *-*-* } .-1 } */
  with_objmode (number) { "number = 2"; }
/* { dg-error "17: 'number' in 'objmode' clause is not a variable; write 'NAME .EXPR.' for an expression" "" { target *-*-* } .-1 } */
  with_objmode (s.x) { "x = 2"; }
/* { dg-error "18: 'objmode' clause does not name a variable; write 'NAME .EXPR.' for an expression" "" { target *-*-* } .-1 } */
  with_objmode (s->x) { "x = 2"; }
/* { dg-error "18: 'objmode' clause does not name a variable; write 'NAME .EXPR.' for an expression" "" { target *-*-* } .-1 } */
  with_objmode (a[1]) { "a = 2"; }
/* { dg-error "18: 'objmode' clause does not name a variable; write 'NAME .EXPR.' for an expression" "" { target *-*-* } .-1 } */
  with_objmode (*p) { "p = 2"; }
/* { dg-error "17: 'objmode' clause does not name a variable; write 'NAME .EXPR.' for an expression" "" { target *-*-* } .-1 } */
  with_objmode (y + 1) { "y = 2"; }
/* { dg-error "19: 'objmode' clause does not name a variable; write 'NAME .EXPR.' for an expression" "" { target *-*-* } .-1 } */
  with_objmode (12) { "y = 2"; }
/* { dg-error "17: 'objmode' clause does not name a variable; write 'NAME .EXPR.' for an expression" "" { target *-*-* } .-1 } */
  with_objmode (y,) { "y = 2"; }
/* { dg-error "18: 'objmode' clause does not name a variable; write 'NAME .EXPR.' for an expression" "" { target *-*-* } .-1 } */
  with_objmode (y,, n) { "y = n = 2"; }
/* { dg-error "19: 'objmode' clause does not name a variable; write 'NAME .EXPR.' for an expression" "" { target *-*-* } .-1 } */
  return y;
}
