/* -fplugin-arg-objmode-no-warn-lost and -no-warn-undefined, module blocks.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-objmode-no-warn-lost -fplugin-arg-objmode-no-warn-undefined" } */
#include <objmode.h>
objmode_module { "counter = 0\ndef f (): return missing"; }

void
f (void)
{
  with_objmode () { "counter = 1"; }
}
