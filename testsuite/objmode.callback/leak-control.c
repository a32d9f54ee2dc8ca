/* A pointer that is not released keeps its Python function, and this way of
   looking finds that: a control of ownership.c.  The same for a use after the
   release, which ends the process.  */
/* { dg-do run } */
#include "check.h"
#include <sys/wait.h>
#include <unistd.h>
#include <signal.h>
typedef int (*fn) (int);
objmode_module {
  R"(
    import gc, weakref
    alive = weakref.WeakSet ()
    class Task:
        def __init__ (self): alive.add (self)
        def __call__ (self, x): return x
    def n_alive ():
        gc.collect ()
        return len (alive)
  )";
}

/* Make N callbacks, and release them unless LEAK.  Return how many are still
   there.  */

static int
make (int n, int leak)
{
  int left = -1;
  for (int i = 0; i < n; i++)
    {
      fn f = NULL;
      with_objmode (f) { "f = Task ()"; }
      CHECK (f (i) == i);
      if (!leak)
	objmode_callback_release (f);
    }
  with_objmode (left) { "left = n_alive ()"; }
  return left;
}

int
main (void)
{
  fn f = NULL;
  int status;
  CHECK_NUM (make (100, 0), 0);
  CHECK_NUM (make (100, 1), 100);
  if (fork () == 0)
    {
      if (!freopen ("/dev/null", "w", stderr))
	_exit (1);
      with_objmode (f) { "f = Task ()"; }
      objmode_callback_release (f);
      f (1);
      _exit (0);
    }
  CHECK (wait (&status) > 0 && WIFSIGNALED (status) && WTERMSIG (status) == SIGABRT);
  return 0;
}
