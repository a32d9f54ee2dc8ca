/* The error of a view that is held names what holds it, and nothing else.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */

#include "check.h"

objmode_module { "kept = []"; }

int
main (void)
{
  double x[3] = { 1, 2, 3 };
  int rc;

  with_objmode (error (rc)) { "kept.append (x)"; }
  FAILS_WITH ("is held after the block by list;");
  with_objmode (error (rc)) { "kept.clear ()"; }
  return rc;
}
