/* Names that Python or the plugin could take for their own.  */
/* { dg-do run } */
/* { dg-additional-options "-fplugin-arg-objmode-no-warn-hidden" } */
#include "check.h"

int
main (void)
{
  int self = 1, _ = 2, __ = 3, __name = 4, print = 5, list = 6, y;
  int objmode = 7, rc_ = 8, True_ = 9, __class__ = 10, __debug = 11, objmode_block = 12;
  double status = 2.5;
  with_objmode (y) { "y = self + _ + __ + __name + print + list"; }
  CHECK_NUM (y, 21);
  with_objmode (y) { "y = objmode + rc_ + True_ + __class__ + __debug + objmode_block"; }
  CHECK_NUM (y, 57);
  with_objmode (status, self, _) { "status = self = _ = 4"; }
  CHECK (status == 4 && self == 4 && _ == 4);
  {
    int rc = 3, status = 4, vars = 5, args = 6, result = 7, n = 8, globals = 9;
    with_objmode (rc, status, vars, args, result, n, globals) { "rc = status = vars = args = result = n = globals = 1"; }
    CHECK (rc + status + vars + args + result + n + globals == 7);
  }
  return 0;
}
