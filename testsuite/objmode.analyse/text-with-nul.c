/* A text with a NUL in it: said, and not cut off.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n)
{
  int y = 0;
  with_objmode (y) { "y = 1\0; y = n"; }
/* { dg-error "28: Python: source code cannot contain null bytes" "" { target *-*-* } .-1 } */
}
