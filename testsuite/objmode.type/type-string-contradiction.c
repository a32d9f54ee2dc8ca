/* Type strings that the declaration contradicts.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n, double *p, const double *q, double m[n][3], long l, unsigned u,
   _Bool b, float f, const char *s, objmode_object *o, char c)
{
  double z[4];
  with_objmode (n = "float64") { "n = 2"; }
/* { dg-error "22: type string 'float64' contradicts the type 'int' of 'n'" "" { target *-*-* } .-1 } */
  with_objmode (n = "int64") { "n = 2"; }
/* { dg-error "22: type string 'int64' contradicts the type 'int' of 'n'" "" { target *-*-* } .-1 } */
  with_objmode (n = "uint32") { "n = 2"; }
/* { dg-error "22: type string 'uint32' contradicts the type 'int' of 'n'" "" { target *-*-* } .-1 } */
  with_objmode (n = "boolean") { "n = 2"; }
/* { dg-error "22: type string 'boolean' contradicts the type 'int' of 'n'" "" { target *-*-* } .-1 } */
  with_objmode (n = "int32[3]") { "n = 2"; }
/* { dg-error "22: type string 'int32.3.' contradicts the type 'int' of 'n'" "" { target *-*-* } .-1 } */
  with_objmode (n = "object") { "n = 2"; }
/* { dg-error "22: type string 'object' contradicts the type 'int' of 'n'" "" { target *-*-* } .-1 } */
  with_objmode (f = "float64") { "f = 2"; }
/* { dg-error "22: type string 'float64' contradicts the type 'float' of 'f'" "" { target *-*-* } .-1 } */
  with_objmode (b = "int8") { "b = True"; }
/* { dg-error "22: type string 'int8' contradicts the type '_Bool' of 'b'" "" { target ! gcc16 } .-1 } */
/* { dg-error "22: type string 'int8' contradicts the type 'bool' of 'b'" "" { target gcc16 } .-2 } */
  with_objmode (o = "int64") { "o = 2"; }
/* { dg-error "22: type string 'int64' contradicts the type 'objmode_object .'\[^\n\]* of 'o'" "" { target *-*-* } .-1 } */
  with_objmode (p = "float32[n]") { "p[0] = 2"; }
/* { dg-error "22: type string 'float32.n.' contradicts the type 'double' of 'p'" "" { target *-*-* } .-1 } */
  with_objmode (z = "int64[4]") { "z[0] = 2"; }
/* { dg-error "22: type string 'int64.4.' contradicts the type 'double' of 'z'" "" { target *-*-* } .-1 } */
  with_objmode (z = "float64[5]") { "z[0] = 2"; }
/* { dg-error "22: type string 'float64.5.' contradicts the declaration of 'z'" "" { target *-*-* } .-1 } */
  with_objmode (z = "float64[2, 2]") { "z[0] = 2"; }
/* { dg-error "22: type string 'float64.2, 2.' has 2 dimensions, but 'z' has 1" "" { target *-*-* } .-1 } */
  with_objmode (m = "float64[:, 4]") { "m[0, 0] = 2"; }
/* { dg-error "22: type string 'float64.:, 4.' contradicts the declaration of 'm'" "" { target *-*-* } .-1 } */
  with_objmode (v (n) = "float32") { "v = 2"; }
/* { dg-error "26: type string 'float32' contradicts the type 'int' of 'v'" "" { target *-*-* } .-1 } */
  with_objmode (n = "int32", l = "int64", u = "uint32", f = "float32") { "n = l = u = 2; f = 2.5"; }
  with_objmode (n = "intc", l = "intp", u = "types.uintc", c = "int8") { "n = l = u = c = 2"; }
  with_objmode (b = "boolean", o = "object", s = "unicode_type") { "b = True; o = len (s)"; }
  with_objmode (q = "float64[n]", p = "[n]", m = "float64[:]", z = "float64[4]") { "p[0] = q[0] + m[0, 0] + z[0]"; }
  with_objmode (m = "float64[:, ::1]", z = "float64[::1]") { "m[0, 0] = z[0]"; }
}
