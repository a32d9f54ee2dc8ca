/* When a value goes in, and that it goes in once, on entry.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  int y = 3, n = 4;
  with_objmode (y) { "y += n"; }
  CHECK_NUM (y, 7);
  /* Assigned on some paths only: the old value goes in.  */
  with_objmode (y) { "if n > 100: y = 1"; }
  CHECK_NUM (y, 7);
  with_objmode (y) { "for y in range (0): pass"; }
  CHECK_NUM (y, 7);
  with_objmode (y) { "while True:\n  y = 2\n  break"; }
  CHECK_NUM (y, 2);
  with_objmode (y) { R"(
    try:
        y = int ("x")
    except ValueError:
        pass
  )"; }
  CHECK_NUM (y, 2);
  with_objmode (y) { R"(
    def f (): return y
    k = f ()
    y = k + 1
  )"; }
  CHECK_NUM (y, 3);
  with_objmode (y) { R"(
    def f ():
        nonlocal y
        y = 12
    f ()
  )"; }
  CHECK_NUM (y, 12);
  with_objmode (y) { "del y; y = 5"; }
  CHECK_NUM (y, 5);
  with_objmode (y) { "[y := k for k in range (3)]"; }
  CHECK_NUM (y, 2);
  with_objmode (y) { "import sys as y; y = 4"; }
  CHECK_NUM (y, 4);
  with_objmode (y) { "class C:\n  z = y\ny = C.z * 2"; }
  CHECK_NUM (y, 8);
  with_objmode (y) { "(y, k), *r = (1, 2), 3; y += k + r[0]"; }
  CHECK_NUM (y, 6);
  with_objmode (y) { "match n:\n  case 4: y = 44\n  case _: y = 0"; }
  CHECK_NUM (y, 44);
  with_objmode (y) { "y = lambda: n\ny = y ()"; }
  CHECK_NUM (y, 4);
  return 0;
}
