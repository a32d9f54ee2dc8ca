/* -fplugin-arg-objmode-on-error=return: control continues.  */
/* { dg-do run } */
/* { dg-additional-options "-fplugin-arg-objmode-on-error=return" } */
#include "check.h"

int
main (void)
{
  int y = 3;
  with_objmode (y) { "y = 4; raise ValueError ('wrong')"; }
  CHECK (y == 3 && strcmp (last_error (), "ValueError: wrong") == 0);
  return 0;
}
