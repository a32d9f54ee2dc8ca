/* Blocks in the expressions of clauses of blocks, as macros nest them.  */
/* { dg-do run } */
#include "check.h"

#define SQUARE(x) \
  ({ double r_; with_objmode (r_, x_ (x)) { "r_ = x_ * x_"; } r_; })

static int calls;

static int
one (void)
{
  with_objmode (calls) { "calls += 1"; }
  return 0;
}

int
main (void)
{
  double v[3] = { 1, 2, 3 };
  int rc = 7, runs = 0;

  CHECK (SQUARE (3.0) == 9);
  CHECK (SQUARE (SQUARE (2.0)) == 16);
  CHECK (SQUARE (SQUARE (SQUARE (2.0)) + 1) == 289);
  with_objmode (x (v[({ int i; with_objmode (i) { "i = 2"; } i; })])) {
    "x += 0.5";
  }
  CHECK_NUM (v[2], 3.5);
  for (int i = 0; i < 6; i++)
    with_objmode (runs, every (({ int n; with_objmode (n) { "n = 3"; } n; }))) {
      "runs += 1";
    }
  CHECK_NUM (runs, 2);
  with_objmode (error (*({ one (); &rc; }))) { "1 / 0"; }
  CHECK (rc != 0 && calls == 1);
  /* One that fails in a clause is like any that fails.  */
  with_objmode (x (({ with_objmode (error (rc)) { "pass"; } rc; }))) {
    "assert x == 0";
  }
  CHECK_NUM (rc, 0);
  return 0;
}
