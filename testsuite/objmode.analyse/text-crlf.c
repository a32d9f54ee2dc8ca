/* A C file whose lines end in CR LF.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  int y, rc;
  with_objmode (y) { R"(
    y = 0
    for k in range (3):
        y += k
    s = """a
b"""
    y += len (s)
  )"; }
  CHECK (y == 6);
  with_objmode (error (rc)) { R"(
    a = 1
    raise ValueError
  )"; }
  CHECK (rc && objmode_error ()->line == 20);
  return 0;
}
