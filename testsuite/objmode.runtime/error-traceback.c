/* The default prints the traceback with the source of a C file that is not
   there, and aborts; here the child's standard error is main's output.  */
/* { dg-do run } */
/* { dg-output "^before\nTraceback \\(most recent call last\\):\n  File \"nowhere.c\", line 41, in kernel\n" } */
/* { dg-output "    x = None; y = \\(x \\+\n +\\^+\n" { target ! python313 } } */
/* { dg-output "      x = None; y = \\(x \\+\n +~~\\^\n    1\\)\n    ~\n" { target python313 } } */
/* { dg-output "TypeError: unsupported operand" } */
#include "runtime-test.h"
#include <signal.h>
#include <sys/wait.h>

UNIT (unit, "handler", NULL);

static const struct __objmode_position positions[] = {
  { 1, 0, 38, 2 }, { 2, 2, 41, 10 }, { 4, 2, 43, 1 }, { 0, 0, 0, 0 }
};

static struct __objmode_block block = {
  __objmode_first_run, NULL, &unit, "kernel", "nowhere.c",
  "def text():\n  x = None; y = (x +\n        1)\n  return y\n", positions,
  NULL, 0, 0, 0, 40
};

int
main (void)
{
  int status;
  pid_t child;

  dup2 (1, 2);
  child = fork ();
  if (child == 0)
    {
      printf ("before\n");
      RUN (block, NULL);
      _exit (0);
    }
  waitpid (child, &status, 0);
  CHECK (WIFSIGNALED (status) && WTERMSIG (status) == SIGABRT);
  return 0;
}
