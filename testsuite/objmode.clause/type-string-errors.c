/* What is wrong in a type string, and where in it.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n, double *p, double y, long double *q)
{
  with_objmode (y = "flot64") { "y = 2"; }
/* { dg-error "22: unknown type in type string 'flot64'; did you mean 'float64'." "" { target *-*-* } .-1 } */
  with_objmode (y = "double") { "y = 2"; }
/* { dg-error "22: unknown type in type string 'double'; did you mean 'float64'." "" { target *-*-* } .-1 } */
  with_objmode (q = "static long double [n]") { "q[0] = 2"; }
/* { dg-error "29: unknown type in type string 'static long double .n.'; did you mean 'longdouble'." "" { target *-*-* } .-1 } */
  with_objmode (p = "matrix[n]") { "p[0] = 2"; }
/* { dg-error "22: unknown type in type string 'matrix.n.'(?!; did you mean)" "" { target *-*-* } .-1 } */
  with_objmode (p = "static copy static [n]") { "p[0] = 2"; }
/* { dg-error "34: duplicate prefix in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "") { "p[0] = 2"; }
/* { dg-error "22: missing type in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "&float64") { "p[0] = 2"; }
/* { dg-error "22: expected a type or '.' in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "float64[n") { "p[0] = 2"; }
/* { dg-error "29: expected '.' in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "float64[n] x") { "p[0] = 2"; }
/* { dg-error "33: extra text after '.' in type string" "" { target *-*-* } .-1 } */
  with_objmode (y = "int32 x") { "y = 2"; }
/* { dg-error "28: extra text after the type in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "[n, , n]") { "p[0] = 2"; }
/* { dg-error "26: empty dimension in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "[n : 1 : 1]") { "p[0] = 2"; }
/* { dg-error "29: too many ':' in a dimension in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "[: 1]") { "p[0] = 2"; }
/* { dg-error "23: expected an extent before ':' in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "[n :]") { "p[0] = 2"; }
/* { dg-error "25: expected a stride after ':' in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "[::2]") { "p[0] = 2"; }
/* { dg-error "23: expected '1' after '::' in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "[::1, ::1]") { "p[0] = 2"; }
/* { dg-error "28: duplicate '::1' in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "[:, ::1, :]") { "p[0] = 2"; }
/* { dg-error "26: '::1' outside the first and the last dimension in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "[(n]") { "p[0] = 2"; }
/* { dg-error "25: unbalanced parentheses in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "[n)]") { "p[0] = 2"; }
/* { dg-error "24: unbalanced parentheses in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "[n ? 1]") { "p[0] = 2"; }
/* { dg-error "23: expected ':' in conditional expression in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "[n /* x]") { "p[0] = 2"; }
/* { dg-error "25: unterminated comment in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "['a]") { "p[0] = 2"; }
/* { dg-error "23: missing terminating quote in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "str[n, n]") { "p[0] = 2"; }
/* { dg-error "29: too many dimensions in type string" "" { target *-*-* } .-1 } */
}
