/* An array that is an output is changed while a later output is converted, or
   when something else is released: what is stored is looked at when it is
   stored.  The block fails, and no output is stored.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

objmode_module {
  R"py(
    import gc
    import numpy as np

    class Late:
        """Call F when this is converted, and when it is deleted."""
        def __init__(self, f):
            self.f = f
        def __index__(self):
            self.f()
            return 7
        def __float__(self):
            self.f()
            return 7.0

    class Deleted:
        def __init__(self, f):
            self.f = f
        def __del__(self):
            self.f()

    N = 100000

    def changes(n):
        """Return an array of n by 2 and the functions that change it."""
        a = np.arange(2.0 * n).reshape(n, 2).copy()
        def shape(s):
            a.shape = s
        def dtype(t):
            a.dtype = t
        return a, [lambda: a.resize((1, 1), refcheck=False),
                   lambda: a.resize((0, 2), refcheck=False),
                   lambda: a.resize((n, 3), refcheck=False),
                   lambda: shape((2, n)), lambda: shape((2 * n,)),
                   lambda: shape((2, n // 2, 2)),
                   lambda: dtype('i8'), lambda: dtype('S8')]
  )py";
}

enum { n = 100000, ways = 8 };

static double m[n][2], wide[n][4];
static double *rows = &wide[0][0];

static void
plain (int way)
{
  int y = 1, rc;

  with_objmode (m, y, error (rc)) {
    R"py(
      m, how = changes(N)
      y = Late(how[way])
    )py";
  }
  FAILS ("RuntimeError", "'m' (C double array): the array was changed before");
  CHECK (y == 1 && m[0][1] == 0 && m[n - 1][1] == 0);
}

static void
strided (int way)
{
  int y = 1, rc;

  with_objmode (rows = "[n : 4, 2]", y, error (rc)) {
    R"py(
      rows, how = changes(N)
      y = Late(how[way])
    )py";
  }
  FAILS ("RuntimeError", "'rows' (C double array): the array was changed");
  CHECK (y == 1 && wide[0][1] == 0 && wide[n - 1][1] == 0);
}

/* Something that a view is in is deleted when the views are looked for.  */

static void
by_collection (int way)
{
  double v[2] = { 1, 2 };
  int rc;

  with_objmode (m, error (rc)) {
    R"py(
      m, how = changes(N)
      d = Deleted(how[way])
      d.view, d.own = v, d
      del d
    )py";
  }
  FAILS ("RuntimeError", "'m' (C double array): the array was changed before");
  CHECK (m[0][1] == 0 && m[n - 1][1] == 0);
}

/* An OBJMODE_ARRAY, whose memory may change as long as it is one that C can
   use.  */

static void
array (int way, int fails)
{
  OBJMODE_ARRAY (double, 2) a = { 0 };
  int y = 1, rc;

  with_objmode (a, y, error (rc)) {
    R"py(
      a, how = changes(N)
      y = Late(how[way])
    )py";
  }
  CHECK_NUM (rc != 0, fails);
  if (fails)
    CHECK (y == 1 && !a.data);
  else
    CHECK (y == 7 && a.shape[0] * a.shape[1] >= 0);
  with_objmode (y) { R"py( y = fails or int(a.sum() >= 0) )py"; }
  CHECK_NUM (y, 1);
  objmode_release_array (&a, sizeof a);
}

/* Not changed.  */

static void
same (void)
{
  int y = 1;

  with_objmode (m, rows = "[n : 4, 2]", y) {
    R"py(
      m, _ = changes(N)
      rows = m
      y = Late(gc.collect)
    )py";
  }
  CHECK (y == 7 && m[n - 1][1] == 2 * n - 1 && wide[n - 1][1] == 2 * n - 1);
}

int
main (void)
{
  for (int way = 0; way < ways; way++)
    {
      plain (way);
      strided (way);
      by_collection (way);
      array (way, way >= 4);
    }
  same ();
  return 0;
}
