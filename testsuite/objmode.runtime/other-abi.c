/* A unit of another ABI is refused before Python is started.  */
/* { dg-do run } */
#include "runtime-test.h"

static struct __objmode_unit unit
  = { OBJMODE_ABI + 1, 0, "old", "old.c", NULL, NULL };
PLAIN_BLOCK (block, unit, OBJMODE_BLOCK_REPORT, "def f(): pass\n");

int
main (void)
{
  CHECK (RUN (block, NULL) == OBJMODE_FAILED);
  CHECK (error_is ("RuntimeError", "ABI"));
  return 0;
}
