/* A stack that is not a number of bytes is told of, and the default is taken.  */
/* { dg-do run } */
/* { dg-set-target-env-var OBJMODE_MIN_STACK "-512k" } */
/* { dg-output "^libobjmode: OBJMODE_MIN_STACK=-512k is ignored: the value is not a number of bytes\n6\n$" } */
#include "check.h"

int
main (void)
{
  int y = 5;

  with_objmode (y) { R"py( y += 1 )py"; }
  printf ("%d\n", y);
  return objmode_start (NULL);
}
