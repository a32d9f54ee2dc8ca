/* C functions in Python text, and names that are not C functions.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wall -Wextra" } */
#include <objmode.h>
#include <stdlib.h>
int f (int n);
static int used (int n) { return n; }
static int unused (int n) { return n; } /* { dg-warning "12: 'unused' defined but not used" } */
static int sum (int n) { return n; } /* { dg-warning "12: 'sum' defined but not used" } */
static int of_module (int n) { return n; }

objmode_module { "def m (): return of_module (1)"; }

int
g (int n)
{
  int y;
  with_objmode (y) { R"( y = f (n) + used (n) + m () )"; }
  with_objmode (y) { R"( y = abs (n) + sum ([n]) )"; }
/* { dg-warning "40: the Python builtin 'sum', which the block calls, hides the C function" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = atoi (n) )"; }
/* { dg-warning "30: 'atoi' is undefined" "" { target *-*-* } .-1 } */
/* { dg-note "30: the text cannot call functions declared in system headers" "" { target *-*-* } .-2 } */
  return y;
}
