/* OBJMODE_ARRAY as a member of structs.  */
/* { dg-do run } */
#include "check.h"

typedef OBJMODE_ARRAY (double, 1) vector;
struct layer { int n; vector weights; char name[8]; };
struct net { struct layer first; OBJMODE_ARRAY (const int, 2) map; };

objmode_module
{
  R"py(
    import sys
    import numpy as np
    made = np.arange(4.0)
    start = sys.getrefcount(made)
    def held():
        return sys.getrefcount(made) - start
    kept = []
  )py";
}

struct layer fresh (int);

static int
held (void)
{
  int n;
  with_objmode (n) { "n = held()"; }
  return n;
}

int
main (void)
{
  double local[3] = { 1, 2, 3 };
  struct layer l = { 1, { 0 }, "one" };
  struct net net = { { 2, { 0 }, "two" }, { 0 } }, *p = &net;
  int y = 0, rc = 0;

  with_objmode (y) { R"(
    y = len (l.weights) == 0 and l.weights.dtype == 'f8'
    l.weights = made
    y = y and l.weights is made
    p.first.weights = l.weights
    p['map'] = np.broadcast_to (np.intc (7), (2, 2))
  )"; }
  CHECK (y == 1 && held () == 2);
  CHECK (l.weights.shape[0] == 4 && l.weights.data == net.first.weights.data);
  CHECK (net.map.shape[1] == 2 && net.map.strides[0] == 0 && net.map.data[0] == 7);
  /* Errors name the member and change nothing.  */
  with_objmode (error (rc)) { "l.weights = [1.0]"; }
  FAILS_WITH ("'l.weights' (C vector): [1.0] is not a NumPy array");
  with_objmode (error (rc)) { "p.map = made"; }
  FAILS_WITH ("'p.map' (C OBJMODE_ARRAY (const int, 2)): the array has 1 dimensions, not 2");
  CHECK (held () == 2);
  /* Whole structs: all or nothing.  */
  with_objmode (l, error (rc)) { "l = (2, np.ones (2), 'much too long')"; }
  CHECK (rc && l.n == 1 && held () == 2);
  with_objmode (l) { "l = {'n': 2, 'weights': np.ones (2), 'name': 'x'}"; }
  CHECK (l.n == 2 && l.weights.shape[0] == 2 && l.weights.data[1] == 1 && held () == 1);
  with_objmode (l) { "l = p.first"; }
  CHECK (l.n == 2 && l.weights.shape[0] == 4 && held () == 2);
  /* Copies have a reference; so have arrays that are kept.  */
  with_objmode () { "kept.append (p.copy ()); kept.append (l.weights[1:])"; }
  CHECK (held () == 4);
  with_objmode () { "kept[0].first.weights = np.zeros (1)"; }
  CHECK (held () == 3);
  with_objmode () { "kept.clear ()"; }
  CHECK (held () == 2);
  with_objmode () { "repr (p); l.weights = made[::2]; l.weights = l.weights"; }
  CHECK (held () == 2 && l.weights.strides[0] == 2);
  objmode_array_release (&l.weights);
  objmode_array_release (&net.first.weights);
  objmode_array_release (&net.map);
  CHECK (held () == 0);

  /* C's own memory is a part of the view; a copy has its own.  */
  l.weights = (vector) { .data = local, .shape = { 2 }, .strides = { 2 } };
  with_objmode (y) { "l.weights += 1; y = l.weights.tolist () == [2, 4]"; }
  CHECK (y == 1 && local[0] == 2 && local[2] == 4 && l.weights.data == local);
  with_objmode (error (rc)) { "kept.append (l.weights)"; }
  FAILS_WITH ("'l' (C struct layer): a view of it is held after the block");
  with_objmode () { "kept[:] = [l.copy ()]"; }
  local[0] = 100;
  with_objmode (y) { "y = kept[0].weights.tolist () == [2, 4]; kept.clear ()"; }
  CHECK_NUM (y, 1);
  with_objmode (l = "copy") { "kept.append (l.weights)"; }
  with_objmode (y) { "y = kept.pop ().tolist () == [100, 4]"; }
  CHECK_NUM (y, 1);
  l.weights.shape[0] = -1;
  with_objmode (error (rc)) { "l.copy ()"; }
  FAILS_WITH ("'l.weights' (C vector): extent -1 of dimension 0 is negative");

  /* Arrays of structs lack it.  */
  struct layer many[2] = { { 1, { 0 }, "a" }, { 2, { 0 }, "b" } };
  with_objmode (m (many[1])) { "m.weights = made"; }
  with_objmode (y) { "y = many.dtype.names == ('n', 'name') and many['n'].sum () == 3"; }
  CHECK (y == 1 && held () == 1);
  with_objmode (many) { "many = many[::-1].copy ()"; }
  CHECK (many[0].n == 2 && many[1].weights.shape[0] == 4 && held () == 1);
  with_objmode (many) { "many = [(1, made, 'x'), (2, np.zeros (0), 'y')]"; }
  CHECK (many[0].weights.shape[0] == 4 && held () == 1);
  objmode_array_release (&many[0].weights);
  objmode_array_release (&many[1].weights);
  CHECK (held () == 0);
  with_objmode (y) { "y = fresh (3).weights is made"; }
  CHECK (y == 1 && held () == 0);
  return 0;
}

/* A C function whose result owns an array.  */
struct layer
fresh (int n)
{
  struct layer l = { n, { 0 }, "fresh" };
  with_objmode (w (l.weights)) { "w = made"; }
  return l;
}
