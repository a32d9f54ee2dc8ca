/* A clause that reaches outside of an array.  */
/* { dg-do compile } */
#include <objmode.h>

struct s { double v[8], w[4]; };

void
f (int n, struct s *s, double (*rows)[4])
{
  double x[100], m[4][6];
  with_objmode (x = "[101]") { "x[0] = 1"; }
/* { dg-error "22: type string '.101.' contradicts the declaration of 'x'" "" { target *-*-* } .-1 } */
  with_objmode (x = "[51 : 2]") { "x[0] = 1"; }
/* { dg-error "22: type string '.51 : 2.' reaches outside the bounds of array 'x'" "" { target *-*-* } .-1 } */
  with_objmode (x = "float64[100 : -1]") { "x[0] = 1"; }
/* { dg-error "22: type string 'float64.100 : -1.' reaches outside the bounds of array 'x'" "" { target *-*-* } .-1 } */
  with_objmode (m = "[4 : 7, 4]") { "m[0, 0] = 1"; }
/* { dg-error "22: type string '.4 : 7, 4.' reaches outside the bounds of array 'm'" "" { target *-*-* } .-1 } */
  with_objmode (v (s->v) = "[5 : 2]") { "v[0] = 1"; }
/* { dg-error "29: type string '.5 : 2.' reaches outside the bounds of array 'v'" "" { target *-*-* } .-1 } */
  with_objmode (rows = "[n, 5]") { "rows[0, 0] = 1"; }
/* { dg-error "25: type string '.n, 5.' contradicts the declaration of 'rows'" "" { target *-*-* } .-1 } */
  with_objmode (x = "[50 : 2]", m = "[4 : 6, 3 : 2]", v (s->v) = "[4 : 2]") { "x[0] = m[0, 0] = v[0]"; }
  with_objmode (x = "[100 : 1]", m = "[4, 3 : 2]") { "x[0] = m[0, 0]"; }
}
