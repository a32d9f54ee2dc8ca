/* One mistake, one error; other blocks are checked all the same.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra" } */
#include <objmode.h>

int
g (int n)
{
  int y, z;
  with_objmode (y, nope) { "y = undefined_here + n"; }
/* { dg-error "20: 'nope' undeclared in 'objmode' clause" "" { target *-*-* } .-1 } */
  with_objmode (z) { "z = = n"; }
/* { dg-error "27: Python: invalid syntax" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = elsewhere"; }
/* { dg-warning "27: 'elsewhere' is undefined" "" { target *-*-* } .-1 } */
  return y + z;
}
/* { dg-warning "'undefined_here' is undefined" "" { target *-*-* } 10 } */
