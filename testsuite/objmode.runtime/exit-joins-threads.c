/* At exit threads are joined, files flushed, and blocks still work.  */
/* { dg-do run } */
/* { dg-output "^thread ends\natexit of Python\nlater atexit of C\nwritten 6\n$" } */
#include "runtime-test.h"

UNIT (unit, "ending", NULL);
PLAIN_BLOCK (block, unit, 0,
	     "def f():\n"
	     "  import atexit, threading, time, tempfile\n"
	     "  global file\n"
	     "  def work():\n"
	     "    time.sleep(0.3)\n"
	     "    print('thread ends')\n"
	     "  file = tempfile.NamedTemporaryFile('w')\n"
	     "  file.write('abcdef')\n"
	     "  threading.Thread(target=work).start()\n"
	     "  atexit.register(print, 'atexit of Python')\n");
PLAIN_BLOCK (last, unit, 0,
	     "def f():\n"
	     "  import os\n"
	     "  print('written', os.stat(file.name).st_size)\n");

static void
later (void)
{
  printf ("later atexit of C\n");
  RUN (last, NULL);
}

int
main (void)
{
  atexit (later);
  RUN (block, NULL);
  return 0;
}
