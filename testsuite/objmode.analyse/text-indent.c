/* Layouts of texts.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  int y = 0;
  with_objmode (y) { R"(if True:
    y = 1
  )"; }
  CHECK_NUM (y, 1);
  with_objmode (y) { R"(y = 1
    y += 1
    y += 1)"; }
  CHECK_NUM (y, 3);
  with_objmode (y) { R"(  y = 1
    if y:
        y = 5
    y += 1
  )"; }
  CHECK_NUM (y, 6);
  with_objmode (y) { R"(

        y = 2
# A comment at the margin.
        s = """
inside a string
  two""" ; y = s.count ("\n")
        z = (1 +
  2)
        y += z
              # deep comment
  )"; }
  CHECK_NUM (y, 5);
  with_objmode (y) { R"(
y = 4
if y:
	y = 5
)"; }
  CHECK_NUM (y, 5);
  with_objmode (y) { R"(if y == 5: y = 6
    else: y = 7)"; }
  CHECK_NUM (y, 6);
  with_objmode (y) { "def f ():\n  return 3\ny = f ()"; }
  CHECK_NUM (y, 3);
  with_objmode (y) { R"(
    if y:
      y = 8
    else:
      y = 9)"; }
  CHECK_NUM (y, 8);
  return 0;
}
