/* fork from C and from Python while another thread runs Python.  */
/* { dg-do run } */
#include "runtime-test.h"
#include <sys/wait.h>

UNIT (unit, "forked", NULL);
TYPE (i32, INT, int32_t);
struct frame { int32_t x; };
static const struct __objmode_var vars[]
  = { SCALAR (struct frame, x, i32, IN | OUT) };
BLOCK (block, unit, vars, 0, "def f(x): return x + 1\n");
PLAIN_BLOCK (start, unit, 0,
	     "def f():\n"
	     "  import threading\n"
	     "  def busy():\n"
	     "    while True: pass\n"
	     "  threading.Thread(target=busy, daemon=True).start()\n");
PLAIN_BLOCK (by_python, unit, 0,
	     "def f():\n"
	     "  import os, subprocess\n"
	     "  pid = os.fork()\n"
	     "  if pid == 0: os._exit(7)\n"
	     "  assert os.waitpid(pid, 0)[1] == 7 << 8\n"
	     "  subprocess.run(['true'], check=True)\n");

int
main (void)
{
  RUN (start, NULL);
  for (int i = 0; i < 5; i++)
    {
      struct frame frame = { 1 };
      int status = 0;
      pid_t pid = fork ();

      if (pid == 0)
	{
	  RUN (block, &frame);
	  _exit (frame.x);
	}
      CHECK (RUN (block, &frame) == OBJMODE_DONE && frame.x == 2);
      CHECK (waitpid (pid, &status, 0) == pid);
      CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 2);
    }
  CHECK (RUN (by_python, NULL) == OBJMODE_DONE);
  return 0;
}
