/* Blocks of a function that is not emitted leave nothing.  */
/* { dg-do compile } */
#include <objmode.h>
static inline int
never_called (int n)
{
  with_objmode (n) { "n += 1"; }
  return n;
}
int v;
/* { dg-final { scan-assembler-not "never_called" } } */
/* { dg-final { scan-assembler-not "n \\+= 1" } } */
