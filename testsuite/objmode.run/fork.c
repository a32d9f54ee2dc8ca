/* Blocks in a child of fork.  */
/* { dg-do run } */
#include "check.h"
#include <sys/wait.h>
#include <unistd.h>

int
main (void)
{
  int y = 1, status;
  with_objmode (y) { "y += 1"; }
  fflush (stdout);
  pid_t pid = fork ();
  if (pid == 0)
    {
      with_objmode (y) { "y += 40"; }
      _exit (y == 42 ? 7 : 1);
    }
  CHECK (waitpid (pid, &status, 0) == pid && WIFEXITED (status) && WEXITSTATUS (status) == 7);
  with_objmode (y) { "y += 1"; }
  CHECK_NUM (y, 3);
  return 0;
}
