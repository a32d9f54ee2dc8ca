/* Guards are tested in the order every, interval, once; an operand is
   evaluated only when its turn has come.  */
/* { dg-do run } */
#include "check.h"
static int n_every, n_interval;
static int every_n (int n) { n_every++; return n; }
static double seconds (double s) { n_interval++; return s; }

int
main (void)
{
  int c = 0;
  for (int i = 0; i < 10; i++)
    with_objmode (c, once, interval (seconds (0)), every (every_n (5))) { "c += 1"; }
  CHECK (c == 1 && n_every == 10 && n_interval == 2);
  c = 0; n_every = n_interval = 0;
  for (int i = 0; i < 6; i++)
    with_objmode (c, every (every_n (2)), interval (seconds (3600))) { "c += 1"; }
  CHECK (c == 1 && n_every == 6 && n_interval == 3);
  /* A guard belongs to its block as a static variable to its function.  */
  int outer = 0;
  for (int i = 0; i < 3; i++)
    {
      with_objmode (outer, once) { "outer += 1"; }
      with_objmode (outer, once) { "outer += 10"; }
    }
  CHECK_NUM (outer, 11);
  /* A skipped block touches nothing, not even with a label.  */
  int rc = 4, y = 5;
  with_objmode (y, error (rc), goto (bad), every (0)) { "y = 1 // 0"; }
  CHECK (rc == 0 && y == 5);
  return 0;
 bad:
  CHECK (!"reached");
}
