/* OBJMODE_CC, which objmode-cc reads, may be set when a program runs.  */
/* { dg-do run } */
/* { dg-set-target-env-var OBJMODE_CC "gcc-12" } */
/* { dg-output "^6\n$" } */
#include "check.h"

int
main (void)
{
  int y = 5;

  with_objmode (y) { R"py( y += 1 )py"; }
  printf ("%d\n", y);
  return objmode_start (NULL);
}
