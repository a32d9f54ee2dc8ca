/* C names that are Python keywords, and builtins that C hides.  */
/* { dg-do run } */
#include "check.h"

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
  return 0;
}
