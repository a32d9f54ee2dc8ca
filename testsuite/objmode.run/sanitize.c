/* Address and undefined behaviour sanitizers.  */
/* { dg-do run } */
/* { dg-require-effective-target address } */
/* { dg-additional-options "-fsanitize=address,undefined -fno-sanitize-recover=all" } */
/* { dg-set-target-env-var ASAN_OPTIONS "detect_leaks=0" } */
#include "check.h"
struct bits { unsigned b : 3; int s : 5; };

static double
f (int n, int m, double a[n][m])
{
  double v[n], s;
  for (int i = 0; i < n; i++)
    v[i] = i;
  with_objmode (s) { "s = float (a.sum () + v.sum ())"; }
  return s;
}

int
main (void)
{
  int y, rc, *p = malloc (5 * sizeof *p);
  double a[2][2] = { { 1, 2 }, { 3, 4 } };
  struct bits b = { 7, -16 };
  const char *s = "text";
  _Bool t;
  for (int i = 0; i < 5; i++)
    p[i] = i;
  with_objmode (y, t, p = "[5]", q (b.b), r (b.s)) { "y = int (p.sum ()) + len (s) + q + r; t = True; p[:] = 9"; }
  CHECK (y == 10 + 4 + 7 - 16 && t && p[4] == 9);
  CHECK (f (2, 2, a) == 11);
  with_objmode (y, error (rc), every (2), once) { "y = 10**10"; }
  CHECK (rc);
  with_objmode (e (p[y == 5 ? 1 : 0])) { "e = -1"; }
  CHECK_NUM (p[1], -1);
  free (p);
  return 0;
}
