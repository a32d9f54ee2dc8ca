/* OBJMODE_STATS says for which block all garbage was collected; a block whose
   garbage is young is not named.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-set-target-env-var OBJMODE_STATS "1" } */
/* { dg-output "stats-collections.c:21 .main.\n" } */
/* { dg-output "\[^\n\]*stats-collections.c:29 .main.\n" } */
/* { dg-output "\[^\n\]*stats-collections.c:39 .main.\n" } */
/* { dg-output "objmode: all garbage was collected 2 times, \[0-9.\]+ ms, for views that were still held: \[^\n\]*stats-collections.c:29 .main.\n$" } */
#include "check.h"

int
main (void)
{
  double x[2] = { 1, 2 };
  int rc;

  for (int i = 0; i < 3; i++)
    {
      /* Young garbage.  */
      with_objmode (x = "[2]") {
	R"py(
	  def f (k):
	      return x[0] if k == 0 else f (k - 1)
	  f (2)
	)py";
      }
      /* Old garbage, twice.  */
      with_objmode (x = "[2]") {
	R"py(
	  import gc
	  def f (k):
	      return x[0] if k == 0 else f (k - 1)
	  if i:
	      gc.collect (); gc.collect ()
	)py";
      }
    }
  with_objmode (error (rc), x = "[2]") { R"py( raise ValueError (x) )py"; }
  return !rc;
}
