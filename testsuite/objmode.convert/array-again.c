/* A view that nothing holds is used again; what Python did to it, or what has
   become of it, does not show in the next run.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-additional-options "-pthread" } */
#include "check.h"
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

objmode_module {
  R"py(
    import gc, time, warnings, weakref
    import numpy as np
    warnings.simplefilter ('ignore')
    died = []
    kept = []

    def set_shape (x): x.shape = -1, 1
    def set_strides (x): x.strides = (0,) * x.ndim
    def set_dtype (x): x.dtype = 'u1'
    def set_fields (x): x.dtype = [('a', 'f4'), ('b', 'f4')]
    def read_only (x): x.flags.writeable = False
    def no_write (x): x.setflags (write=False)
    def not_aligned (x): x.setflags (align=False)
    def set_data (x): x.data = np.full (4, 77.0).data
    def set_state (x): x.__setstate__ ((1, (2,), np.dtype ('f8'), False,
                                        bytes (16)))
    def refer (x): kept.append (weakref.ref (x, died.append))
    def export (x):
        with memoryview (x) as m: assert m.nbytes == x.nbytes
    def interfaces (x):
        assert x.__array_interface__['shape'] == x.shape
        x.__array_struct__
        x.ctypes.shape
    def iterate (x): assert sum (1 for _ in np.nditer (x)) == x.size
    def set_class (x):
        class Sub (np.ndarray): pass
        x.__class__ = Sub
    def fail (x): raise KeyError ('on purpose')
    def fails_later (x): return 1 / 0 if x.ndim else None
    def hold (x): kept.append (x[1:])
    def nothing (x): pass

    # What may be refused is tried all the same.
    acts = [set_shape, set_strides, set_dtype, set_fields, read_only,
            no_write, not_aligned, set_data, set_state, refer, export,
            interfaces, iterate, set_class, fail, fails_later, hold, nothing]

    def look (x):
        """Return all that can be seen of X."""
        return (type (x), x.shape, x.strides, x.dtype, x.flags.num,
                x.__array_interface__['data'], x.base is None,
                weakref.getweakrefcount (x), x.tolist ())

    def act (n, x):
        try:
            acts[n] (x)
        except (AttributeError, TypeError, ValueError):
            pass

    def fresh (x):
        """Return what look finds in an array like X that has no past."""
        y = np.frombuffer ((np.ctypeslib.ctypes.c_char
                            * (x.itemsize * x.size)).from_address (
                                x.__array_interface__['data'][0]), 'f8')
        return (np.ndarray, y.shape, y.strides, y.dtype, x.tolist ())
  )py";
}

/* Run the same block with P; ACT is done behind the look.  */
static int
plain (double *p, int n, int act_)
{
  int rc;
  double y = -1;
  with_objmode (x (p) = "[n]", y, error (rc)) {
    R"(
      seen = look (x)
      assert seen[:4] + seen[8:] == fresh (x), seen
      assert seen[4] == np.empty (3).flags.num & ~4, seen
      assert seen[5][1] is False and seen[6] and seen[7] == 0, seen
      y = x[0]
      act (act_, x)
    )";
  }
  if (rc && strcmp (objmode_error ()->type, "AssertionError") == 0)
    printf ("%d: %s\n", act_, objmode_error ()->message);
  return rc ? -1 : y == p[0];
}

/* Do this with memory that cannot be written.  */
static int
constant (const double *p, int n, int act_)
{
  int rc, k;
  with_objmode (x (p) = "[n]", k, error (rc)) {
    R"(
      assert not x.flags.writeable and x.flags.aligned, look (x)
      assert x.dtype == 'f8' and x.shape == (n,) and x.strides == (8,)
      assert not x.base is None and weakref.getweakrefcount (x) == 0
      k = int (x[-1])
      try:
          x.flags.writeable = True
      except ValueError:
          pass
      else:
          raise AssertionError
      act (act_, x)
    )";
  }
  if (rc && strcmp (objmode_error ()->type, "AssertionError") == 0)
    printf ("%d: %s\n", act_, objmode_error ()->message);
  return rc ? -1 : k == p[n - 1];
}

struct item { int32_t key; double value; };

/* And of structs.  */
static int
structs (struct item *p, int n, int act_)
{
  int rc;
  double total = 0;
  with_objmode (x (p) = "[n]", total, error (rc)) {
    R"(
      assert x.dtype.names == ('key', 'value') and x.shape == (n,), look (x)
      assert x.flags.writeable and x.base is None
      x['key'] += 1
      total = x['value'].sum ()
      act (act_, x)
    )";
  }
  return rc ? -1 : total == p[0].value + p[n - 1].value;
}

enum { HOLD = 16, ACTS = 18 };

/* After each act the next run finds all as it should be.  */
static void
acts (void)
{
  double a[4] = { 1, 2, 3, 4 }, b[4] = { 5, 6, 7, 8 };
  struct item s[2] = { { 1, 0.5 }, { 2, 1.5 } };
  for (int i = 0; i < ACTS; i++)
    for (int again = 0; again < 2; again++)
      {
        int failed = i == 14 || i == 15 || i == HOLD;
        int done = failed ? -1 : 1;
        CHECK (plain (a, 4, ACTS - 1) == 1);
        CHECK (plain (again ? a : b, 4, i) == done);
        with_objmode () { "kept.clear ()"; }
        CHECK (plain (again ? b : a, 4, ACTS - 1) == 1);
        CHECK (constant (a, 4, ACTS - 1) == 1);
        CHECK (constant (b, 4, i) == done);
        with_objmode () { "kept.clear ()"; }
        CHECK (constant (a, 4, ACTS - 1) == 1);
        CHECK (structs (s, 2, ACTS - 1) == 1);
        CHECK (structs (s, 2, i) == done);
        with_objmode () { "kept.clear ()"; }
        CHECK (structs (s, 2, ACTS - 1) == 1);
      }
  CHECK (s[0].key > 100 && a[0] == 1 && b[3] == 8);
  CHECK (plain (a, 4, 9) == 1);
  int n;
  with_objmode (n) { "died.clear (); kept.clear (); n = 0"; }
  CHECK (plain (a, 4, 9) == 1);
  with_objmode (n) { "n = len (died)"; }
  CHECK_NUM (n, 1);
}

/* Other extents, strides, addresses, and none.  */
static double
any (double *p, ptrdiff_t n, ptrdiff_t step)
{
  double y = 0;
  with_objmode (x (p) = "float64[n : step]", y) {
    R"(
      assert x.shape == (n,) and x.strides == (8 * step,), look (x)
      y = x[::-1] @ np.arange (n)
    )";
  }
  return y;
}

static int
aligned (void *p)
{
  double *q = p;
  int y;
  with_objmode (q = "[1]", y) { "y = int (q.flags.aligned and q[0] == 2.5)"; }
  return y;
}

static double
maybe (double *p, int n)
{
  double y;
  with_objmode (x (p) = "[n]", y) { "y = -1 if x is None else x.size"; }
  return y;
}

static void
places (void)
{
  double a[6] = { 1, 2, 3, 4, 5, 6 };
  for (int i = 0; i < 3; i++)
    {
      CHECK (any (a, 3, 1) == 1 * 2 + 2 * 1);
      CHECK (any (a, 3, 2) == 1 * 2 + 3 * 1);
      CHECK (any (a + 5, 3, -1) == 6 * 2 + 5 * 1);
      CHECK (any (a + 1, 2, 1) == 2);
      CHECK (any (a + 2, 2, 1) == 3);
      CHECK (any (a, 0, 1) == 0);
      CHECK (maybe (a, 3) == 3 && maybe (a, 2) == 2);
    }
  static _Alignas (64) char raw[200];
  double v = 2.5;
  for (int i = 0; i < 3; i++)
    {
      memcpy (raw + 8, &v, 8);
      CHECK (aligned (raw + 8) == 1);
      memcpy (raw + 9, &v, 8);
      CHECK (aligned (raw + 9) == 0);
      memcpy (raw + 73, &v, 8);
      CHECK (aligned (raw + 73) == 0);
      memcpy (raw + 72, &v, 8);
      CHECK (aligned (raw + 72) == 1);
    }
}

/* What fits into one array does not fit into another one.  */
static int
bounded (int m, int n)
{
  double a[m], y = 0;
  int rc;
  for (int i = 0; i < m; i++)
    a[i] = i;
  with_objmode (a = "[n]", y, error (rc)) { "y = a.sum ()"; }
  return rc ? -1 : (int) y;
}

static double deeper (double first, int n);

/* A block that is entered while it runs.  */
static double
depth (double *p, int n)
{
  double y = 0;
  with_objmode (x (p) = "[2]", y) {
    R"(
      y = x[0]
      if n:
          inner = deeper (y, n)
          assert x[0] == y and inner == n * 10 + x[0], (inner, x)
          y = inner
    )";
  }
  return y;
}

static double
deeper (double first, int n)
{
  double below[2] = { first + 10, 0 };
  return depth (below, n - 1);
}

/* Several threads are in one block at once.  */
static void *
work (void *arg)
{
  double own[3] = { (size_t) arg, 0, 1 }, y;
  for (int i = 0; i < 20; i++)
    {
      own[1] = i;
      with_objmode (own = "[3]", y) {
        R"(
          before = own.tolist ()
          time.sleep (0.0005 * (i % 3 == 0))
          assert own.tolist () == before and before[1] == i
          y = own[0]
        )";
      }
      CHECK (y == (size_t) arg);
    }
  return NULL;
}

static double table[3] = { 1, 2, 3 };

int
main (void)
{
  double a[2] = { 1, 2 }, y;
  pthread_t threads[4];
  int status;
  acts ();
  places ();
  for (int i = 0; i < 3; i++)
    CHECK (depth (a, 3) == 31 && depth (a, 0) == 1);
  for (int i = 0; i < 2; i++)
    CHECK (bounded (4, 3) == 3 && bounded (3, 3) == 3 && bounded (2, 3) == -1);
  for (size_t i = 0; i < 4; i++)
    pthread_create (&threads[i], NULL, work, (void *) (i + 1));
  for (int i = 0; i < 4; i++)
    pthread_join (threads[i], NULL);
  with_objmode () { "kept.clear ()"; }
  /* Static memory may be held, and then the next view is another one.  */
  for (int i = 0; i < 6; i++)
    {
      table[0] = i;
      with_objmode (y) {
        "y = table[0]\n"
        "if i % 2: kept.append (table)";
      }
      CHECK (y == i);
    }
  with_objmode (y) {
    "y = len ({id (k) for k in kept})\n"
    "assert all (k[0] == 5 and k.flags.writeable for k in kept)";
  }
  CHECK_NUM (y, 3);
  fflush (stdout);
  pid_t child = fork ();
  if (child == 0)
    {
      acts ();
      _exit (plain (a, 2, ACTS - 1) == 1 ? 7 : 1);
    }
  CHECK (waitpid (child, &status, 0) == child);
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 7);
  acts ();
  return 0;
}
