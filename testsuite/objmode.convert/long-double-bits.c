/* A long double crosses with all its bits, both ways.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */

#include "check.h"

int
main (void)
{
  long double x = 1 + 0x1p-60L, y = 5;
  long double a[2] = { 1, 2 };
  int rc;

  with_objmode (y) { "y = x"; }
  CHECK (y == x);
  with_objmode (y) { "y = 2 ** 63 + 1"; }
  CHECK (y == 0x1p63L + 1);
  with_objmode (y) { "y = 0.5"; }
  CHECK (y == 0.5L);
  with_objmode (y) { "import math; y = math.inf"; }
  CHECK (y == __builtin_infl ());
  y = 5;
  with_objmode (y, error (rc)) { "y = 10 ** 5000"; }
  FAILS ("OverflowError", "'y' (C long double): int does not fit");
  with_objmode (y, error (rc)) { "y = '1'"; }
  FAILS ("TypeError", "'y' (C long double): '1' is not a real number");
  with_objmode (y, error (rc)) { "y = 1j"; }
  FAILS ("TypeError", "'y' (C long double): 1j is not a real number");
  CHECK_NUM (y, 5);
  with_objmode (a) { "assert a.dtype.itemsize == 16; a *= 3"; }
  CHECK (a[0] == 3 && a[1] == 6);
  return 0;
}
