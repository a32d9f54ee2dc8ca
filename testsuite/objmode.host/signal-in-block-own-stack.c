/* A signal handler on its own stack, in a block, that reaches a block.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-shouldfail "it aborts" } */
/* { dg-output "^libobjmode: \[^\n\]*signal-in-block-own-stack.c:\[0-9\]+: the block in 'main' was interrupted by a signal handler that executes a block\n" } */

#include "check.h"
#include <signal.h>

static char memory[1 << 20];

static void
handler (int number)
{
  int y = 0;

  (void) number;
  with_objmode (y) { R"py( y += 1 )py"; }
}

int
main (void)
{
  stack_t stack = { .ss_sp = memory, .ss_size = sizeof memory };
  struct sigaction action = { .sa_handler = handler, .sa_flags = SA_ONSTACK };

  sigaltstack (&stack, NULL);
  sigaction (SIGUSR1, &action, NULL);
  with_objmode () {
    R"py(
      import os, signal
      os.kill(os.getpid(), signal.SIGUSR1)
      for i in range(1000000): pass
    )py";
  }
  return 0;
}
