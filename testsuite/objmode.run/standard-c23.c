/* C23: () is a prototype, and GCC 16 writes bool for _Bool.  */
/* { dg-do run } */
/* { dg-require-effective-target gcc13 } */
/* { dg-options "-O2 -std=gnu2x" } */
#include "check.h"

static int calls;

static int
no_parameters ()
{
  return ++calls;
}

static int
call (int f ())
{
  int y, rc;
  bool b = true;
  with_objmode (y) { R"( y = f () + no_parameters () )"; }
  CHECK_NUM (y, 3);
  with_objmode (y, error (rc)) { R"( y = no_parameters (1) )"; }
  FAILS_WITH ("no_parameters()");
  with_objmode (y, error (rc)) { R"( y = f (1) )"; }
  CHECK (rc != 0 && calls == 2);
  with_objmode (b, error (rc)) { R"( b = 1 )"; }
  CHECK (rc != 0 && b);
  CHECK (strstr (last_error (), __GNUC__ < 16 ? "(C _Bool): 1 is not a bool"
				: "(C bool): 1 is not a bool"));
  with_objmode (b) { R"( b = not b )"; }
  CHECK (!b);
  return 0;
}

int
main (void)
{
  return call (no_parameters);
}
