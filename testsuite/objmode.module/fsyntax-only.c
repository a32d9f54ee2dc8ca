/* -fsyntax-only gives all diagnostics.  */
/* { dg-do compile } */
/* { dg-options "-fsyntax-only" } */
#include <objmode.h>
typedef float point __attribute__ ((vector_size (16)));

int
g (int n, double *p, point s)
{
  int y = 0;
  with_objmode (y) { "y = = 2"; }
/* { dg-error "27: Python: invalid syntax" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = p[0]"; }
/* { dg-error "27: 'p' of type 'double .' cannot be passed to Python" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = s[0]"; }
/* { dg-error "27: 's' of type 'point'\[^\n\]* cannot be passed to Python" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = nowhere"; }
/* { dg-warning "27: 'nowhere' is undefined" "" { target *-*-* } .-1 } */
  with_objmode (n) { "y"; }
/* { dg-error "17: output 'n' is never assigned in the block" "" { target *-*-* } .-1 } */
  return y;
}
