/* The shell of IPython sees the variables of the function and those of the
   file, by whatever name it is called, and pointers to nowhere do no harm.  */
/* { dg-do run } */
/* { dg-require-effective-target ipython } */
/* { dg-additional-options "-Wall -Wextra" } */
#include "check.h"
#include <unistd.h>

static int state = 41;
enum { RED = 3 };

int
main (void)
{
  static const char commands[]
    = "print ('first', state + RED, v, bad)\n"
      "class A: pass\n\n"
      "fds\n"
      "import math; print (math.floor (math.pi), A.__name__)\n"
      "exit\n"
      "print ('second', v, state)\n"
      "exit\n";
  int v = 5, y, fds[2];
  char *bad = (char *) 8;

  CHECK (setenv ("HOME", "/nonexistent", 1) == 0);
  CHECK (pipe (fds) == 0 && dup2 (fds[0], 0) == 0);
  CHECK (write (fds[1], commands, sizeof commands - 1)
	 == (ssize_t) sizeof commands - 1);
  close (fds[1]);
  with_objmode (v) { R"py(
    import IPython as shell
    shell.embed (colors="NoColor")
  )py"; }
  with_objmode (y) { R"py(
    from IPython import embed as look
    look (colors="NoColor")
    y = v + 1
  )py"; }
  printf ("end %d %d\n", v, y);
  return 0;
}
/* { dg-output "first 44 5 <unreadable 0x8>.*3 A.*second 5 41.*end 5 6\n$" } */
