/* OBJMODE_STATS prints control characters of file names so that a terminal
   does not obey them; other characters stay.  */
/* { dg-do run } */
/* { dg-set-target-env-var OBJMODE_STATS "1" } */
/* { dg-output "bytes copied  block\n\[^\n\]*  a.x0ab.x1b\\\[31mc.xc2.x9bd.x7f\u00e4.xff\\.c:13 .main.\n$" } */
#include <objmode.h>

int
main (void)
{
#line 12 "a\nb\033[31mc\302\233d\177ä\377.c"

  with_objmode () { "pass"; }
  return 0;
}
