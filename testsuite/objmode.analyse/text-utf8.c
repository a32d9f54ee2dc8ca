/* UTF-8 in texts and in identifiers.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  int größe = 3, y;
  double π = 3.25;
  with_objmode (y) { R"(
    s = "äöü€😀"
    y = len (s) + größe
  )"; }
  CHECK_NUM (y, 8);
  with_objmode (größe) { "größe = int (π)"; }
  CHECK (größe == 3);
  with_objmode (y) { "y = len ('\u00e9\U0001f600')"; }
  CHECK_NUM (y, 2);
  with_objmode (y) { R"(
    名前 = 4
    y = 名前  # コメント
  )"; }
  CHECK_NUM (y, 4);
  return 0;
}
