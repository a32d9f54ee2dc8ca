/* C functions that work on the memory of the caller whose view they get: the
   compiler sees it change.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-additional-options "-O3" } */
#include "check.h"
struct state { int n; double x[3]; };
static struct state *current;
static int advance (struct state *s) { return s == current ? ++s->n : -1; }
static double add (double *x, int n) { current->x[0] += 1; x[n] += 10; return current->x[1]; }
static void scale (int n, double *restrict x) { for (int i = 0; i < n; i++) x[i] *= 2; }

static double
restricted (int n, double *restrict a)
{
  double before = a[0];
  with_objmode (a = "[n]") { "scale (n, a)\na[0] += 1\nscale (x=a, n=1)"; }
  return a[0] - before * 100;
}

int
main (void)
{
  struct state s = { 0, { 1, 2, 3 } };
  double a[2] = { 1, 2 }, y = 0;
  current = &s;
  with_objmode (y) { R"(
    x = s.x
    y = advance (s) * 10 + s.n
    s.n += 5
    assert advance (s) == 7 and add (x, 1) == 12 and x.tolist () == [2, 12, 3]
    assert add (s.x, 2) == 12 and s.x.tolist () == [3, 12, 13]
  )"; }
  CHECK (y == 11 && s.n == 7 && s.x[0] == 3 && s.x[1] == 12 && s.x[2] == 13);
  CHECK (restricted (2, a) == 6 - 100 && a[0] == 6 && a[1] == 4);
  return 0;
}
