/* Extents of zero, negative ones, and null pointers.  */
/* { dg-do run } */
/* { dg-options "-fplugin-arg-objmode-no-warn-unused" } */
/* { dg-require-effective-target numpy } */
#include "check.h"

int
main (void)
{
  double data[4], *p = data, *null = NULL;
  double none[0], inner[2][0][3];
  char chars[0];
  int n = 0, rc, y = 3;
  with_objmode (y, p = "[n]") { "y = p.shape == (0,)"; }
  CHECK_NUM (y, 1);
  with_objmode (y, p = "[3, n]") { "y = p.shape == (3, 0)"; }
  CHECK_NUM (y, 1);
  with_objmode (y, none) {
    "y = (none.shape, inner.shape, chars.shape) == ((0,), (2, 0, 3), (0,))\n"
    "none = []";
  }
  CHECK_NUM (y, 1);
  y = 3;
  with_objmode (y, none, error (rc)) { "none = [1]; y = 2"; }
  CHECK (rc && y == 3);
  with_objmode (y, null = "[n]") { "y = 5"; }
  with_objmode (y, null = "[2]", error (rc)) { "y = null is None"; }
  CHECK (rc || y == 1);
  n = -1;
  with_objmode (y, p = "[n]", error (rc)) { "y = 2"; }
  CHECK (rc != 0 && y != 2);
  CHECK_STR (objmode_error ()->type, "ValueError");
  CHECK (strstr (objmode_error ()->message, "-1") && strcmp (objmode_error ()->variable, "p") == 0);
  return 0;
}
