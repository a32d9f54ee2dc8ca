/* A signal handler that interrupts C only, on a stack of its own that is too
   small for Python: an error, before the first block and later.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */

#include "check.h"
#include <signal.h>

static char small[1 << 16], large[1 << 20];
static volatile int rc, y;

static void
handler (int number)
{
  int code, length = -1;

  (void) number;
  with_objmode (length, error (code)) {
    R"py(
      import re
      length = len(re.sub('a+', 'b', repr([1] * 10)))
    )py";
  }
  rc = code;
  y = length;
}

/* Let the handler run on the SIZE bytes at MEMORY.  */
static void
handle_on (char *memory, size_t size)
{
  stack_t stack = { .ss_sp = memory, .ss_size = size };

  rc = y = -1;
  CHECK (sigaltstack (&stack, NULL) == 0 && raise (SIGUSR1) == 0);
}

int
main (void)
{
  struct sigaction action = { .sa_handler = handler, .sa_flags = SA_ONSTACK };

  sigaction (SIGUSR1, &action, NULL);
  for (int i = 0; i < 3; i++)
    {
      handle_on (small, sizeof small);
      CHECK (rc != 0 && y == -1
	     && error_is ("RuntimeError", "too little stack"));
      if (i > 0)
	{
	  handle_on (large, sizeof large);
	  CHECK (rc == 0 && y == 30);
	}
    }
  return 0;
}
