/* A value of OBJMODE_ON_ERROR that means nothing is told of.  */
/* { dg-do run } */
/* { dg-set-target-env-var OBJMODE_ON_ERROR "foo" } */
/* { dg-output "^libobjmode: OBJMODE_ON_ERROR=foo is ignored: the value is not 'exit' or 'abort'\n6\n$" } */
#include "check.h"

int
main (void)
{
  int y = 5;

  with_objmode (y) { R"py( y += 1 )py"; }
  printf ("%d\n", y);
  return objmode_start (NULL);
}
