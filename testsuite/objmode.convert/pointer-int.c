/* void * and pointers to incomplete types are ints.  */
/* { dg-do run } */

#include "check.h"

struct unknown;

int
main (void)
{
  int i;
  void *p = &i, *q = NULL;
  struct unknown *u = p, *v = NULL;
  int rc;

  with_objmode (q, v) { "assert p == u; q = p; v = u"; }
  CHECK (q == p && v == u);
  with_objmode (q) { "q = None"; }
  CHECK (q == NULL);
  with_objmode (q, error (rc)) { "q = -1"; }
  FAILS ("OverflowError", "-1 does not fit");
  with_objmode (q, error (rc)) { "q = 1 << 64"; }
  FAILS ("OverflowError", "does not fit");
  with_objmode (q, error (rc)) { "q = 1.5"; }
  FAILS ("TypeError", "1.5 is not an integer");
  CHECK (q == NULL);
  return 0;
}
