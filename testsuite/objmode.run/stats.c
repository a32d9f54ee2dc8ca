/* OBJMODE_STATS: crossings, skips by each guard, failures, bytes copied; a
   child of fork counts from zero.  */
/* { dg-do run } */
/* { dg-set-target-env-var OBJMODE_STATS "1" } */
/* { dg-output "objmode: blocks of process \[0-9\]+, times in ms\n" } */
/* { dg-output " *crossings +skipped +failed +GIL wait +converting +in Python +slowest +bytes copied +block\n" } */
/* { dg-output " +1 +0 +0 +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +0 +\[^\n\]*stats.c:47 .main.\n" } */
/* { dg-output "objmode: blocks of process \[0-9\]+, times in ms\n\[^\n\]*\n" } */
/* { dg-output " +100 +900 +0 +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +4000 +\[^\n\]*stats.c:23 .f.\n" } */
/* { dg-output " +1 +999 +0 +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +40 +\[^\n\]*stats.c:26 .f.\n" } */
/* { dg-output " +1 +999 +0 +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +0 +\[^\n\]*stats.c:29 .f.\n" } */
/* { dg-output " +1 +0 +1 +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +0 +\[^\n\]*stats.c:44 .main.\n" } */
/* { dg-output " +1 +0 +0 +\[0-9.\]+ +\[0-9.\]+ +\[1-9\]\[0-9.\]+ +\[1-9\]\[0-9.\]+ +0 +\[^\n\]*stats.c:52 .leave.\n$" } */
#include <objmode.h>
#include <unistd.h>
#include <sys/wait.h>

static void
f (double *x, int n)
{
  for (int i = 0; i < 1000; i++)
    {
      with_objmode (every (10), x = "[n]") {
	R"( x = x * 2 )";
      }
      with_objmode (once, x = "copy [n]") {
	R"( x[0] = 1 )";
      }
      with_objmode (interval (1000)) {
	"pass";
      }
    }
}

static int leave (void);

int
main (void)
{
  double x[5] = { 1, 2, 3, 4, 5 };
  int rc;

  f (x, 5);
  with_objmode (error (rc)) { "1 / 0"; }
  leave ();
  if (fork () == 0)
    { with_objmode () { "pass"; } return 0; }
  wait (NULL);
  return !rc;
}
static int
leave (void) { with_objmode () { "import time; time.sleep(0.01); return 3"; } }
