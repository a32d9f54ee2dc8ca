/* A variable OBJMODE_ that is not known is told of, once.  */
/* { dg-do run } */
/* { dg-set-target-env-var OBJMODE_STAT "1" } */
/* { dg-output "^libobjmode: OBJMODE_STAT=1 is ignored: there is no such variable\n6\n$" } */
#include "check.h"

int
main (void)
{
  int y = 5;

  with_objmode (y) { R"py( y += 1 )py"; }
  printf ("%d\n", y);
  return objmode_start (NULL);
}
