/* Wide _BitInt, and arrays with padding bits, are not converted.  */
/* { dg-do compile } */
/* { dg-require-effective-target gcc14 } */
/* { dg-options "-O2 -std=gnu23" } */
#include <objmode.h>

int
f (_BitInt(200) w)
{
  _BitInt(37) a[3];
  int y;
  with_objmode (y) { "y = w"; }
/* { dg-error "27: 'w' of type '_BitInt.200.' cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = len (a)"; }
/* { dg-error "32: 'a' of type '_BitInt.37..3.' cannot be passed to Python: an array of this type is not yet supported" "" { target *-*-* } .-1 } */
  return y;
}
