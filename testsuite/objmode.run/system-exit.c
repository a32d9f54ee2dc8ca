/* SystemExit ends the process with its status, atexit functions run.  */
/* { dg-do run } */
/* { dg-shouldfail "status 3" } */
/* { dg-output "^one\ntwo\nbye\n$" } */
#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>
static void bye (void) { puts ("bye"); }

int
main (void)
{
  atexit (bye);
  puts ("one");
  with_objmode () { "import sys; print ('two'); sys.exit (3)"; }
  puts ("not reached");
  return 0;
}
