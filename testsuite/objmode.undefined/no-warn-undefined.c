/* -fplugin-arg-objmode-no-warn-undefined, and module blocks with `*'.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-objmode-no-warn-undefined" } */
#include <objmode.h>

int
g (void)
{
  int y;
  with_objmode (y) { "y = undefined_name + 1"; }
  return y;
}
