/* What dump.exp dumps: every kind of thing that the dump has a form for.
   With PLANTED, the text has an error that only types tell.  */

#include <objmode.h>

objmode_module {
  R"py(
    from __future__ import annotations
    import numpy as np

    def mean(u: np.ndarray) -> float:
        """Of all
        of U."""
        return float(np.mean(u))
  )py";
}

enum state { COLD, HOT = 3 };
#define LIMIT 3.5

struct point
{
  double x, y;
  char name[8];
  struct point *next, *kids[2]; double *w objmode_extents ("[n]"); int n;
  float m[3];
  unsigned b : 3;
};

double scale (double x, const double *p, int lambda);
int shift (struct point p);

int
heat (double *u, int n, struct point p, const char *name, char *str)
{
  double m;
  int i = 0;
  float r = 0;

  with_objmode (m, i, u = "[n]", r, str) {
    R"py(
      s = (1 +
           2)
      m = np.mean(u) * scale(1, u, 2) + p.x
      if name.startswith("""h
  e""") and HOT < LIMIT:
          i += 1 \
              + s
      r += n
      p.name = "x" + __func__; shift((1, 2))
      global counter
      counter = 1
      str = None
    )py";
  }
  for (int k = 0; k < n; k++)
    with_objmode () { R"( if k > 3: break
      continue )"; }
  with_objmode (i) { R"( i = 2
    if n > 4: return i
    )"; }
#ifdef PLANTED
  with_objmode (i) { R"(
    i = name
    )"; }
#endif
  return 0;
}

void
roots (double a[3])
{
  with_objmode (a) { R"(a = [1, 2, 3]; a = np.sqrt(a))"; }
  with_objmode () { R"(return)"; }
  with_objmode () { ""; }
  with_objmode () {
    a[0] = 1;
    with_objmode () { R"(mean(a))"; }
  }
}

#include <objmode-random.h>
struct walker { int n; objmode_rng rng, *other; };

void
walk (objmode_rng *rng, struct walker *w)
{
  objmode_rng own = { { 0 }, NULL };
  with_objmode (own) { R"(own = np.random.MT19937(1))"; }
  with_objmode (own) { R"(
    w.rng = rng
    if own is None:
        own = np.random.Generator(rng.bit_generator)
    w.n = int(rng.integers(6)) + int(w.other.integers(6)))"; }
  objmode_rng_release (&own);
}

double square (double x);
double weighted (double x, void *data);

double
area (double (*f) (double), double *u, int n)
{
  double y;

  with_objmode (y, u = "[n]") {
    R"py(
      from typing import Any
      def add(x: Any, k: Any) -> float:
          return square(2) + weighted.address * (f(1) if x == f.lowlevel else k)
      y = add(square.lowlevel, weighted.lowlevel_with(u)) + square.ufunc(u)[0]
    )py";
  }
  return y;
}

typedef long days_t;
objmode_adapt (days_t, to = "np.int64", from = "int");
struct dated { days_t day, days[2]; };
extern days_t next_day (days_t day);

void
date (days_t day, struct dated *d)
{
  with_objmode (day) { R"(
    day = next_day(day)
    d.day = day
    d.days[1] = 2)"; }
}
