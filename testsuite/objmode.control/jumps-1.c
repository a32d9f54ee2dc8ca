/* Texts that leave the block.  */
/* { dg-do compile } */
#include <objmode.h>

int
f (int n)
{
  int y = 0;
  for (int i = 0; i < n; i++)
    {
      with_objmode (y) { R"(
        y = 2
        if i:
            return
      )"; }
/* { dg-sorry "13: 'return' that leaves an 'objmode' block is not yet supported" "" { target *-*-* } .-2 } */
      with_objmode (y) { "y = 2; break"; }
/* { dg-sorry "34: 'break' that leaves an 'objmode' block is not yet supported" "" { target *-*-* } .-1 } */
      with_objmode (y) { "y = 2; continue"; }
/* { dg-sorry "34: 'continue' that leaves an 'objmode' block is not yet supported" "" { target *-*-* } .-1 } */
      with_objmode (y) { R"(
        def g ():
            return 1
        for k in range (2):
            if k: continue
            y = g ()
            break
      )"; }
    }
  return y;
}
