/* OBJMODE_STATS: structs are copied, what an OBJMODE_ARRAY keeps is not.  */
/* { dg-do run } */
/* { dg-set-target-env-var OBJMODE_STATS "1" } */
/* { dg-output " +3 +0 +0 +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +72 +\[^\n\]*stats-structs.c:18 .main.\n" } */
/* { dg-output " +3 +0 +0 +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +0 +\[^\n\]*stats-structs.c:19 .main.\n$" } */
#include "check.h"
struct point { double x, y, z; };

int
main (void)
{
  struct point p = { 0 };
  OBJMODE_ARRAY (double, 1) v = { 0 };
  int n = 0;
  objmode_start (NULL);
  for (int i = 0; i < 3; i++)
    {
      with_objmode (p) { "import numpy, time; time.sleep (0.01); p = i, 2, 3"; }
      with_objmode (v, n) { "v = numpy.zeros (10); n = 1"; }
    }
  CHECK (p.x == 2 && v.shape[0] == 10 && n == 1);
  objmode_array_release (&v);
  return 0;
}
objmode_module { "import numpy\n"; }
