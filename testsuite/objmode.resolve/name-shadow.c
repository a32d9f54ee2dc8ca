/* Inner scopes of C hide outer ones; later declarations are not seen.  */
/* { dg-do run } */
#include "check.h"
static int v = 1;
objmode_module { "late = 'module'"; }

int
main (void)
{
  int y;
  with_objmode (y) { "y = v"; }
  CHECK_NUM (y, 1);
  int v = 2;
  with_objmode (y) { "y = v"; }
  CHECK_NUM (y, 2);
  {
    double v = 3.5;
    with_objmode (y) { "y = int (v * 2)"; }
    CHECK_NUM (y, 7);
    {
      int v;
      with_objmode (v) { "v = 9"; }
      CHECK_NUM (v, 9);
    }
    CHECK_NUM (v, 3.5);
  }
  for (int v = 5; v < 6; v++)
    with_objmode (y) { "y = v"; }
  CHECK (y == 5 && v == 2);
  with_objmode (y) { "y = late == 'module'"; }
  CHECK_NUM (y, 1);
  int late = 3;
  CHECK_NUM (late, 3);
  {
    extern int elsewhere;
    with_objmode (elsewhere) { "elsewhere += 1"; }
  }
  extern int elsewhere;
  CHECK_NUM (elsewhere, 43);
  return 0;
}
int elsewhere = 42;
