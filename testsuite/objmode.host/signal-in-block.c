/* A block in a signal handler that has interrupted a block: a message.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-shouldfail "it aborts" } */
/* { dg-output "^libobjmode: \[^\n\]*signal-in-block.c:\[0-9\]+: the block in 'main' was interrupted by a signal handler that executes a block\n" } */

#include "check.h"
#include <signal.h>
#include <sys/time.h>

static volatile int seen;

static void
handler (int number)
{
  int y = 0;

  (void) number;
  with_objmode (y) { R"py( y += 1 )py"; }
  seen += y;
}

int
main (void)
{
  struct itimerval timer = { { 0, 500 }, { 0, 500 } };
  long sum = 0;

  with_objmode (sum) { R"py( sum = 0 )py"; }
  signal (SIGPROF, handler);
  setitimer (ITIMER_PROF, &timer, NULL);
  for (;;)
    with_objmode (sum) { R"py( sum += len([i for i in range(50)]) )py"; }
}
