/* A block that writes to a pipe that nobody reads gets BrokenPipeError; C that
   does so is killed, as ever.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */

#include "check.h"
#include "snapshot-aux.h"
#include <sys/wait.h>

static struct snapshot before, after;

/* Make descriptor 1 a pipe without a reader.  */

static void
break_stdout (void)
{
  int fd[2];

  CHECK (pipe (fd) == 0);
  dup2 (fd[1], 1);
  close (fd[0]);
  close (fd[1]);
}

/* A child does WHAT.  Return how it ended.  */

static int
child (int what)
{
  int rc = 0, status;
  pid_t pid;

  fflush (stdout);
  pid = fork ();
  if (pid == 0)
    {
      struct sigaction action;
      break_stdout ();
      if (what == 0)
	with_objmode (error (rc)) { R"py( print("x" * 100000, flush=True) )py"; }
      else if (what == 1)
	with_objmode (error (rc)) {
	  R"py(
	    import sys
	    for i in range(10):
	        print(i)
	    sys.stdout.flush()
	  )py";
	}
      else if (what == 2)
	with_objmode (error (rc)) {
	  R"py(
	    import socket
	    a, b = socket.socketpair()
	    b.close()
	    a.send(b'x')
	    a.send(b'x')
	  )py";
	}
      else if (what == 3)
	with_objmode (error (rc)) {
	  R"py(
	    import subprocess
	    p = subprocess.Popen(['true'], stdin=subprocess.PIPE)
	    p.wait()
	    try:
	        for i in range(3): p.stdin.write(b'x' * 100000)
	    finally:
	        p.stdin = None
	  )py";
	}
      else
	{
	  /* What C writes, also after such a block, and a child of Python.  */
	  with_objmode (error (rc)) {
	    R"py(
	      import subprocess
	      r = subprocess.run('yes | head -n 1', shell=True, check=True,
	                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
	      assert r.stdout == b'y\n', r.stdout
	    )py";
	  }
	  CHECK (rc == 0);
	  if (write (1, "x", 1) < 0)
	    _exit (9);
	}
      sigaction (SIGPIPE, NULL, &action);
      _exit (rc != 0 && error_is ("BrokenPipeError", "")
	     && action.sa_handler == SIG_DFL ? 0 : 1);
    }
  CHECK (waitpid (pid, &status, 0) == pid);
  return status;
}

int
main (void)
{
  int y = 0;

  with_objmode (y) { R"py( y = 1 )py"; }
  snapshot_take (&before);
  for (int i = 0; i < 4; i++)
    CHECK (child (i) == 0);
  CHECK (WIFSIGNALED (child (4)) && WTERMSIG (child (4)) == SIGPIPE);
  snapshot_take (&after);
  CHECK (snapshot_differences (&before, &after) == 0);
  return 0;
}
