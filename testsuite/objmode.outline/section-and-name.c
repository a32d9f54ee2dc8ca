/* The conversion code lies out of the way and has a name that tells.  */
/* { dg-do compile } */
#include <objmode.h>
int
kernel (int n)
{
  int y = 0;
  if (n > 3)
    with_objmode (y) { "y = n + 1"; }
  for (int i = 0; i < n; i++)
    with_objmode (y, every (5)) { "y = y + i"; }
  return y;
}
/* { dg-final { scan-assembler "\t.section\t.text.unlikely.objmode,\"ax\"" } } */
/* { dg-final { scan-assembler "^kernel.objmode.0:" } } */
/* { dg-final { scan-assembler "^kernel.objmode.1:" } } */
/* { dg-final { scan-assembler-times "call\tkernel.objmode.0\n" 1 } } */
/* { dg-final { scan-assembler-times "call\tkernel.objmode.1\n" 1 } } */
/* { dg-final { scan-assembler-not "Py_" } } */
/* { dg-final { scan-assembler-not "kernel.objmode.0.(part|constprop|isra|cold)" } } */
