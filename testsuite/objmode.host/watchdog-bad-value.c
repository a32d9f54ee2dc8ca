/* An invalid value is reported, and the watchdog stays off.  */
/* { dg-do run } */
/* { dg-set-target-env-var HOST_ENV "OBJMODE_WATCHDOG=2,foo" } */
/* { dg-output "^libobjmode: OBJMODE_WATCHDOG=2,foo is not a number of seconds, optionally followed by ',warn'\n6\n$" } */

#include "check.h"

int
main (void)
{
  int y = 5;

  with_objmode (y) { R"py( y += 1 )py"; }
  printf ("%d\n", y);
  return 0;
}
