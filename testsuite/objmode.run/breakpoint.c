/* breakpoint () in a block: pdb lists the C file and shows the C variables
   in scope, also those that the text does not name.  */
/* { dg-do run } */
#include "check.h"
#include <unistd.h>

int
main (void)
{
  static const char commands[] = "l\np x\np other\np v[1]\nc\n";
  int x = 41, other = 7, fds[2];
  double v[2] = { 1.5, 2.25 };

  /* What the user types.  */
  CHECK (pipe (fds) == 0 && dup2 (fds[0], 0) == 0);
  CHECK (write (fds[1], commands, sizeof commands - 1) > 0);
  close (fds[1]);
  with_objmode (x) {
    R"(
      x += 1
      breakpoint ()
      x += 1
    )";
  }
  printf ("end %d %d %g\n", x, other, v[1]);
  return 0;
}
/* From Python 3.13 on pdb stops at the call, before that behind it.  */
/* { dg-output "> \[^\n\]*breakpoint.c.2\[12\].main..\n-> \[^\n\]*\n" } */
/* { dg-output ".Pdb. .*\n 19 \[^\n\]*\t    R\"\\(\n" } */
/* { dg-output " 20 \[^\n\]*\t      x \\+= 1\n" } */
/* { dg-output " 21 \[^\n\]*\t      breakpoint ..\n" } */
/* { dg-output " 22 \[^\n\]*\t      x \\+= 1\n.*" } */
/* { dg-output "\n.Pdb. 42\n.Pdb. 7\n.Pdb. \[^\n\]*2.25\[^\n\]*\n" } */
/* { dg-output ".Pdb. end 43 7 2.25\n$" } */
