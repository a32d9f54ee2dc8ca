/* SystemExit ends the process with its status.  */
/* { dg-do run } */
#include "check.h"
#include <sys/wait.h>
#include <unistd.h>
int
main (void)
{
  int (*f) (int) = NULL, status;
  with_objmode (f) { R"(
    import sys
    f = lambda x: sys.exit (x)
  )"; }
  if (fork () == 0)
    {
      f (17);
      _exit (1);
    }
  CHECK (wait (&status) > 0 && WIFEXITED (status));
  CHECK_NUM (WEXITSTATUS (status), 17);
  return 0;
}
