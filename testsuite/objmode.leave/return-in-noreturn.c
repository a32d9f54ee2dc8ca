/* return in a function that does not.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wall" } */
#include <objmode.h>
#include <stdlib.h>

__attribute__ ((noreturn)) void
never (int n)
{
  with_objmode () { "if n: return"; }
/* { dg-warning "28: function declared 'noreturn' has a 'return' statement" "" { target *-*-* } .-1 } */
/* { dg-warning "28: 'noreturn' function does return" "" { target *-*-* } .-2 } */
  exit (1);
}
