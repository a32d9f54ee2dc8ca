/* goto (label) leaves scopes with VLAs and cleanups, forward and backward.  */
/* { dg-do run } */
#include "check.h"
static int cleaned;
static void clean (int *p) { cleaned += *p; }

int
main (void)
{
  int tries = 0, y = 0;
 again:
  if (tries < 3)
    {
      int guard __attribute__ ((cleanup (clean))) = 1;
      tries++;
      with_objmode (y, goto (again)) { "y = tries; raise ValueError (guard)"; }
      CHECK (!"reached");
    }
  CHECK (tries == 3 && cleaned == 3 && y == 0);
  int inner (int k)
  {
    __label__ bad;
    with_objmode (k, goto (bad)) { "k = 1 // k"; }
    return k;
  bad:
    return -1;
  }
  CHECK (inner (1) == 1 && inner (0) == -1);
  return 0;
}
