/* Arrays of objmode_object *: views whose elements are C's references.  */
/* { dg-do run } */
#include "check.h"

struct bag { int n; objmode_object *things[3]; };

objmode_module
{
  R"py(
    import sys
    import numpy as np
    thing = object ()
    start = sys.getrefcount (thing)
    def count():
        return sys.getrefcount (thing) - start
    kept = []
    class Last:
        def __init__(self, seen):
            self.seen = seen
        def __del__(self):
            self.seen.append(1)
    seen = []
  )py";
}

/* How many references there are to the thing.  */
static int
count (void)
{
  int n;
  with_objmode (n) { "n = count ()"; }
  return n;
}

static int
fill (int n, objmode_object **all)
{
  int y;
  with_objmode (y, all = "[n]") { "y = len (all); all[:] = thing"; }
  return y;
}

int
main (void)
{
  objmode_object *a[4] = { NULL }, *grid[2][2] = { { NULL } };
  objmode_object *const fixed[1] = { NULL };
  int y = 0, rc = 0;

  with_objmode (y) { R"(
    y = a.dtype == object and a.tolist () == [None] * 4
    a[1] = thing
    a[2] = thing
    a[2] = 7
  )"; }
  CHECK (y == 1 && count () == 1 && a[0] == NULL && a[1] && a[2]);
  with_objmode (y) { "y = a[1] is thing and a[2] == 7 and a[::2].tolist () == [None, 7]"; }
  CHECK (y == 1 && count () == 1);
  CHECK (fill (3, a) == 3 && count () == 3);
  objmode_release (a[0]);
  a[0] = NULL;
  CHECK (count () == 2);
  /* A copy has references of its own, and may be kept.  */
  with_objmode () { "kept.append (a.copy ())"; }
  CHECK (count () == 4);
  with_objmode () { "kept.clear ()"; }
  with_objmode (error (rc)) { "kept.append (a)"; }
  FAILS_WITH ("a view of it is held after the block by list");
  with_objmode () { "kept.clear ()"; }
  with_objmode (a = "copy object[:]") { "kept.append (a)"; }
  CHECK (count () == 4);
  with_objmode () { "kept.clear ()"; }
  CHECK (count () == 2);
  /* The whole array, or nothing.  */
  with_objmode (a, y, error (rc)) { "a = [thing] * 4; y = 2**70"; }
  CHECK (rc && count () == 2 && a[0] == NULL);
  with_objmode (a, error (rc)) { "a = [thing] * 5"; }
  FAILS_WITH ("has length 5 in dimension 0, not 4");
  CHECK (count () == 2);
  with_objmode (a) { "a = [[1, 2], 'x', thing, np.zeros (2)]"; }
  CHECK (count () == 1);
  with_objmode (y) { "y = a[0] == [1, 2] and a[1] == 'x' and a[2] is thing and len (a[3]) == 2"; }
  CHECK_NUM (y, 1);
  with_objmode (a) { "a = a[::-1]"; }
  with_objmode (y) { "y = a[3] == [1, 2] and a[1] is thing"; }
  CHECK (y == 1 && count () == 1);
  with_objmode (a) { "a = np.array ([thing] * 4)"; }
  CHECK (count () == 4);
  with_objmode (grid) { "grid = ((thing, [1]), ([2], ()))"; }
  CHECK (count () == 5);
  with_objmode (grid, error (rc)) { "grid = ['ab', 'cd']"; }
  CHECK (rc && count () == 5);
  with_objmode (y) { "y = grid[1, 1] == () and grid[1, 0] == [2]"; }
  CHECK_NUM (y, 1);
  /* What was there goes last, and may run code.  */
  with_objmode (a) { "a = [Last (seen), None, None, None]"; }
  CHECK (count () == 1);
  with_objmode (y, a) { "a = [0] * 4; y = len (seen)"; }
  CHECK_NUM (y, 0);
  with_objmode (y) { "y = len (seen)"; }
  CHECK_NUM (y, 1);
  with_objmode (error (rc)) { "fixed[0] = 1"; }
  CHECK (rc);
  with_objmode (a, grid) { "a = [None] * 4; grid = [[None] * 2] * 2"; }
  for (int i = 0; i < 4; i++)
    {
      objmode_release (a[i]);
      objmode_release (grid[i / 2][i % 2]);
    }
  CHECK (count () == 0);

  /* Members.  */
  struct bag bag = { 1, { NULL } }, bags[2] = { { 0, { NULL } } };
  with_objmode (y) { R"(
    y = bag.things.tolist () == [None] * 3
    bag.things[1] = thing
    bag.things = [thing, bag.things[1], 3]
  )"; }
  CHECK (y == 1 && count () == 2 && bag.things[2]);
  with_objmode () { "kept.append (bag.copy ())"; }
  CHECK (count () == 4);
  with_objmode () { "kept.clear ()"; }
  CHECK (count () == 2);
  with_objmode (bags) { "bags = [(1, [thing] * 3), bag]"; }
  CHECK (bags[1].n == 1 && count () == 7);
  with_objmode (bags, error (rc)) { "bags = [(2, [thing] * 3), (1, [2])]"; }
  CHECK (rc && bags[0].n == 1 && count () == 7);
  with_objmode () { "bags['things'][0, 1] = None; bags[1]['things'][0] = None"; }
  CHECK (count () == 5);
  with_objmode (bags, bag) { "bags = [(0, [None] * 3)] * 2; bag = 0, (None, None, None)"; }
  CHECK (count () == 0);
  return 0;
}
