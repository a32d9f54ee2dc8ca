/* A block at file scope, a module block in a function: one error each.  */
/* { dg-do compile } */
#include <objmode.h>

with_objmode (y) { "y = 2"; }
/* { dg-error "1: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */

void
f (void)
{
  objmode_module { "import os"; }
/* { dg-error "3: 'objmode_module' attribute applies only to a block at file scope" "" { target *-*-* } .-1 } */
}

int after = undeclared;
/* { dg-error "13: 'undeclared' undeclared" "" { target *-*-* } .-1 } */
