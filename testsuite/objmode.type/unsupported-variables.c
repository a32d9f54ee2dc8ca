/* Variables that cannot be converted, and why.  */
/* { dg-do compile } */
#include <objmode.h>

int
g (void)
{
  int y = 0;
  __int128 wide[2];
  with_objmode (y) { R"( y = len (wide) )"; }
/* { dg-error "35: 'wide' of type '__int128.2.' cannot be passed to Python: an array of this type is not yet supported" "" { target *-*-* } .-1 } */
  return y;
}
