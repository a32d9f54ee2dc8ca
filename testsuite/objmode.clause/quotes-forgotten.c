/* Python text without quotes: one error, which says so.  */
/* { dg-do compile } */
/* { dg-options "-Wall" } */
#include <objmode.h>

int
f (int n)
{
  int y = 0;
  with_objmode (y) { print ("x"); }
/* { dg-error "22: Python text must be in a string literal, as in 'R\"py.print ..hello...py\"'; without quotes, the body of an 'objmode' block is C" "" { target *-*-* } .-1 } */
  with_objmode (y) { import numpy; }
/* { dg-error "22: Python text must be in a string literal" "" { target *-*-* } .-1 } */
  with_objmode (y) { from math import sin
    y = sin (n) }
/* { dg-error "22: Python text must be in a string literal" "" { target *-*-* } .-2 } */
  with_objmode (y)
    {
      for i in range(3):
	y += 1	# don't
    }
/* { dg-error "7: Python text must be in a string literal" "" { target *-*-* } .-3 } */
  with_objmode (y) { if not n: y = { } }
/* { dg-error "22: Python text must be in a string literal" "" { target *-*-* } .-1 } */
  return y;
}

int print (const char *);

/* These are C.  */

int
g (int n)
{
  int y = 0;
  with_objmode () { print ("x"); }
  with_objmode () { for (int i = 0; i < n; i++) y++; }
  with_objmode () { if (n) y++; }
  with_objmode () { if (!n) y++; }
  with_objmode () { while (y < n) y++; }
  return y;
}
