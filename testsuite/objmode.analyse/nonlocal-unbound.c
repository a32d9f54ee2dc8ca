/* A nested `nonlocal' of what neither the block nor C binds; one that they
   bind is right.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n)
{
  int y = 0;
  with_objmode (y) { R"(
    y = 1
    def f ():
        nonlocal nowhere
        nowhere = 1
    f ()
  )"; }
/* { dg-error "9: Python: no binding for nonlocal 'nowhere' found" "" { target *-*-* } .-4 } */
  with_objmode (y, n) { R"(
    own = 1
    def f ():
        nonlocal own, n, y
        y = own = n = n + 1
    f ()
  )"; }
}
