/* Extents, strides and counts of a type that is wider than an address keep
   their values, and do not become what their lower bits say.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  __int128 wide = ((__int128) 1 << 64) + 2, two = 2, negative = -wide;
  double a[4] = { 1, 2, 3, 4 }, *x = a;
  char text[] = "ab", *c = text;
  int n = 0, rc = 0, ran = 0;
  with_objmode (n, x = "[two]") { "n = len (x)"; }
  CHECK_NUM (n, 2);
  with_objmode (n, x = "[wide]", error (rc)) { "n = len (x)"; }
  FAILS ("ValueError", "exceeds the address space");
  with_objmode (n, x = "[negative]", error (rc)) { "n = len (x)"; }
  FAILS ("ValueError", "negative");
  with_objmode (n, c = "bytes[negative]", error (rc)) { "n = len (c)"; }
  FAILS ("ValueError", "negative");
  for (int i = 0; i < 3; i++)
    with_objmode (ran, every (wide)) { "ran = ran + 1"; }
  CHECK_NUM (ran, 1);
  with_objmode (ran, every (negative)) { "ran = ran + 1"; }
  CHECK_NUM (ran, 1);
  return 0;
}
