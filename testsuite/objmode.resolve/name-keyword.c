/* C names that are Python keywords, and builtins that C hides.  */
/* { dg-do run } */
#include "check.h"

/* Macros that are C's have such names too.  */
#define nonlocal 5
#define True (nonlocal + 1)
#define from 7

int
main (void)
{
  int lambda = 4, def = 1, y = 0, None_ = 9;
  double pass[2] = { 1, 2 };
  with_objmode (y) { "y = lambda_ + def_ + None_"; }
  CHECK_NUM (y, 14);
  with_objmode (lambda) { "lambda_ = lambda_ * 2"; }
  CHECK_NUM (lambda, 8);
  with_objmode (lambda, def) { "lambda_ = def_ = 3"; }
  CHECK (lambda == 3 && def == 3);
  with_objmode (pass) { "pass_[0] = 5"; }
  CHECK_NUM (pass[0], 5);
  int in = 3, is = 4;
  with_objmode (y, in (is)) { "y = in_ + is_"; }
  CHECK_NUM (y, 8);
  with_objmode (y) { "y = nonlocal_ * 100 + True_ * 10 + from_"; }
  CHECK_NUM (y, 567);
  with_objmode (y) { "y = True + 1"; }
  CHECK_NUM (y, 2);
  /* What Python's compiler takes for a constant.  */
  int __debug__ = 11;
  struct { int __debug__; } s = { 12 };
  with_objmode (__debug__) { "__debug___ += 1; s.__debug___ += 1"; }
  CHECK_NUM (__debug__, 12);
  CHECK_NUM (s.__debug__, 13);
  return 0;
}
