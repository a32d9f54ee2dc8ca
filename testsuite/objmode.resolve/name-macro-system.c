/* Macros that expand to constants by way of others: of system headers, with
   parameters, with casts.  */
/* { dg-do run } */
/* { dg-options "-Wall -Wextra -Werror -lm" } */
#include "check.h"
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdint.h>
#define PI M_PI
#define TWO_PI (2 * M_PI)
#define TOP INT_MAX
#define BOTTOM INT_MIN
#define EPS DBL_EPSILON
#define BOUND(x, y) x
#define N 1300
#define LOOP_N BOUND (N, n)
#define TWICE(x) (2 * (x))
#define NESTED TWICE (TWICE (N))
#define BIG INT64_C (9000000000)
#define UNSIGNED UINT64_MAX
#define TOLERANCE ((double) 1e-6f)
#define TRUNCATED (int) 2.75
#define STRING_1(x) #x
#define STRING(x) STRING_1 (x)
#define LABEL STRING (N) "x"
#define CHOSEN (N > 3 ? 1 : 0 ? 2 : 3)
#define HEX 0x1p-2
#define BINARY 0b101u
#define größe 5
#define TEXT(v) with_objmode (v) { #v " = TOP" ; }
#define PASS(...) __VA_ARGS__

int
main (void)
{
  double x;
  long long n;
  unsigned long long u;
  char *s;
  with_objmode (x) { "x = PI + TWO_PI"; }
  CHECK_NUM (x, M_PI + 2 * M_PI);
  with_objmode (x) { "x = EPS"; }
  CHECK_NUM (x, DBL_EPSILON);
  with_objmode (x) { "x = TOLERANCE"; }
  CHECK_NUM (x, TOLERANCE);
  with_objmode (n) { "n = TOP - BOTTOM"; }
  CHECK_NUM (n, 4294967295);
  with_objmode (n) { "n = LOOP_N + NESTED"; }
  CHECK_NUM (n, 1300 * 5);
  with_objmode (n) { "n = BIG"; }
  CHECK_NUM (n, 9000000000);
  with_objmode (u) { "u = UNSIGNED"; }
  CHECK (u == UINT64_MAX);
  with_objmode (n) { "n = TRUNCATED * CHOSEN + BINARY"; }
  CHECK_NUM (n, 7);
  with_objmode (x) { "x = HEX"; }
  CHECK_NUM (x, .25);
  with_objmode (s) { "s = LABEL"; }
  CHECK_STR (s, "1300x");
  free (s);
  with_objmode (n) { "n = größe"; }
  CHECK_NUM (n, 5);
  /* The block is in the expansion of a macro, or an argument.  */
  TEXT (n)
  CHECK_NUM (n, INT_MAX);
  PASS (with_objmode (n) { "n = TOP + LOOP_N"; })
  CHECK_NUM (n, INT_MAX + 1300LL);
  return 0;
}
