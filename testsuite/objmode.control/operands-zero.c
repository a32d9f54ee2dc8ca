/* Operands that are constants, or bit-fields, or of a narrow type keep their
   values.  */
/* { dg-do run } */
#include "check.h"

struct s { unsigned b : 3; };

int
main (void)
{
  double a[4] = { 1, 2, 3, 4 }, *x = a;
  struct s s = { 2 };
  short two = 2;
  int n = -1, ran = 0;
  with_objmode (n, x = "[0]") { "n = x.size"; }
  CHECK_NUM (n, 0);
  with_objmode (n, x = "[s.b]") { "n = x.size"; }
  CHECK_NUM (n, 2);
  with_objmode (n, x = "[two : s.b]") { "n = int (x[1])"; }
  CHECK_NUM (n, 3);
  with_objmode (n, x = "[(n, two)]") { "n = x.size"; }
  CHECK_NUM (n, 2);
  with_objmode (n, x = "[n++ > 2 ? 1 : (int) sizeof (short)]") { "n = x.size"; }
  CHECK_NUM (n, 2);
  for (int i = 0; i < 4; i++)
    with_objmode (ran, every (s.b)) { "ran = ran + 1"; }
  CHECK_NUM (ran, 2);
  with_objmode (ran, every (0)) { "ran = 9"; }
  CHECK_NUM (ran, 2);
  for (int i = 0; i < 2; i++)
    with_objmode (ran, interval (0.0f)) { "ran = ran + 1"; }
  CHECK_NUM (ran, 4);
  with_objmode (n, v (0)) { "n = v"; }
  CHECK_NUM (n, 0);
  return 0;
}
