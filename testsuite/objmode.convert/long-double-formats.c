/* An 80-bit number is passed whatever the format of long double is.  */
/* { dg-do run { target x86_64-*-* } } */
/* { dg-require-effective-target numpy } */
/* { dg-options "-mlong-double-128" } */
#include "check.h"

struct mixed { int k; long double v[2]; };

int
main (void)
{
  __float80 x = 1 + 0x1p-60, z[2] = { 0x1p-16000w, 2 };
  struct mixed s = { 3, { 0 } };
  int rc, k = 0;

  with_objmode (x, error (rc)) { R"py( x *= 4; z[1] = z[0] )py"; }
  CHECK_NUM (rc, 0);
  CHECK (x == 4 + 0x1p-58 && z[1] == 0x1p-16000w);
  with_objmode (k, error (rc)) { R"py( k = s.k; s.v )py"; }
  FAILS ("AttributeError", "'s.v' (C long double[2]): has a type that Python"
	 " text cannot use");
  return 0;
}
