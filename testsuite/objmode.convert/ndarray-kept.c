/* OBJMODE_ARRAY: what Python has made and C keeps, without a copy.  */
/* { dg-do run } */
#include "check.h"

typedef OBJMODE_ARRAY (double, 1) vector;
typedef OBJMODE_ARRAY (double, 2) matrix;
struct model { int n; vector weights; };
static matrix table;

objmode_module
{
  R"py(
    import gc, sys, weakref
    import numpy as np
    made = np.arange(5.0)
    start = sys.getrefcount(made)
    def held():
        return sys.getrefcount(made) - start
    class Tracked(np.ndarray):
        pass
    def tracked(n):
        global alive
        a = np.zeros(n).view(Tracked)
        alive = weakref.ref(a)
        return a
    def gone():
        return alive() is None
  )py";
}

static int
held (void)
{
  int n;
  with_objmode (n) { "n = held()"; }
  return n;
}

/* By value: the struct is copied, the reference is not.  */
static double
sum (vector v)
{
  double s;
  with_objmode (s) { "s = v.sum()"; }
  return s;
}

/* A pointer stands for what it points to.  */
static int
replace (vector *p)
{
  int y;
  with_objmode (p, y) { R"(
    y = p is None or p is made
    p = p[::2]
  )"; }
  return y;
}

static vector
give (int n)
{
  with_objmode () { "return np.full(n, 2.5)"; }
}

static vector
give_up (int *rc)
{
  with_objmode (error (rc[0])) { "return [1.0]"; }
  return (vector) { 0 };
}

int
main (void)
{
  vector v = { 0 }, w = { 0 };
  OBJMODE_ARRAY (int, 3) cube = { 0 };
  struct model m = { 3, { 0 } };
  int y = 0, rc = 0;

  /* Zero is empty.  */
  with_objmode (y) {
    "y = v.shape == (0,) and v.dtype == 'f8' and cube.shape == (0, 0, 0)"; }
  CHECK_NUM (y, 1);
  with_objmode (v) { "v = made"; }
  CHECK (held () == 1);
  CHECK (v.shape[0] == 5 && v.strides[0] == 1 && v.data[4] == 4);
  /* The same object, and the same memory.  */
  v.data[0] = 10;
  with_objmode (y) { "y = v is made and made[0] == 10"; }
  CHECK (y == 1 && held () == 1);
  CHECK (sum (v) == 20 && held () == 1);
  with_objmode () { "global kept; kept = v"; }
  CHECK (held () == 2);
  with_objmode () { "global kept; del kept"; }
  CHECK (held () == 1);
  /* A slice keeps what it is of.  */
  CHECK (replace (&v) == 1 && held () == 1);
  CHECK (v.shape[0] == 3 && v.strides[0] == 2 && v.data[4] == 4);
  with_objmode (v) { "v = made[::-1]"; }
  CHECK (v.strides[0] == -1 && v.data[0] == 4 && v.data[-4] == 10);
  with_objmode (v) { "v += 1"; }
  CHECK (v.data[0] == 5 && held () == 1);
  /* Another variable, and the end.  */
  with_objmode (w) { "w = made"; }
  CHECK (held () == 2);
  objmode_array_release (&v);
  CHECK (v.data == NULL && v.shape[0] == 0 && v.strides[0] == 0);
  objmode_array_release (&v);
  objmode_array_release ((vector *) NULL);
  CHECK (held () == 1);
  with_objmode (w) { "w = w"; }
  CHECK (held () == 1);
  /* What was there before goes when the new one is stored.  */
  with_objmode (v) { "v = tracked (3)"; }
  with_objmode (v, y, error (rc)) { "v = np.ones (2); y = 2**70"; }
  CHECK (rc && v.shape[0] == 3);
  with_objmode (v, error (rc)) { "v = np.ones (2); raise KeyError (1)"; }
  CHECK (rc && v.shape[0] == 3);
  with_objmode (y) { "y = gone ()"; }
  CHECK_NUM (y, 0);
  with_objmode (v) { "v = np.ones (2)"; }
  with_objmode (y) { "y = gone ()"; }
  CHECK_NUM (y, 1);
  objmode_array_release (&v);
  objmode_array_release (&w);
  CHECK (held () == 0);

  /* Member, static, three dimensions, by a pointer that may be null.  */
  with_objmode (x (m.weights)) { "x = made"; }
  CHECK (m.weights.shape[0] == 5 && held () == 1);
  with_objmode (x (m.weights), y) { "y = x is made; x = np.zeros (0)"; }
  CHECK (y == 1 && held () == 0 && m.weights.shape[0] == 0);
  objmode_array_release (&m.weights);
  with_objmode (table) { "table = np.arange (6.0).reshape (2, 3).T"; }
  CHECK (table.shape[0] == 3 && table.strides[0] == 1 && table.strides[1] == 3);
  CHECK (table.data[2 * table.strides[0] + table.strides[1]] == 5);
  objmode_array_release (&table);
  with_objmode (cube) { "cube = np.arange (24, dtype='i4').reshape (2, 3, 4)"; }
  CHECK (cube.strides[0] == 12 && cube.strides[1] == 4 && cube.data[23] == 23);
  objmode_array_release (&cube);
  vector *none = NULL;
  with_objmode (y) { "y = none is None"; }
  CHECK_NUM (y, 1);
  with_objmode (none, error (rc)) { "none = made"; }
  FAILS_WITH ("'none' (C vector): is a null pointer");
  CHECK (held () == 0);

  /* The value of `return'.  */
  v = give (4);
  CHECK (v.shape[0] == 4 && v.data[3] == 2.5);
  objmode_array_release (&v);
  v = give_up (&rc);
  CHECK (rc && v.data == NULL);
  CHECK (strstr (last_error (), "'return value of give_up' (C vector): [1.0] is not a NumPy array"));

  /* Whatever is in scope.  */
  with_objmode (w) { "w = made"; }
  with_objmode (y) { "y = locals ()['w'] is made"; }
  CHECK_NUM (y, 1);
  objmode_array_release (&w);
  CHECK (held () == 0);
  return 0;
}
