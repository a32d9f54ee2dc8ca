/* Rebinding an array copies the result back: same shape, safe kinds.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

int
main (void)
{
  float f[4] = { 1, 2, 3, 4 };
  int i[3] = { 1, 2, 3 }, rc;
  double m[2][2] = { { 1, 2 }, { 3, 4 } }, *p = m[0];
  _Bool b[2];
  with_objmode (f) { "f = f[::-1] * 2"; }
  CHECK (f[0] == 8 && f[3] == 2);
  with_objmode (f) { "f = [4, 3, 2.5, 1]"; }
  CHECK (f[0] == 4 && f[2] == 2.5f);
  with_objmode (f) { "import numpy as np\nf = np.arange (4, dtype='float64') / 8"; }
  CHECK (f[3] == 0.375f);
  with_objmode (m) { "m = m.T"; }
  CHECK (m[0][1] == 3 && m[1][0] == 2);
  with_objmode (m) { "m = ((1, 2), (3, 4))"; }
  CHECK_NUM (m[0][1], 2);
  with_objmode (p = "[4]") { "p = p + 1"; }
  CHECK (m[0][0] == 2 && m[1][1] == 5);
  with_objmode (i) { "i = (7, 8, True)"; }
  CHECK (i[0] == 7 && i[2] == 1);
  with_objmode (b) { "b = [True, False]"; }
  CHECK (b[0] && !b[1]);
  /* Wrong shapes, kinds and values: nothing is stored.  */
  with_objmode (f, error (rc)) { "f = f[:3]"; }
  CHECK (rc && strcmp (objmode_error ()->type, "ValueError") == 0);
  CHECK (strstr (objmode_error ()->message, "'f'"));
  with_objmode (f, error (rc)) { "f = 1.0"; }
  CHECK (rc);
  with_objmode (m, error (rc)) { "m = [1, 2, 3, 4]"; }
  CHECK (rc);
  with_objmode (i, error (rc)) { "i = i * 1.5"; }
  CHECK (rc && strcmp (objmode_error ()->type, "TypeError") == 0);
  with_objmode (i, error (rc)) { "i = [1, 2, 2**40]"; }
  CHECK (rc && strcmp (objmode_error ()->type, "OverflowError") == 0);
  with_objmode (i, error (rc)) { "i = [1, 2, 2.0]"; }
  CHECK (rc);
  with_objmode (f, error (rc)) { "f = [1e300, 0, 0, 0]"; }
  CHECK (rc);
  CHECK (i[0] == 7 && i[1] == 8 && i[2] == 1 && f[3] == 0.375f && m[0][0] == 2);
  return 0;
}
