/* -fplugin-arg-objmode-no-warn-lost.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-objmode-no-warn-lost" } */
#include <objmode.h>

int
g (int n)
{
  with_objmode () { "n = 2"; }
  return n;
}
