/* A control: each planted change is seen by the snapshots, as one that is
   missing and one that is new, or one of them.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE -lm" } */

#include "check.h"
#include "snapshot-aux.h"
#include <fcntl.h>

static struct snapshot before, after;

/* Plant fault N; return 0 if there is no such fault.  */

static int
plant (int n)
{
  struct sigaction action;
  sigset_t set;

  switch (n)
    {
    case 0: errno = 43; return 1;
    case 1: fesetround (FE_UPWARD); return 1;
    case 2: feraiseexcept (FE_INEXACT); return 1;
    case 3: signal (SIGPIPE, SIG_IGN); return 1;
    case 4:
      sigaction (SIGINT, NULL, &action);
      action.sa_flags ^= SA_RESTART;
      sigaction (SIGINT, &action, NULL);
      return 1;
    case 5:
      sigemptyset (&set);
      sigaddset (&set, SIGPIPE);
      pthread_sigmask (SIG_BLOCK, &set, NULL);
      return 1;
    case 6: setlocale (LC_CTYPE, "C.UTF-8"); return 1;
    case 7: setenv ("PLANTED", "1", 1); return 1;
    case 8: dup (2); return 1;
    case 9: return chdir ("/") == 0;
    case 10: umask (0777); return 1;
    default: return 0;
    }
}

int
main (void)
{
  int n;

  umask (022);
  for (n = 0; ; n++)
    {
      snapshot_take (&before);
      snapshot_take (&after);
      CHECK (snapshot_differences (&before, &after) == 0);
      if (!plant (n))
	break;
      snapshot_take (&after);
      CHECK (snapshot_differences (&before, &after) > 0);
    }
  printf ("%d faults seen\n", n);
  return 0;
}
/* { dg-output "\n11 faults seen\n$" } */
