/* The attribute anywhere but before a compound statement.  */
/* { dg-do compile } */
#include <objmode.h>

int v __attribute__ ((objmode));
/* { dg-error "7: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */
typedef int t __attribute__ ((__objmode__ (v)));
/* { dg-error "15: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */
void proto (int n) __attribute__ ((objmode (n)));
/* { dg-error "20: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */
struct __attribute__ ((objmode)) s { int m; };
/* { dg-error "8: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */
int m __attribute__ ((objmode_module));
/* { dg-error "7: 'objmode_module' attribute applies only to a block at file scope" "" { target *-*-* } .-1 } */

int
f (int y)
{
  __attribute__ ((objmode (y))) y = 3;
/* { dg-error "3: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */
  with_objmode (y) return y;
/* { dg-error "3: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */
  with_objmode (y) ;
/* { dg-error "3: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */
  return y;
}
