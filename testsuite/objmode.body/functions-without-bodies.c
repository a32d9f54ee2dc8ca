/* C bodies in functions that cannot have a block.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wno-old-style-definition" } */
#include <objmode.h>

__attribute__ ((constructor)) static void
start (void)
{
  with_objmode () { ; }
/* { dg-error "3: 'objmode' block in a function with attribute 'constructor'" "" { target *-*-* } .-1 } */
}

int old (n) int n; __attribute__ ((objmode (n))) { return n; }
/* { dg-error "20: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */
