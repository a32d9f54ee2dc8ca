/* The type that is suggested does not contradict the declaration.  */
/* { dg-do compile } */
#include <objmode.h>

void
f (double y, float x, long n, unsigned char c, double *p)
{
  with_objmode (y = "float") { "y = 1"; }
/* { dg-error "22: \[^\n\]* in type string 'float'; did you mean 'float64'\\?" "" { target *-*-* } .-1 } */
  with_objmode (x = "double") { "x = 1"; }
/* { dg-error "22: \[^\n\]* in type string 'double'; did you mean 'float32'\\?" "" { target *-*-* } .-1 } */
  with_objmode (n = "int") { "n = 1"; }
/* { dg-error "22: \[^\n\]* in type string 'int'; did you mean 'int64'\\?" "" { target *-*-* } .-1 } */
  with_objmode (c = "char") { "c = 1"; }
/* { dg-error "22: \[^\n\]* in type string 'char'; did you mean 'uint8'\\?" "" { target *-*-* } .-1 } */
  with_objmode (p = "float[n]") { "p[0] = 1"; }
/* { dg-error "22: \[^\n\]* in type string 'float.n.'; did you mean 'float64'\\?" "" { target *-*-* } .-1 } */
}
