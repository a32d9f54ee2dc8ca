/* `goto' is a keyword: a clause only when `(' follows.  */
/* { dg-do compile } */
#include <objmode.h>

int
g (int n)
{
  int y = 0;
  with_objmode (y, goto) { "y = n"; }
/* { dg-error "20: does not name a variable|undeclared in 'objmode' clause" "" { target *-*-* } .-1 } */
  with_objmode (y, int) { "y = n"; }
/* { dg-error "20: does not name a variable|'int' in 'objmode' clause is not a variable" "" { target *-*-* } .-1 } */
  return y;
}
