/* error and goto together; SystemExit and KeyboardInterrupt are reported as
   any other exception is.  */
/* { dg-do run } */
#include "check.h"

static int
run (int how)
{
  int rc = 77, y = 3;
  with_objmode (y, error (rc), goto (failed)) { R"(
    y = 4
    if how == 1:
        raise SystemExit (5)
    if how == 2:
        raise KeyboardInterrupt
  )"; }
  CHECK (rc == 0 && y == 4);
  return 0;

failed:
  CHECK (rc != 0 && y == 3);
  return 1;
}

int
main (void)
{
  CHECK (run (0) == 0 && objmode_error () == NULL);
  CHECK (run (1) == 1 && strcmp (last_error (), "SystemExit: 5") == 0);
  CHECK (run (2) == 1 && strcmp (objmode_error ()->type, "KeyboardInterrupt") == 0);
  CHECK (run (0) == 0);
  with_objmode (goto (failed)) { "raise SystemExit"; }
  CHECK (!"reached");

failed:
  CHECK_STR (objmode_error ()->type, "SystemExit");
  return 0;
}
