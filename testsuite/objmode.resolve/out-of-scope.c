/* C declarations that are out of scope at the block are not seen.  */
/* { dg-do compile } */
#include <objmode.h>

int
g (int n)
{
  int y;
  { int inner = 2; (void) inner; }
  with_objmode (y) { "y = n + inner"; }
/* { dg-warning "31: 'inner' is undefined" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = n + after"; }
/* { dg-warning "31: 'after' is undefined" "" { target *-*-* } .-1 } */
  int after = 3;
  with_objmode (y) { "y = n + global_after"; }
/* { dg-warning "31: 'global_after' is undefined" "" { target *-*-* } .-1 } */
  return y + after;
}
int global_after;
