/* -fplugin-arg-objmode-on-error=abort, which OBJMODE_ON_ERROR cannot change
   to something else, aborts.  */
/* { dg-do run } */
/* { dg-additional-options "-fplugin-arg-objmode-on-error=abort" } */
/* { dg-shouldfail "it aborts" } */
/* { dg-output "ValueError: wrong\n$" } */
#include <objmode.h>
#include <stdio.h>

int
main (void)
{
  with_objmode () { "raise ValueError ('wrong')"; }
  puts ("not reached");
  return 0;
}
