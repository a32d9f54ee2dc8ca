/* Macros that expand to constant expressions through others.  */
/* { dg-do run } */
/* { dg-options "-Wall -Werror" } */
#include "check.h"
#define LIMIT 13
#define CHAINED (LIMIT + 1)
#define ALIAS CHAINED
#define BIGGER (LIMIT > 3 ? LIMIT * 2 : -1)
#define BOTH (LIMIT == 13 && !0)
#define NAME "a" "b"
#define FULL NAME "c"
#define HUGE_NUMBER 0xffffffffffffffffull
#define HALF .5f

int
main (void)
{
  int y = 0;
  with_objmode (y) { "y = CHAINED"; }
  CHECK_NUM (y, 14);
  with_objmode (y) { "y = ALIAS + 1"; }
  CHECK_NUM (y, 15);
  with_objmode (y) { "y = BIGGER"; }
  CHECK_NUM (y, 26);
  with_objmode (y) { "y = BOTH + 1"; }
  CHECK_NUM (y, 2);
  with_objmode (y) { "y = FULL == 'abc' and HUGE_NUMBER == 2**64 - 1 and HALF == 0.5"; }
  CHECK_NUM (y, 1);
#undef LIMIT
#define LIMIT 20
  with_objmode (y) { "y = CHAINED"; }
  CHECK_NUM (y, 21);
  return 0;
}
