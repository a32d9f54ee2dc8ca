/* -Wimplicit-fallthrough: a text that always leaves does not fall.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wall -Wextra" } */
#include <objmode.h>

int
f (int n)
{
  int y = 0;
  switch (n)
    {
    case 0:
      with_objmode () { "break"; }
    case 1:
      {
	y = 1;
	with_objmode (y) { "y = 2; break"; }
      }
    case 2:
      with_objmode () { "return 1"; }
    case 3:
      with_objmode (y) { "y = 2\nif n: break"; }
/* { dg-warning "7: this statement may fall through" "" { target *-*-* } .-1 } */
    case 4:	/* { dg-note "5: here" } */
      if (y)
/* { dg-warning "10: this statement may fall through" "" { target *-*-* } .-1 } */
	with_objmode () { "break"; }
    default:	/* { dg-note "5: here" } */
      return y;
    }
  return n;
}
