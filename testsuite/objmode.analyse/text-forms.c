/* Raw and ordinary literals, adjacent ones, several statements.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  int y = 0;
  with_objmode (y) { R"(y = 1)"; }
  CHECK_NUM (y, 1);
  with_objmode (y) { R"anything(
    s = ")" + ')"'
    y = len (s)
  )anything"; }
  CHECK_NUM (y, 3);
  with_objmode (y) { "y = ord ('\x41') + len (\"\\n\") + len ('\\\\')"; }
  CHECK (y == 65 + 2);
  with_objmode (y) { R"(y = len ('\n') + len ("\\"))"; }
  CHECK_NUM (y, 2);
  with_objmode (y) { "y = 1\n" "y +" "= 10"; }
  CHECK_NUM (y, 11);
  with_objmode (y) { "y = 1"; "y += 2"; "for k in range (2):"; "  y += 10"; }
  CHECK_NUM (y, 23);
  with_objmode (y) { R"(
    y = 1
    )" R"(
    y += 1)"; R"(
    y += 100
  )"; }
  CHECK_NUM (y, 102);
  with_objmode (y) { u8"y = 7"; }
  CHECK_NUM (y, 7);
  with_objmode (y) { "# only comments\n\n  # here\ny = 8  # and here\n"; }
  CHECK_NUM (y, 8);
  with_objmode (y) { "y = \\\n 9"; }
  CHECK_NUM (y, 9);
  with_objmode (y) { "y = 'a\
b' == 'ab'"; }
  CHECK_NUM (y, 1);
  return 0;
}
