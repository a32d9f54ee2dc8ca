/* OBJMODE_ON_ERROR=exit.  */
/* { dg-do run } */
/* { dg-shouldfail "status 1" } */
/* { dg-set-target-env-var OBJMODE_ON_ERROR "exit" } */
/* { dg-output "^Traceback.*ValueError: wrong\nbye\n$" } */
#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>
static void bye (void) { puts ("bye"); }

int
main (void)
{
  atexit (bye);
  with_objmode () { "raise ValueError ('wrong')"; }
  puts ("not reached");
  return 0;
}
