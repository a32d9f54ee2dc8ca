/* Standard descriptors that are closed are not used for anything else.  */
/* { dg-do run } */

#include "check.h"
#include <sys/wait.h>
#include <unistd.h>

int
main (void)
{
  int status;
  pid_t pid = fork ();

  if (pid == 0)
    {
      int y = 0, rc;
      for (int fd = 0; fd < 3; fd++)
	close (fd);
      with_objmode (y, error (rc)) {
	R"py(
	  import os, sys
	  print('nowhere')
	  y = 0
	  for fd in range(3):
	      try: os.fstat(fd)
	      except OSError: y += 1
	)py";
      }
      _exit (y);
    }
  CHECK (waitpid (pid, &status, 0) == pid);
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 3);
  return 0;
}
