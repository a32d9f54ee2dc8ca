/* The error about a list names the element that a scalar would refuse, as it is
   in the list, whatever type NumPy finds for all of them.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

objmode_module { "import numpy as np"; }

int
main (void)
{
  int b[4] = { 9, 9, 9, 9 }, rc;
  float _Complex z[2] = { 9, 9 };

  with_objmode (b, error (rc))
    { "b = [True, 2, np.timedelta64 (1, 's'), 3]"; }
  FAILS ("TypeError", "'b[2]' (C int): ");
  FAILS_WITH ("timedelta64(1,'s') is not an integer");
  with_objmode (b, error (rc))
    { "b = [1, np.int8 (2), np.datetime64 (1, 's'), 3]"; }
  FAILS ("TypeError", "'b[2]' (C int): ");
  CHECK (b[0] == 9 && b[3] == 9);
  with_objmode (z, error (rc)) { "z = [-3.5e38, 1+2j]"; }
  FAILS_WITH ("'z[0]' (C complex float): -3.5e+38 does not fit");
  CHECK (z[1] == 9);
  return 0;
}
