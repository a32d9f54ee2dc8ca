/* A fork while another thread keeps the GIL in C does not wait for ever,
   and blocks of the child fail instead of hanging.  */
/* { dg-do run } */
#include "runtime-test.h"
#include <sys/wait.h>

UNIT (unit, "forked", NULL);
PLAIN_BLOCK (block, unit, OBJMODE_BLOCK_REPORT,
	     "def f():\n"
	     "  import threading, ctypes, time\n"
	     "  c = ctypes.PyDLL(None)\n"
	     "  def work():\n"
	     "    time.sleep(0.3)\n"
	     "    c.sleep(3)\n"
	     "  threading.Thread(target=work, daemon=True).start()\n");

int
main (void)
{
  int status = 0;
  pid_t child;

  CHECK (RUN (block, NULL) == OBJMODE_DONE);
  usleep (700000);
  child = fork ();
  if (child == 0)
    {
      CHECK (RUN (block, NULL) == OBJMODE_FAILED);
      CHECK (error_is ("RuntimeError", "held the GIL"));
      _exit (0);
    }
  CHECK (waitpid (child, &status, 0) == child && status == 0);
  return 0;
}
