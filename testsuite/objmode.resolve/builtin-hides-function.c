/* A builtin that a text calls hides a C function of that name.  */
/* { dg-do run } */
/* { dg-options "-Wall -Wextra" } */
#include "check.h"
static double sum (const double *x, int n) { return x[0] + n; }
static int max (int a, int b) { return a > b ? a : b; }
static int len (int n) { return n; }
static int min (int a, int b) { return a < b ? a : b; }
int abs (int);
objmode_module { "def len (x): return 3"; }

int
main (void)
{
  const double x[3] = { 1, 2, 3 };
  double s;
  int y;
  with_objmode (s, x = "[3]") { R"( s = sum (x) )"; }
/* { dg-warning "41: the Python builtin 'sum', which the block calls, hides the C function; the clause 'sum .sum.' makes it an input" "" { target *-*-* } .-1 } */
/* { dg-fixit "29-29" ", sum (sum)" .-2 } */
  CHECK_NUM (s, 6);
  with_objmode (s, x = "[3]", sum (sum)) { R"( s = sum (x, 3) )"; }
  CHECK_NUM (s, 4);
  /* The module's name, a name that is not called, and a function of C.  */
  with_objmode (y) { "y = len ([1])"; }
  CHECK_NUM (y, 3);
  with_objmode (y) { "y = max is not min"; }
  with_objmode (y) { "y = abs (-1)"; }
  CHECK_NUM (y, 1);
  return max (0, 0) + len (0) + min (0, 0);
}
objmode_module { "def f (x): return min (1, x)"; }
/* { dg-warning "37: the Python builtin 'min', which the module block calls, hides the C function" "" { target *-*-* } .-1 } */
