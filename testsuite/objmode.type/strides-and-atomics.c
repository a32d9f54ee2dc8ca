/* Strides are integers; strings that blocks assign are not const; atomic
   variables of more than a word are not yet supported.  */
/* { dg-do compile } */
#include <objmode.h>

void
f (double *p, const char *s, int n)
{
  _Atomic long double wide = 0;
  with_objmode (p = "[n : 1.5]") { "p[0] = 1"; }
/* { dg-error "27: stride in type string '.n : 1.5.' is not an integer" "" { target *-*-* } .-1 } */
  with_objmode (s) { "s = 'x'"; }
/* { dg-error "17: 's' of type 'const char .' cannot be passed to Python: a string that the block assigns must be a char \\*, since the caller frees it" "" { target *-*-* } .-1 } */
  with_objmode () { "print (wide)"; }
/* { dg-error "29: 'wide' of type .* cannot be passed to Python: an _Atomic variable is not yet supported" "" { target *-*-* } .-1 } */
}
