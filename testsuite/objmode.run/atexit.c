/* Blocks in atexit handlers, and in destructors of the program.  */
/* { dg-do run } */
/* { dg-output "^main\nhandler 3\nlate\n$" } */
#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>
static int n = 2;
static void handler (void) { with_objmode (n) { "n += 1; print ('handler', n)"; } }
__attribute__ ((destructor)) static void
late (void)
{
  with_objmode () { "print ('late')"; }
}

int
main (void)
{
  atexit (handler);
  with_objmode () { "print ('main')"; }
  return 0;
}
