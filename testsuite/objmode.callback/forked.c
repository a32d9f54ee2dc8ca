/* Closures after a fork: those of the parent work, are released and are not
   freed; the child makes others.  */
/* { dg-do run } */
#include "check.h"
#include <sys/wait.h>
#include <unistd.h>
typedef int (*fn) (int);
static fn
make (int n)
{
  fn f = NULL;
  with_objmode (f) { "f = lambda x: x + n"; }
  return f;
}
static void
child (fn old, int deep)
{
  fn more[5];
  int status;
  CHECK_NUM (old (1), 101);
  for (int i = 0; i < 5; i++)
    more[i] = make (i);
  for (int i = 0; i < 5; i++)
    CHECK (more[i] != old && more[i] (10) == 10 + i);
  objmode_callback_release (old);
  /* The argument of a call has one too.  */
  CHECK (objmode_callback_p (old) == (deep < 0));
  for (int i = 0; i < 1500; i++)
    {
      fn f = make (i);
      CHECK (f != old);
      objmode_callback_release (f);
    }
  if (deep > 0)
    {
      fn own = make (100);
      if (fork () == 0)
	{
	  child (own, 0);
	  CHECK (more[4] (1) == 5);
	  _exit (7);
	}
      CHECK (wait (&status) > 0 && WIFEXITED (status) && WEXITSTATUS (status) == 7);
    }
}

int
main (void)
{
  fn old = make (100);
  int status, y = 0;
  if (fork () == 0)
    {
      child (old, 1);
      _exit (5);
    }
  CHECK (wait (&status) > 0 && WIFEXITED (status) && WEXITSTATUS (status) == 5);
  CHECK (objmode_callback_p (old) && old (1) == 101);
  /* By os.fork too.  */
  with_objmode (y) { R"(
    import os
    pid = os.fork ()
    if pid == 0:
        child (old, -1)
        os._exit (9)
    y = os.waitstatus_to_exitcode (os.waitpid (pid, 0)[1])
  )"; }
  CHECK_NUM (y, 9);
  CHECK (old (2) == 102);
  objmode_callback_release (old);
  return 0;
}
