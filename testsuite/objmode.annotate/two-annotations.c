/* Two annotations on one block.  */
/* { dg-do compile } */
#include <objmode.h>

void
f (int n)
{
  with_objmode (n) with_objmode (n) { "n = 1"; }
/* { dg-error "3: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */
  __attribute__ ((objmode (n))) __attribute__ ((unused)) { "n = 1"; }
/* { dg-error "3: 'objmode' must be the only attribute of its compound statement" "" { target *-*-* } .-1 } */
}
