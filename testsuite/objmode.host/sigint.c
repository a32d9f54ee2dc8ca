/* SIGINT during a block ends the program as ever; with a handler of Python's
   the block fails with KeyboardInterrupt.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */

#include "check.h"
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* A child that tells when it is in a block, and then sleeps there: HANDLED by a handler
   of Python's, or not.  Return how it ended.  */

static int
child (int handled)
{
  int fd[2], status, rc = 0;
  char c;
  pid_t pid;

  CHECK (pipe (fd) == 0);
  pid = fork ();
  if (pid == 0)
    {
      int out = fd[1];
      with_objmode (error (rc)) {
	R"py(
	  import os, signal, time
	  if handled:
	      signal.signal(signal.SIGINT, signal.default_int_handler)
	  os.write(out, b'.')
	  time.sleep(10)
	)py";
      }
      _exit (rc != 0 && error_is ("KeyboardInterrupt", "") ? 3 : 4);
    }
  close (fd[1]);
  CHECK (read (fd[0], &c, 1) == 1);
  close (fd[0]);
  CHECK (kill (pid, SIGINT) == 0 && waitpid (pid, &status, 0) == pid);
  return status;
}

int
main (void)
{
  int status = child (0);

  CHECK (WIFSIGNALED (status) && WTERMSIG (status) == SIGINT);
  status = child (1);
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 3);
  return 0;
}
