/* OBJMODE_STATS counts every skip, whichever of several guards it was, and
   where the number of `every' changes; in `again', but for the one inside the
   first run.  */
/* { dg-do run } */
/* { dg-set-target-env-var OBJMODE_STATS "1" } */
/* { dg-output " +1 +99 +0 +\[0-9. \]+ \[^\n\]*stats-guards.c:18 .main.\n" } */
/* { dg-output " +1 +99 +0 +\[0-9. \]+ \[^\n\]*stats-guards.c:19 .main.\n" } */
/* { dg-output " +10 +90 +0 +\[0-9. \]+ \[^\n\]*stats-guards.c:20 .main.\n" } */
/* { dg-output " +5 +9 +0 +\[0-9. \]+ \[^\n\]*stats-guards.c:11 .again.\n$" } */
#include <objmode.h>
static int again (int depth) { with_objmode (every (3)) { "if depth: again(0)"; } return depth; }

int
main (void)
{
  for (int i = 0; i < 100; i++)
    {
      with_objmode (every (2), once) { "pass"; }
      with_objmode (every (3), interval (1000)) { "pass"; }
      with_objmode (every (i < 50 ? 5 : 0)) { "pass"; }
    }
  for (int i = 0; i < 10; i++)
    again (1);
  return 0;
}
