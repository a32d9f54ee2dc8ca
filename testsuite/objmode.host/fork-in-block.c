/* fork in a block, by C that Python calls, on the main thread and on another
   one, whose thread-locals lie on its stack.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */

#include "check.h"
#include <pthread.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

/* What Python calls: fork; the child runs a block and ends.  Return the
   child.  */
int
make_child (void)
{
  pid_t pid = fork ();
  int y = 0;

  if (pid != 0)
    return pid;
  with_objmode (y) { R"py( y = 42 )py"; }
  _exit (y == 42 ? 7 : 1);
}

static void *
work (void *unused)
{
  int (*function) (void) = make_child;
  uintptr_t address = (uintptr_t) function;
  int ended[3];

  for (int i = 0; i < 3; i++)
    {
      with_objmode (ended = "[3]") {
	R"py(
	  import ctypes, os
	  call = ctypes.CFUNCTYPE(ctypes.c_int)(address)
	  pid = [make_child, call, ctypes.CDLL(None).fork][i]()
	  if pid == 0:
	      os._exit(7)
	  ended[i] = os.waitpid(pid, 0)[1]
	)py";
      }
      CHECK (WIFEXITED (ended[i]) && WEXITSTATUS (ended[i]) == 7);
    }
  return unused;
}

int
main (void)
{
  pthread_t thread;

  for (int i = 0; i < 2; i++)
    {
      CHECK (pthread_create (&thread, NULL, work, NULL) == 0);
      CHECK (pthread_join (thread, NULL) == 0);
      work (NULL);
    }
  return 0;
}
