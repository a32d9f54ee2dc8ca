/* A clause gives no memory beyond that of an array.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

struct old { int n; double v[1]; };
struct open { int n; double v[0]; };
union either { int i; float f; };

/* Return 1 if the last block has failed by a ValueError with TEXT at the end
   of its message.  */
static int
failed (int rc, const char *text)
{
  const objmode_error_info *e = objmode_error ();
  size_t n = strlen (text);

  return (rc && e && strcmp (e->type, "ValueError") == 0
	  && strlen (e->message) > n
	  && strcmp (e->message + strlen (e->message) - n, text) == 0);
}

static void
one (int n, int m, int ld)
{
  double x[100], v[m];
  int rc, seen = 0;

  for (int i = 0; i < 100; i++)
    x[i] = i;
  for (int i = 0; i < m; i++)
    v[i] = i;
  with_objmode (seen, x = "[n]", v = "[m]", error (rc)) { "seen = len (x) + len (v)"; }
  CHECK (!rc && seen == n + m);
  n += 100;
  with_objmode (seen, x = "[n]", error (rc)) { "seen = 1; x[0] = 7"; }
  CHECK (failed (rc, "'x' (C double array): extent 110 of dimension 0 is larger than the declared extent 100"));
  CHECK (seen == 10 + m && x[0] == 0);
  with_objmode (x = "copy [n]", error (rc)) { "x[0] = 7"; }
  CHECK (failed (rc, "extent 110 of dimension 0 is larger than the declared extent 100"));
  /* Also as an output.  */
  with_objmode (x = "float64[n]", error (rc)) { "x = [1.] * 110"; }
  CHECK (failed (rc, "extent 110 of dimension 0 is larger than the declared extent 100"));
  n -= 100;
  with_objmode (v = "[n]", error (rc)) { "v[0] = 7"; }
  CHECK (failed (rc, "'v' (C double array): extent 10 of dimension 0 is larger than the declared extent 5"));
  with_objmode (v = "[m - 2]", error (rc)) { "v[2] = 8"; }
  CHECK (!rc && v[2] == 8);
  /* Strides.  */
  with_objmode (seen, x = "[n : ld]", error (rc)) { "seen = int (x[-1])"; }
  CHECK (!rc && seen == 99);
  with_objmode (x = "[n + 1 : ld]", error (rc)) { "x[0] = 7"; }
  CHECK (failed (rc, "'x' (C double array): extents and strides reach outside the 100 declared elements"));
  with_objmode (x = "[n : -ld]", error (rc)) { "x[0] = 7"; }
  CHECK (failed (rc, "extents and strides reach outside the 100 declared elements"));
  with_objmode (seen, x = "[n - 10 : -ld]", error (rc)) { "seen = len (x)"; }
  CHECK (!rc && seen == 0);
  with_objmode (seen, x = "[50 : 2]", error (rc)) { "seen = int (x[-1])"; }
  CHECK (!rc && seen == 98);
  with_objmode (seen, w (&x[50]) = "[n * 5]", error (rc)) { "seen = len (w)"; }
  CHECK (!rc && seen == 50);
}

static void
two (int n, int m, int k, double p[][m])
{
  static int a[10][20];
  int v[n][m], rc, seen = 0;

  for (int i = 0; i < 10; i++)
    for (int j = 0; j < 20; j++)
      a[i][j] = 100 * i + j;
  /* The element of the text is the one of C.  */
  with_objmode (seen, a = "[n, m]", error (rc)) { "seen = int (a[2, 3]) + len (a) * 1000 + len (a[0]) * 10000"; }
  CHECK (!rc && seen == 203 + n * 1000 + m * 10000);
  with_objmode (a = "[n, k]", error (rc)) { "a[0, 0] = 7"; }
  CHECK (failed (rc, "'a' (C int array): extent 30 of dimension 1 is larger than the declared extent 20"));
  with_objmode (a = "[k, m]", error (rc)) { "a[0, 0] = 7"; }
  CHECK (failed (rc, "extent 30 of dimension 0 is larger than the declared extent 10"));
  with_objmode (seen, a = "[n : 40, m]", error (rc)) { "seen = int (a[1, 1])"; }
  CHECK (!rc && seen == 201);
  with_objmode (seen, a = "[:, m : 2]", error (rc)) { "seen = int (a[9, 1])"; }
  CHECK (!rc && seen == 902);
  with_objmode (a = "[k : 7, 1]", error (rc)) { "a[0, 0] = 7"; }
  CHECK (failed (rc, "extents and strides reach outside the 200 declared elements"));
  with_objmode (v = "[m, n]", error (rc)) { "v[0, 0] = 7"; }
  CHECK (failed (rc, "'v' (C int array): extent 5 of dimension 1 is larger than the declared extent 4"));
  /* Nothing says how many rows there are.  */
  with_objmode (seen, p = "[k]", error (rc)) { "seen = len (p)"; }
  CHECK (!rc && seen == 30);
  with_objmode (p = "[1, k]", error (rc)) { "p[0, 0] = 7"; }
  CHECK (failed (rc, "'p' (C double array): extent 30 of dimension 1 is larger than the declared extent 4"));
}

/* A parameter may have more than is asked for.  */
static int
parameter (int n, int x[static 4], int y[4])
{
  int seen = 0;
  with_objmode (seen, x = "[n]", y = "[n]") { "seen = len (x) + len (y)"; }
  return seen;
}

/* A view of N of the M elements of an array, which the next run might use
   again.  Return whether it failed.  */
static int
again (int n, int m)
{
  double v[m];
  int rc;

  with_objmode (v = "[n]", error (rc)) { "v[:] = 1"; }
  return rc != 0;
}

int
main (void)
{
  for (int i = 0; i < 3; i++)
    CHECK (!again (8, 8));
  CHECK (again (8, 4) && !again (8, 9));
  double rows[120];
  int x[6] = { 0 }, rc, seen = 0;
  struct old *o = calloc (1, sizeof *o + 5 * sizeof (double));
  struct open *f = calloc (1, sizeof *f + 6 * sizeof (double));
  struct { double v[3], last[3]; } s = { { 1, 2, 3 }, { 4, 5, 6 } };
  union either u[4] = { { 1 }, { 2 } };

  o->n = f->n = 6;
  one (10, 5, 11);
  two (5, 4, 30, (double (*)[4]) rows);
  CHECK (parameter (6, x, x) == 12);
  /* Members, and what was written before there were flexible ones.  */
  with_objmode (seen, v (o->v) = "[o->n]", w (f->v) = "[f->n]", error (rc)) { "seen = len (v) + len (w)"; }
  CHECK (!rc && seen == 12);
  with_objmode (v (s.v) = "[o->n]", error (rc)) { "v[5]"; }
  CHECK (failed (rc, "'v' (C double array): extent 6 of dimension 0 is larger than the declared extent 3"));
  with_objmode (v (s.last) = "[o->n]", error (rc)) { "v[5]"; }
  CHECK (failed (rc, "extent 6 of dimension 0 is larger than the declared extent 3"));
  /* Unions are bytes.  */
  with_objmode (seen, u = "[o->n - 2]", error (rc)) { "seen = u.shape == (4, 4)"; }
  CHECK (!rc && seen);
  with_objmode (seen, u = "[o->n / 3 : 2]", error (rc)) { "seen = u.shape == (2, 4) and int (u[1, 0]) == 0"; }
  CHECK (!rc && seen);
  with_objmode (u = "[o->n]", error (rc)) { "u[0]"; }
  CHECK (failed (rc, "extent 6 of dimension 0 is larger than the declared extent 4"));
  free (o);
  free (f);
  return 0;
}
