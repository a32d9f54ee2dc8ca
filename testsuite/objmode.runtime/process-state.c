/* A block changes neither errno nor the floating-point environment nor a
   signal handler nor the locale, and has Python's own environment.  */
/* { dg-do run } */
/* { dg-additional-options "-lm" } */
#include "runtime-test.h"
#include <errno.h>
#include <fenv.h>
#include <locale.h>
#include <signal.h>

UNIT (unit, "process", NULL);
PLAIN_BLOCK (block, unit, 0,
	     "def f():\n"
	     "  import sys, numpy, signal, asyncio, subprocess, os\n"
	     "  assert float('0.1') * 3 == 0.30000000000000004\n"
	     "  assert 1e308 * 10 == float('inf')\n"
	     "  try: os.stat('/no/such/file')\n"
	     "  except OSError: pass\n"
	     "  assert sys.flags.safe_path and sys.flags.utf8_mode\n"
	     "  assert '' not in sys.path and sys.argv[1:] == []\n");

int
main (void)
{
  struct sigaction before[32], after[32];

  for (int i = 1; i < 32; i++)
    sigaction (i, NULL, &before[i]);
  fesetround (FE_UPWARD);
  feclearexcept (FE_ALL_EXCEPT);
  for (int i = 0; i < 3; i++)
    {
      errno = 42;
      CHECK (RUN (block, NULL) == OBJMODE_DONE);
      CHECK_NUM (errno, 42);
      CHECK (fegetround () == FE_UPWARD);
      CHECK (fetestexcept (FE_ALL_EXCEPT) == 0);
    }
  fesetround (FE_TONEAREST);
  CHECK (RUN (block, NULL) == OBJMODE_DONE);
  CHECK (fetestexcept (FE_ALL_EXCEPT) == 0);
  for (int i = 1; i < 32; i++)
    {
      sigaction (i, NULL, &after[i]);
      CHECK (before[i].sa_handler == after[i].sa_handler);
    }
  CHECK_STR (setlocale (LC_ALL, NULL), "C");
  return 0;
}
