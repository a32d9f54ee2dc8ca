/* A program that uses what declare-aux.h has declared.  */
#include "declare-aux.h"
#include <stdio.h>
#define __attribute__(x)
struct own { int n; int *p objmode_extents ("[n]"); };
#undef __attribute__
objmode_members (struct grid, v = "[nx]");

int
main (void)
{
  double u[] = { 1, 2, 3, 4 };
  float w[] = { 7, 8 };
  int p[] = { 5, 6 };
  struct grid g = { 2, 2, u, u, { w } };
  struct own o = { 2, p };

  with_objmode () { "print (g.u.tolist (), g.v, g.part.w, o.p)"; }
  return 0;
}
