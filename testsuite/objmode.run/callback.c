/* Nested entry: a callback of qsort, a handler of errors.  */
/* { dg-do run } */
#include "check.h"

static int
compare (const void *a, const void *b)
{
  const int *x = a, *y = b;
  int r;
  with_objmode (r, p (*x), q (*y)) { "r = (p > q) - (p < q)"; }
  return r;
}

static void
handler (const objmode_error_info *e)
{
  int y;
  with_objmode (y) { "y = 5"; }
  CHECK_NUM (y, 5);
  (void) e;
}

int
main (void)
{
  int v[6] = { 5, 3, 9, 1, 7, 2 };
  qsort (v, 6, sizeof v[0], compare);
  for (int i = 1; i < 6; i++)
    CHECK (v[i - 1] < v[i]);
  objmode_set_error_handler (handler);
  with_objmode () { "raise ValueError"; }
  return 0;
}
