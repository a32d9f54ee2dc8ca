/* A name that a block makes one of the module is known in other blocks.  */
/* { dg-do compile } */
/* { dg-options "-Werror" } */
#include <objmode.h>

int
g (void)
{
  int y;
  with_objmode (y) { "y = cache"; }
  with_objmode () { "global cache; cache = 1"; }
  return y;
}
