/* objmode_members of function types: parameters that are pointers become arrays,
   of callbacks and of C functions that a text calls.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
#define COLUMNS 3
typedef double (*func) (unsigned, const double *, double *, void *);
typedef void walker (int n, int m, float *a, int (*rows)[2]);
struct point { double x, y; };
typedef double (*centre) (const struct point *p, int n);
typedef int (*divided) (int n, int d, int *v);
extern int plain (const int *v, int n);
static int scale = 2;
objmode_members (func, arg1 = "[arg0]", arg2 = "[arg0]");
objmode_members (walker, arg2 = "[arg0 * scale, COLUMNS]", arg3 = "[arg1]");
objmode_members (centre, arg0 = "[arg1]");
objmode_members (divided, arg2 = "[arg0 / arg1]");
objmode_members (plain, v = "[n]");
objmode_members (func, arg1 = "[arg0]");

static double
minimise (func f, unsigned n, double *x, double *g)
{
  return f (n, x, g, NULL);
}
static float a[4][3];
static int rows[5][2];
static int walk (walker *w) { w (2, 5, &a[0][0], rows); return rows[4][1]; }
static double mid (centre c, const struct point *p, int n) { return c (p, n); }
static int by (divided f, int n, int d) { int v[8] = { 1, 2, 3, 4, 5, 6, 7, 8 }; return f (n, d, v); }
int plain (const int *v, int n) { int s = 0; for (int i = 0; i < n; i++) s += v[i]; return s; }
static double real (unsigned n, const double *x, double *g, void *p) { (void) p; if (g) g[n - 1] = 7; return x[0]; }
static int failures;
static void handler (const objmode_error_info *e) { (void) e; failures++; }

int
main (void)
{
  double x[3] = { 1, 2, 3 }, g[3] = { 0 }, y = 0;
  struct point p[2] = { { 1, 2 }, { 3, 4 } };
  func f = NULL, f2 = NULL, direct = real;
  int i = 0, rc = 0;
  with_objmode (f, f2) { R"(
    def square (n, x, gradient, data):
        assert n == 3 and x.shape == (3,) and x.dtype == 'f8' and not x.flags.writeable
        if gradient is not None: gradient[:] = 2 * x
        return float ((x * x).sum ())
    f = square
    f2 = square
  )"; }
  CHECK (f == f2);
  CHECK (minimise (f, 3, x, g) == 14 && g[2] == 6);
  CHECK (minimise (f, 3, x, NULL) == 14);
  with_objmode (y) { "y = minimise (lambda n, x, g, d: g.fill (n) or x[1], 3, x, g)"; }
  CHECK (y == 2 && g[0] == 3);
  with_objmode (i) { R"(
    def fill (n, m, a, rows):
        assert a.shape == (4, 3) and a.dtype == 'f4' and rows.shape == (5, 2)
        a[:] = 1
        a[3, 2] = 5
        rows[4] = 8, 9
    i = walk (fill)
  )"; }
  CHECK (i == 9 && a[3][2] == 5 && a[0][0] == 1 && rows[4][0] == 8);
  with_objmode (y) { "y = mid (lambda p, n: float (p['x'].sum () + p[1]['y']) * len (p), p, 2)"; }
  CHECK_NUM (y, 16);
  /* C functions take arrays that have the elements.  */
  with_objmode (y, i) { R"(
    import numpy as np
    v = np.zeros (2)
    y = direct (2, np.array ([4., 5.]), v, None)
    assert v[1] == 7 and direct (1, np.ones (1), None, None) == 1
    try: direct (3, np.ones (2), None, None)
    except ValueError as e: assert 'has 2 elements, not 3' in str (e), e
    else: assert False
    try: plain (np.ones (2, 'i'), 3)
    except ValueError as e: i = plain (np.ones (3, 'i'), 3)
  )"; }
  CHECK (y == 4 && i == 3);
  /* Views end with the call.  */
  with_objmode (y, error (rc)) { "k = []; y = minimise (lambda n, x, g, d: k.append (x) or 1, 3, x, g)"; }
  CHECK (rc != 0);
  CHECK_STR (objmode_error ()->type, "BufferError");
  CHECK (strstr (objmode_error ()->message, "argument 'arg1'"));
  with_objmode (i) { "i = by (lambda n, d, v: len (v), 8, 4)"; }
  CHECK_NUM (i, 2);
  /* Extents that cannot be.  */
  with_objmode (i, error (rc)) { "i = by (lambda n, d, v: 1, 1, 0)"; }
  CHECK (rc != 0);
  CHECK_STR (objmode_error ()->type, "ValueError");
  with_objmode (i, error (rc)) { "i = by (lambda n, d, v: 1, -4, 1)"; }
  CHECK (rc != 0 && strstr (objmode_error ()->message, "is negative"));
  /* A million calls leave nothing behind.  */
  objmode_set_error_handler (handler);
  for (i = 0; i < 100000; i++)
    y = f (3, x, i & 1 ? g : NULL, NULL);
  CHECK (y == 14 && failures == 0);
  return 0;
}
