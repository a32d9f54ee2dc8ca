/* The clause NAME (EXPR) for a macro: its value becomes an input.  */
/* { dg-do run } */
#include "check.h"
#include <limits.h>
#define SIZE ((size_t) 6)
#define PLUS(a, b) ((a) + (b))
#define BLOCK(v) with_objmode (v, SIZE (SIZE)) { #v " = SIZE"; }
#define Y y

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
  /* A macro that is a name stands for that.  */
  double z = 3;
  with_objmode (Y (z)) { "y += 1"; }
  CHECK_NUM (z, 4);
  return 0;
}
