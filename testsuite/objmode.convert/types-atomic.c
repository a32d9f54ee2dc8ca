/* _Atomic integers.  */
/* { dg-do run } */
#include "check.h"
static _Atomic long shared = 7;

int
main (void)
{
  _Atomic int atomic = 4;
  int y;
  with_objmode (atomic) { "atomic += 1"; }
  CHECK_NUM (atomic, 5);
  with_objmode (y, shared) { "y = shared; shared = 8"; }
  CHECK (y == 7 && shared == 8);
  return 0;
}
