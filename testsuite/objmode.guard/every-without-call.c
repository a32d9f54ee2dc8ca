/* A block that is not taken calls nothing: one counter, one call.  */
/* { dg-do compile } */
#include <objmode.h>
int
kernel (int n)
{
  int y = 0;
  for (int i = 0; i < n; i++)
    with_objmode (y, every (100)) { "y = y + i"; }
  return y;
}
/* { dg-final { scan-assembler "%fs:" } } */
/* { dg-final { scan-assembler-not "call\t__objmode_interval_due" } } */
/* { dg-final { scan-assembler-not "call\t__objmode_once" } } */
