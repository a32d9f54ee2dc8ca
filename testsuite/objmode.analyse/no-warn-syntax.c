/* -fplugin-arg-objmode-no-warn-syntax.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-objmode-no-warn-syntax" } */
#include <objmode.h>

void
g (int n)
{
  int y = 0;
  with_objmode (y) { R"( y = 1 if n is 3 else 2 )"; }
  with_objmode (y) { R"( assert (n, "text"); y = 1 )"; }
}
