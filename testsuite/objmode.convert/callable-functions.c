/* Function pointers: as parameters, results and members of structs.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
#define MAIN 40		/* Line of the block.  */
typedef double (*fn) (double);
struct object;
struct methods { double (*get) (const struct object *); int (*set) (struct object *, double); };
struct object
{
  double value;
  const struct methods *methods;
  struct methods own;
  int (*combine) (int, int);
  fn table[2];
  fn grid[2][1];
  void (*log) (const char *, ...);
  int (*const fixed) (int, int);
};
static double half (double x) { return x / 2; }
static double twice (double x) { return x * 2; }
static int add (int a, int b) { return a + b; }
static int sub (int a, int b) { return a - b; }
static double get (const struct object *o) { return o->value; }
static int put (struct object *o, double v) { o->value = v; return 1; }
static double apply (double f (double), double x) { return f ? f (x) : -1; }
static fn choose (int i) { return i == 0 ? half : i == 1 ? twice : NULL; }
static int higher (int (*f) (int, int (*) (int, int)), int x) { return f (x, add); }
static int lower (int x, int (*f) (int, int)) { return f (x, 10); }
static void (*raw (void)) (const char *, ...) { return NULL; }
static const struct methods methods = { get, put };
static void install (struct object *o) { o->combine = add; o->own = methods; o->methods = &methods; }

int
main (void)
{
  int y = 0;
  struct object o = { 1, &methods, { get, NULL }, sub, { half, NULL }, { { twice }, { half } }, NULL, add };
  struct object many[2] = { { 5, NULL, { NULL, NULL }, sub, { NULL, NULL }, { { NULL }, { NULL } }, NULL, NULL } };
  with_objmode (y) { R"py(
    import sys, inspect, numpy as np
    assert apply (half, 3) == 1.5 and apply (twice, 3) == 6 and apply (None, 3) == -1
    assert choose (0) is half and choose (1) (4) == 8 and choose (2) is None and apply (choose (0), 1) == 0.5
    assert higher (lower, 5) == 15 and raw () == 0
    # Members: what they point to when they are read.
    assert o.own.get is get and o.own.set is None and o.own.get (o) == 1
    assert o.combine is sub and o['combine'] (5, 3) == 2 and o.fixed is add and o.log == 0
    assert o.table[0] is half and o.table == (half, None) and o.grid == ((twice,), (half,))
    before = o.combine
    o.combine = add
    assert before (5, 3) == 2 and o.combine is add
    o.combine = None
    assert o.combine is None
    o.own.set = put
    assert o.own.set (o, 2.5) == 1 and o.value == 2.5 == o.own.get (o)
    o.table = [twice, half]
    assert o.table == (twice, half)
    o.grid = ((None,), [twice])
    assert o.grid == ((None,), (twice,))
    install (o)
    assert o.combine is add and o.own.get is get
    c = o.copy ()
    assert c.combine is add and c.table == (twice, half) and c.own.get (c) == 2.5
    o.own = dict (get=None, set=put)
    assert o.own.get is None and o.own.set is put
    o.own = c.own
    assert o.own.get is get
    # In arrays they are addresses.
    assert many['combine'][0] == sub.address and many.dtype['table'].shape == (2,)
    def fails (kind, message, f, *args):
        try: f (*args)
        except Exception as e: assert type (e) is kind and str (e) == message, (type (e), str (e))
        else: assert False, message
    a = "apply() argument 'f' (C double (*)(double)): "
    fails (TypeError, a + "%d is not a function or None" % half.address, apply, half.address, 1)
    fails (TypeError, a + repr (add) + " has a different prototype", apply, add, 1)
    m = __file__ + ":%d: 'o.table' (C double (*)(double) array): " % MAIN
    fails (ValueError, m + "has 1 elements, not 2", setattr, o, 'table', [half])
    fails (TypeError, m + repr (add) + " has a different prototype", setattr, o, 'table', [half, add])
    fails (TypeError, m + "None is not a tuple or list", setattr, o, 'table', None)
    assert o.table == (twice, half)
    fails (AttributeError, __file__ + ":%d: 'o.fixed' (C int (*)(int, int)): is read-only" % MAIN, setattr, o, 'fixed', sub)
    fails (TypeError, __file__ + ":%d: 'o.combine' (C int (*)(int, int)): 1 is not a function or None" % MAIN, setattr, o, 'combine', 1)
    assert apply.__doc__ == 'double apply (double (*f)(double), double x)'
    assert choose.__doc__ in ('fn choose (int i)', 'double (*choose (int i))(double)')
    assert o.combine.__doc__ == 'int add (int a, int b)'
    y = 1
  )py"; }
  CHECK (y == 1 && o.value == 2.5 && o.table[0] == twice && o.combine == add);
  return 0;
}
