/* Without it, and where the environment is ignored, nothing is printed.  */
/* { dg-do run } */
/* { dg-set-target-env-var OBJMODE_STATS "1" } */
/* { dg-set-target-env-var OBJMODE_TRACE "stats-off.json" } */
/* { dg-output "^done\n$" } */
#include <objmode.h>
#include <stdio.h>
#include <unistd.h>

int
main (void)
{
  objmode_config config = { .isolated = 1 };

  if (objmode_start (&config) != 0)
    return 1;
  for (int i = 0; i < 10; i++)
    with_objmode (every (3)) { "pass"; }
  puts ("done");
  return access ("stats-off.json", F_OK) == 0;
}
