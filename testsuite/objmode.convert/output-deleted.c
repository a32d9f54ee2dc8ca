/* An output that the text deletes: the block fails.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  int y = 3, rc;
  with_objmode (y, error (rc)) { "y = 4; del y"; }
  CHECK (rc && y == 3);
  CHECK (strstr (last_error (), "y"));
  with_objmode (y, error (rc)) { "y = 4; raise SystemExit (3)"; }
  CHECK (rc && y == 3 && strcmp (objmode_error ()->type, "SystemExit") == 0);
  return 0;
}
