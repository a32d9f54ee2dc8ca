/* A block that assigns the name of a module block without `global'.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra" } */
#include <objmode.h>
objmode_module { "counter = 0; path = None\nfrom math import *"; }

void
f (void)
{
  with_objmode () { "counter = 1"; }
/* { dg-warning "22: value assigned to 'counter' is lost; declare it 'global' in the text to assign the name of a module block" "" { target *-*-* } .-1 } */
  with_objmode () { "counter += 1"; }
/* { dg-warning "22: value assigned to 'counter' is lost" "" { target *-*-* } .-1 } */
  with_objmode () { "counter = counter + 1"; }
/* { dg-warning "22: value assigned to 'counter' is lost" "" { target *-*-* } .-1 } */
  with_objmode () { "later = 1"; }
/* { dg-warning "22: value assigned to 'later' is lost" "" { target *-*-* } .-1 } */
  /* These are variables of the block.  */
  with_objmode () { "counter = 1; print (counter)"; }
  with_objmode () { "if __name__: counter = 1\nprint (counter)"; }
  with_objmode () { "for path in (): print (path)"; }
  with_objmode () { "for path in (): pass"; }
  with_objmode () { "counter = 1\nprint ([counter for x in ()])"; }
  with_objmode () { "counter = 1\ndef f (): return counter\nf ()"; }
  with_objmode () { "global counter; counter = 1; unknown = 2"; }
}
objmode_module { "later = 1"; }
