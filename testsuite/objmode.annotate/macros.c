/* Blocks in macros and in arguments of macros.  */
/* { dg-do run } */
#include "check.h"
#define ADD(V, N) with_objmode (V) { #V " = " #V " + " #N; }
#define TWO(V) ADD (V, 1) ADD (V, 2)
#define SAFE(V) do { ADD (V, 5) } while (0)
#define PASS(...) __VA_ARGS__
#define TWICE(S) do { S S } while (0)
#define CLAUSES y, error (rc)
#define TEXT "y = 9"
#define WITH(...) __attribute__ ((objmode (__VA_ARGS__)))
#define NESTED(V) PASS (PASS (ADD (V, 100)))

int
main (void)
{
  int y = 0, rc = 7;
  ADD (y, 3)
  CHECK_NUM (y, 3);
  TWO (y)
  CHECK_NUM (y, 6);
  if (y)
    SAFE (y);
  else
    CHECK (!"reached");
  CHECK_NUM (y, 11);
  TWICE (with_objmode (y) { "y *= 2"; });
  CHECK_NUM (y, 44);
  PASS (with_objmode (y) { "y += 1"; })
  CHECK_NUM (y, 45);
  with_objmode (CLAUSES) { TEXT; }
  CHECK (y == 9 && rc == 0);
  WITH (y) { "y = 1"; }
  CHECK_NUM (y, 1);
  NESTED (y)
  CHECK_NUM (y, 101);
  with_objmode (y) { "y = 2"; } with_objmode (y) { "y += 3"; }
  CHECK_NUM (y, 5);
  with_objmode (y) { "y =" " 4" PASS (" + 1"); }
  CHECK_NUM (y, 5);
  return 0;
}
