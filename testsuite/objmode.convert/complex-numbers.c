/* Complex numbers, scalars and arrays.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */

#include "check.h"

int
main (void)
{
  float _Complex c = 3 - 1i, d = 7;
  double _Complex z = 1 + 2i, w = 7;
  long double _Complex l = 1 + 0x1p-60L * 1i, m = 7;
  double _Complex a[3] = { 1, 1i, 2 };
  int rc;

  with_objmode (d) { "assert c == 3 - 1j; d = c"; }
  CHECK (d == c);
  with_objmode (w) { "w = z * 2j"; }
  CHECK (w == -4 + 2i);
  with_objmode (w) { "w = True"; }
  CHECK_NUM (w, 1);
  with_objmode (m) { "m = l"; }
  CHECK (m == l);
  with_objmode (d, error (rc)) { "d = 1e300j"; }
  FAILS ("OverflowError", "'d' (C complex float): 1e+300j does not fit");
  with_objmode (w, error (rc)) { "w = '1'"; }
  FAILS ("TypeError", "'w' (C complex double): '1' is not a complex number");
  CHECK (d == c && w == 1);
  with_objmode (a) { "a = a * 1j"; }
  CHECK (a[0] == 1i && a[1] == -1 && a[2] == 2i);
  with_objmode (a, error (rc)) { "a = [1, 2, '3']"; }
  FAILS ("TypeError", "'a[2]' (C complex double): '3' is not a complex");
  with_objmode (a = "complex128[3]") { "a = [1, 2.5, 3j]"; }
  CHECK (a[0] == 1 && a[1] == 2.5 && a[2] == 3i);
  return 0;
}
