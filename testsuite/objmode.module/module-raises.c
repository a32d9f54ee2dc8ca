/* A module block that raises: every block of the unit fails with it.  */
/* { dg-do run } */
#include "check.h"
objmode_module { "x = 1\nraise RuntimeError ('no module')"; }

int
main (void)
{
  int y = 3, rc = 0;
  with_objmode (y, error (rc)) { "y = 4"; }
  CHECK (rc && y == 3 && strcmp (last_error (), "RuntimeError: no module") == 0);
  CHECK (strstr (objmode_error ()->traceback, "module-raises.c\", line 4"));
  rc = 0;
  with_objmode (y, error (rc)) { "y = 5"; }
  CHECK (rc && y == 3 && strcmp (last_error (), "RuntimeError: no module") == 0);
  return 0;
}
