/* Operands of the wrong type.  */
/* { dg-do compile } */
#include <objmode.h>
struct s { int m; };

int
f (int n, double *p, double z, struct s st, _Complex double c)
{
  int y = 0;
  with_objmode (y, error (z)) { "y = 2"; }
/* { dg-error "20: operand of 'error' clause is not an integer" "" { target *-*-* } .-1 } */
  with_objmode (y, error (p)) { "y = 2"; }
/* { dg-error "20: operand of 'error' clause is not an integer" "" { target *-*-* } .-1 } */
  with_objmode (y, every (z)) { "y = 2"; }
/* { dg-error "20: operand of 'every' clause is not an integer" "" { target *-*-* } .-1 } */
  with_objmode (y, every (p)) { "y = 2"; }
/* { dg-error "20: operand of 'every' clause is not an integer" "" { target *-*-* } .-1 } */
  with_objmode (y, interval (p)) { "y = 2"; }
/* { dg-error "20: operand of 'interval' clause is not a number" "" { target *-*-* } .-1 } */
  with_objmode (y, interval (st)) { "y = 2"; }
/* { dg-error "20: operand of 'interval' clause is not a number" "" { target *-*-* } .-1 } */
  with_objmode (y, interval (c)) { "y = 2"; }
/* { dg-error "20: operand of 'interval' clause is not a number" "" { target *-*-* } .-1 } */
  with_objmode (y, every (n), interval (z)) { "y = 2"; }
  return y;
}
