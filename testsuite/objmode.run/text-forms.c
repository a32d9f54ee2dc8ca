/* Raw and ordinary literals, adjacent ones, several statements.  */
/* { dg-do run } */
#include "check-aux.h"

int
main (void)
{
  int y = 0;
  with_objmode (y) { R"(y = 1)"; }
  CHECK (y == 1);
  with_objmode (y) { R"anything(
    s = ")" + ')"'
    y = len (s)
  )anything"; }
  CHECK (y == 3);
  with_objmode (y) { "y = ord ('\x41') + len (\"\\n\") + len ('\\\\')"; }
  CHECK (y == 65 + 2);
  with_objmode (y) { R"(y = len ('\n') + len ("\\"))"; }
  CHECK (y == 2);
  with_objmode (y) { "y = 1\n" "y +" "= 10"; }
  CHECK (y == 11);
  with_objmode (y) { "y = 1"; "y += 2"; "for k in range (2):"; "  y += 10"; }
  CHECK (y == 23);
  with_objmode (y) { R"(
    y = 1
    )" R"(
    y += 1)"; R"(
    y += 100
  )"; }
  CHECK (y == 102);
  with_objmode (y) { u8"y = 7"; }
  CHECK (y == 7);
  with_objmode (y) { "# only comments\n\n  # here\ny = 8  # and here\n"; }
  CHECK (y == 8);
  with_objmode (y) { "y = \\\n 9"; }
  CHECK (y == 9);
  with_objmode (y) { "y = 'a\
b' == 'ab'"; }
  CHECK (y == 1);
  return 0;
}
