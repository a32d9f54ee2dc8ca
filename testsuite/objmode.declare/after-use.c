/* What is declared after a block has used the type comes too late, but may be
   repeated.  */
/* { dg-do compile } */
#include <objmode.h>
struct grid { int n; double *u objmode_extents ("[n]"), *v; };

void
f (struct grid *g)
{
  with_objmode () { "print (g.n)"; }
}

objmode_members (struct grid, u = "[n]");
objmode_members (struct grid, v = "[n]"); /* { dg-error "31: extents of 'v' are declared after a block has used its type; declare them before the first such block" } */
