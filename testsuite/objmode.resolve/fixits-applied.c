/* The fix-its of lost-assignments.c and annotate/fixit-places.c, applied: silent.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra -Werror" } */
#include <objmode.h>
static int shared;

int
g (int n, int m, int k)
{
  int y = 0;
  with_objmode (y, n) { "y = 1; n = 2"; }
  with_objmode (y, shared) { "shared += 2; y = 1"; }
  with_objmode (n) { "n = 3"; }
  with_objmode (m, n) { "n = 3; m = 1"; }
  __attribute__ ((objmode (k))) { "k = 3"; }
  return n + m + k + y + shared;
}
