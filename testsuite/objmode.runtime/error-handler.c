/* The handler; without one, SystemExit exits with its status.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "handler", NULL);
PLAIN_BLOCK (block, unit, 0, "def f(): raise ValueError('seen')\n");
PLAIN_BLOCK (leave, unit, 0, "def f(): raise SystemExit(0)\n");

static int calls;

static void
handler (const objmode_error_info *error)
{
  CHECK (error == objmode_error ());
  CHECK_STR (error->type, "ValueError");
  calls++;
}

int
main (void)
{
  CHECK (objmode_set_error_handler (handler) == NULL);
  CHECK (RUN (block, NULL) == OBJMODE_FAILED);
  CHECK (RUN (block, NULL) == OBJMODE_FAILED);
  CHECK_NUM (calls, 2);
  CHECK (objmode_set_error_handler (NULL) == handler);
  RUN (leave, NULL);
  return 1;
}
