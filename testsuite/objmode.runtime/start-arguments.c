/* objmode_start: arguments and path; the second call does nothing.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "start", NULL);
PLAIN_BLOCK (block, unit, 0,
	     "def f():\n"
	     "  import sys\n"
	     "  assert sys.argv == ['-c', 'b c'], sys.argv\n"
	     "  assert sys.path[:2] == ['/first', '/second'], sys.path\n"
	     "  assert sys.flags.isolated\n");

int
main (void)
{
  char *argv[] = { (char *) "-c", (char *) "b c", NULL };
  objmode_config config = { .isolated = 1, .path = "/first:/second",
			    .argc = 2, .argv = argv };

  CHECK (objmode_start (&config) == 0);
  CHECK (objmode_start (NULL) == 0);
  CHECK (RUN (block, NULL) == OBJMODE_DONE);
  return 0;
}
