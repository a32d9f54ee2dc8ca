/* A name that a function in a block makes one of the module is known in
   other blocks; what the block itself means by it stays.  */
/* { dg-do compile } */
/* { dg-options "-Wall" } */
#include <objmode.h>

int
g (void)
{
  int y, n = 3;
  with_objmode (y) { "y = cache"; }
  with_objmode (y) { "y = n"; }
/* { dg-warning "27: C variable 'n' hides the name of a module block" "" { target *-*-* } .-1 } */
  with_objmode () { R"(
    def fill ():
        global cache, n
        cache = n = 1
    fill ()
  )"; }
  with_objmode (n) { R"(
    n = 2
    def fill ():
        global n
        n = 4
    fill ()
  )"; }
  return y + n;
}
