/* The clause NAME (EXPR) for a macro: its value becomes an input.  */
/* { dg-do run } */
#include "check.h"
#include <limits.h>
#define SIZE ((size_t) 6)
#define PLUS(a, b) ((a) + (b))
#define BLOCK(v) with_objmode (v, SIZE (SIZE)) { #v " = SIZE"; }
#define Y y
#define TOL 1e-3
#define OTHER_TOL TOL
#define NAME_OF_TOL TOL
#define TOLERANCES y, TOL (TOL), OTHER_TOL (TOL * 2)
#define MORE TOLERANCES, SIZE (SIZE)
#define ONE(n) n (n)
#define THROUGH(...) with_objmode (__VA_ARGS__)

int
main (void)
{
  double y;
  with_objmode (y, INT_MAX (INT_MAX), SIZE (SIZE)) { "y = INT_MAX + SIZE"; }
  CHECK_NUM (y, INT_MAX + 6.0);
  __attribute__ ((objmode (y, SIZE (SIZE + 1)))) { "y = SIZE"; }
  CHECK_NUM (y, 7);
  with_objmode (y, SIZE (PLUS (SIZE, 2)) = "uint64") { "y = SIZE"; }
  CHECK_NUM (y, 8);
  BLOCK (y)
  CHECK_NUM (y, 6);
  /* The clause or the list of clauses comes from a macro, too.  */
  with_objmode (TOLERANCES) { "y = TOL + OTHER_TOL"; }
  CHECK_NUM (y, 1e-3 + 2e-3);
  with_objmode (MORE) { "y = TOL + OTHER_TOL + SIZE"; }
  CHECK_NUM (y, 1e-3 + 2e-3 + 6);
  THROUGH (MORE) { "y = TOL + OTHER_TOL + SIZE"; }
  CHECK_NUM (y, 1e-3 + 2e-3 + 6);
  with_objmode (y, ONE (TOL), NAME_OF_TOL (TOL + 1)) { "y = TOL + NAME_OF_TOL"; }
  CHECK_NUM (y, 1e-3 + (1e-3 + 1));
  __attribute__ ((objmode (MORE))) { "y = TOL + OTHER_TOL + SIZE"; }
  CHECK_NUM (y, 1e-3 + 2e-3 + 6);
  /* A macro that is a name stands for that.  */
  double z = 3;
  with_objmode (Y (z)) { "y += 1"; }
  CHECK_NUM (z, 4);
  return 0;
}
