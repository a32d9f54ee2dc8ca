/* Bodies that are not Python text alone.  */
/* { dg-do compile } */
#include <objmode.h>

int
g (int n)
{
  int y = 0;
  with_objmode (y) { "y = 2"; n = 3; }
/* { dg-error "31: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2"; { } }
/* { dg-error "31: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { n = 3; "y = 2"; }
/* { dg-error "29: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  return y + n;
}

objmode_module { int x; }
/* { dg-error "1: body of 'objmode_module' must be Python text in string literals" "" { target *-*-* } .-1 } */
