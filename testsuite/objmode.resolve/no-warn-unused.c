/* -fplugin-arg-objmode-no-warn-unused.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-objmode-no-warn-unused -Wall -Werror" } */
#include <objmode.h>

int
g (int n, double *p)
{
  int y = 0, error = 1;
  with_objmode (y, evrey (2)) { "y = n"; }
  with_objmode (y, error (2)) { "y = n"; }
  with_objmode (y, p = "[n]") { "y = n"; }
  with_objmode (y, g (2)) { "global g; y = g"; }
  return y;
}
