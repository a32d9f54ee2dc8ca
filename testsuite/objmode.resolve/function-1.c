/* C functions in Python text.  */
/* { dg-do compile } */
#include <objmode.h>
#include <stdlib.h>
int f (int n);

int
g (int n)
{
  int y;
  with_objmode (y) { R"( y = f (n) )"; }
/* { dg-sorry "30: 'f' is a C function; calling C from Python text is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = abs (n) )"; }
  with_objmode (y) { R"( y = atoi (n) )"; }
/* { dg-warning "30: 'atoi' is nowhere defined" "" { target *-*-* } .-1 } */
  return y;
}
