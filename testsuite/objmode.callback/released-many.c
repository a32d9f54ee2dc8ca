/* The last 1024 that were released are known, and making them does not let
   memory grow.  */
/* { dg-do run } */
/* { dg-output "libobjmode: \[^\n\]*released-many.c:23: the Python function that was made a C function here, in 'make', is called after its release" } */
#include "check.h"
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
typedef int (*fn) (int);
static long resident (void)
{
  long pages = 0;
  FILE *f = fopen ("/proc/self/statm", "r");
  if (!f || fscanf (f, "%*d %ld", &pages) != 1)
    abort ();
  fclose (f);
  return pages * (sysconf (_SC_PAGESIZE) / 1024);
}
static fn
make (int n)
{
  fn f = NULL;
  with_objmode (f)
    {
/* The line that is named is that of the block.  */
"f = lambda x: n"; }
  CHECK (f && f (0) == n);
  return f;
}

int
main (void)
{
  fn first;
  long before = 0;
  int status;
  for (int i = 0; i < 60000; i++)
    {
      if (i == 20000)
	before = resident ();
      objmode_callback_release (make (i));
    }
  CHECK (resident () - before < 2000);
  first = make (1);
  objmode_callback_release (first);
  for (int i = 0; i < 1000; i++)
    objmode_callback_release (make (i));
  fflush (stdout);
  if (fork () == 0)
    first (0);
  CHECK (wait (&status) > 0 && WIFSIGNALED (status) && WTERMSIG (status) == SIGABRT);
  return 0;
}
