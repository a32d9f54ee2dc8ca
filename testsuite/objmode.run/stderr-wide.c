/* The traceback of a failed block is printed on a wide-oriented stderr too,
   and so is what a SystemExit says.  */
/* { dg-do run } */
/* { dg-set-target-env-var OBJMODE_ON_ERROR "exit" } */
/* { dg-output "^wide\nTraceback .*KeyError: 'narrow'\nparent\nbye\n$" } */
#include "check.h"
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>

int
main (void)
{
  int status;

  fwprintf (stderr, L"wide\n");
  if (fork () == 0)
    {
      with_objmode () { R"py( raise KeyError ("narrow") )py"; }
      _exit (3);
    }
  wait (&status);
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 1);
  fwprintf (stderr, L"parent\n");
  if (fork () == 0)
    {
      with_objmode () { R"py( raise SystemExit ("bye") )py"; }
      _exit (3);
    }
  wait (&status);
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 1);
  return 0;
}
