/* -fplugin-arg-objmode-no-warn-hidden.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-objmode-no-warn-hidden" } */
#include <objmode.h>
objmode_module { "table = {}"; }
int sum (int n);

int
g (int len, int table)
{
  int y;
  with_objmode (y) { "y = len ([1])"; }
  with_objmode (y) { "y = table + 1"; }
  with_objmode (y) { "y = sum ([1])"; }
  return y;
}
