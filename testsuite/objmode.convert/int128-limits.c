/* Integers of 128 bits, at their limits.  */
/* { dg-do run } */

#include "check.h"

int
main (void)
{
  __int128 min = (__int128) ((unsigned __int128) 1 << 127), i = 1;
  unsigned __int128 max = ~(unsigned __int128) 0, u = 1;
  int rc;

  with_objmode (i) { "assert min == -2 ** 127, min; i = min"; }
  CHECK (i == min);
  with_objmode (i) { "i = 2 ** 127 - 1"; }
  CHECK (i == ~min);
  with_objmode (i) { "i = -1"; }
  CHECK_NUM (i, -1);
  with_objmode (u) { "assert max == 2 ** 128 - 1, max; u = max"; }
  CHECK (u == max);
  with_objmode (i, error (rc)) { "i = 2 ** 127"; }
  FAILS ("OverflowError", "'i' (C __int128): "
	 "170141183460469231731687303715884105728 does not fit");
  with_objmode (i, error (rc)) { "i = -2 ** 127 - 1"; }
  FAILS ("OverflowError", "does not fit");
  with_objmode (u, error (rc)) { "u = -1"; }
  FAILS ("OverflowError", "-1 does not fit");
  with_objmode (u, error (rc)) { "u = 2 ** 128"; }
  FAILS ("OverflowError", "does not fit");
  with_objmode (u, error (rc)) { "u = 1.0"; }
  FAILS ("TypeError", "1.0 is not an integer");
  CHECK (i == -1 && u == max);
  return 0;
}
