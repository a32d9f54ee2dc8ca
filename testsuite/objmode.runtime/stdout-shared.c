/* Python and C share stdout, pipe or not, and nothing is lost at exit.  */
/* { dg-do run } */
/* { dg-output "^c 0\npy 0\nc 1\npy 1\nc 2\npy 2\nat exit\n$" } */
#include "runtime-test.h"

UNIT (unit, "output", NULL);
TYPE (i32, INT, int32_t);
struct frame { int32_t i; };
static const struct __objmode_var vars[]
  = { SCALAR (struct frame, i, i32, IN) };
BLOCK (block, unit, vars, 0,
       "def f(i):\n"
       "  import atexit, sys\n"
       "  if i == 0: atexit.register(print, 'at exit')\n"
       "  print('py', i)\n"
       "  assert sys.stdout.fileno() == 1 and sys.stdout.encoding == 'utf-8'\n");

int
main (void)
{
  struct frame frame;

  for (frame.i = 0; frame.i < 3; frame.i++)
    {
      printf ("c %d\n", (int) frame.i);
      RUN (block, &frame);
    }
  return 0;
}
