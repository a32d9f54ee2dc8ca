/* Elements that are const: views that refuse writing.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
static const int table[3] = { 1, 2, 3 };

int
main (void)
{
  const double local[2] = { 1, 2 };
  double data[3] = { 1, 2, 3 };
  const double *p = data;
  int rc, y;
  with_objmode (y) { "y = int (table.sum () + local.sum ())"; }
  CHECK_NUM (y, 9);
  with_objmode (error (rc)) { "table[0] = 5"; }
  CHECK (rc && strcmp (objmode_error ()->type, "ValueError") == 0 && table[0] == 1);
  with_objmode (error (rc)) { "local += 1"; }
  CHECK (rc && local[0] == 1);
  with_objmode (p = "[3]", error (rc)) { "p[0] = 5"; }
  CHECK (rc && data[0] == 1);
  return 0;
}
