/* A signal handler that reaches a block while the first block starts Python: an
   error, or the message that a block was interrupted, and no hang.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-timeout 60 } */

#include "check.h"
#include <signal.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static void
handler (int number)
{
  int y = 0, rc = 0;

  (void) number;
  with_objmode (y, error (rc)) { R"py( y = 1 )py"; }
}

/* Start Python while a signal comes each MICROSECONDS.  */
static void
start (int microseconds)
{
  struct itimerval timer = { { 0, microseconds }, { 0, microseconds } };
  int y = 0, rc = 0;

  signal (SIGALRM, handler);
  setitimer (ITIMER_REAL, &timer, NULL);
  with_objmode (y, error (rc)) { R"py( y = 2 )py"; }
  timer.it_value.tv_usec = 0;
  setitimer (ITIMER_REAL, &timer, NULL);
  CHECK (rc == 0 && y == 2);
}

int
main (void)
{
  static const int periods[] = { 100, 150, 300, 1000, 3000, 10000, 15000 };

  for (unsigned i = 0; i < sizeof periods / sizeof *periods; i++)
    {
      int status = 0, ticks = 0;
      pid_t pid = fork (), ended;

      CHECK (pid >= 0);
      if (pid == 0)
	{
	  start (periods[i]);
	  _exit (0);
	}
      while ((ended = waitpid (pid, &status, WNOHANG)) == 0 && ++ticks < 2000)
	usleep (10000);
      if (ended == 0)
	kill (pid, SIGKILL);
      CHECK (ended == pid);
      CHECK (WIFEXITED (status) ? WEXITSTATUS (status) == 0
	     : WTERMSIG (status) == SIGABRT);
    }
  return 0;
}
