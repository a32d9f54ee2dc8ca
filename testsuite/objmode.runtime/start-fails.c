/* objmode_start: a Python that is not there is an error, again and again,
   also of blocks.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "start", NULL);
PLAIN_BLOCK (block, unit, OBJMODE_BLOCK_REPORT, "def f(): pass\n");

int
main (void)
{
  objmode_config config = { .python = "/no/such/python" };

  CHECK (objmode_start (&config) == -1);
  CHECK (error_is ("RuntimeError", "/no/such/python (from objmode_start)"));
  CHECK (objmode_start (NULL) == -1);
  CHECK (RUN (block, NULL) == OBJMODE_FAILED);
  CHECK (error_is ("RuntimeError", "/no/such/python"));
  CHECK_STR (objmode_error ()->function, "f_block");
  return 0;
}
