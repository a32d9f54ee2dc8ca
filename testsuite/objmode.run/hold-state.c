/* Inside OBJMODE_HOLD, C has its own floating-point environment and errno, and
   Python has the default one.  */
/* { dg-do run } */
/* { dg-additional-options "-lm" } */

#include "check.h"
#include <errno.h>
#include <fenv.h>

int
main (void)
{
  double y = 0;

  errno = 7;
  OBJMODE_HOLD
    {
      CHECK_NUM (errno, 7);
      fesetround (FE_UPWARD);
      with_objmode (y) {
	R"py(
	  import os
	  assert 0.1 + 0.2 == 0.30000000000000004
	  assert float('0.1') * 3 == 0.30000000000000004
	  y = 1 / 3 * 3
	  try: os.stat('/no/such/file')
	  except OSError: pass
	)py";
      }
      CHECK (errno == 7 && y == 1 && fegetround () == FE_UPWARD);
      CHECK (fetestexcept (FE_ALL_EXCEPT) == 0);
      feraiseexcept (FE_DIVBYZERO);
      with_objmode (y) { R"py( y = 1e308 * 10 )py"; }
      CHECK (fetestexcept (FE_ALL_EXCEPT) == FE_DIVBYZERO);
      fesetround (FE_TONEAREST);
      errno = 8;
    }
  CHECK (errno == 8 && fegetround () == FE_TONEAREST);
  CHECK (fetestexcept (FE_ALL_EXCEPT) == FE_DIVBYZERO);
  return 0;
}
