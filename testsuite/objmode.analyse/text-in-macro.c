/* A text in a macro: the place where it is written.  */
/* { dg-do compile } */
/* { dg-prune-output "in (expansion|definition) of macro" } */
#include <objmode.h>
#define BAD(V) with_objmode (V) { "V = = 2"; }
#define TEXT "y = = 3"

void
g (int n)
{
  int y = 0;
  BAD (y)
  with_objmode (y) { TEXT; }
  (void) n;
/* { dg-error "40: Python: invalid syntax" "" { target *-*-* } .-10 } */
/* { dg-error "19: Python: invalid syntax" "" { target *-*-* } .-10 } */
}
