/* Which pointers C owns, and how often.  */
/* { dg-do run } */
#include "check.h"
typedef int (*fn) (int);
struct ops { fn run; fn table[2]; };
static fn kept;
static int call_now (fn f, int x) { return f (x); }
static int keep_it (fn f) { kept = f; return 0; }
static int is_live (fn f) { return objmode_callback_p (f); }
static int same_twice (fn f, fn g) { return f == g; }
static int plain (int x) { return -x; }
static fn get_kept (void) { return kept; }

objmode_module {
  R"(
    import weakref, objmode
    class Counter:
        def __init__ (self, step): self.step = step
        def next (self, x): return x + self.step
        def __call__ (self, x): return x * self.step
    counter = Counter (10)
    def double (x): return 2 * x
    alive = []
    def fresh ():
        f = lambda x: x + 1
        alive.append (weakref.ref (f))
        return f
    def dead (): return sum (r () is None for r in alive)
  )";
}

#define LIVE(N) do { int dead_ = -1; with_objmode (dead_) { "dead_ = dead ()" ; } CHECK_NUM (dead_, N); } while (0)

int
main (void)
{
  fn a = NULL, b = NULL, c = NULL;
  struct ops ops = { NULL, { NULL, NULL } };
  int i = 0;
  CHECK (!objmode_callback_p (NULL) && !objmode_callback_p (plain) && !objmode_callback_p (main));
  objmode_callback_release (NULL);
  objmode_callback_release (plain);
  /* Each output counts; the same callable is the same pointer.  */
  with_objmode (a, b) { "a = b = double"; }
  CHECK (a == b && a (4) == 8);
  with_objmode (c) { "c = double"; }
  CHECK (a == c);
  objmode_callback_release (a);
  objmode_callback_release (a);
  CHECK (objmode_callback_p (a) && a (5) == 10);
  objmode_callback_release (a);
  CHECK (!objmode_callback_p (a));
  objmode_callback_release (a);
  /* Bound methods are the same if object and function are.  */
  with_objmode (a, b, c) { R"(
    a = counter.next
    b = counter.next
    c = Counter (1).next
  )"; }
  CHECK (a == b && a != c && a (1) == 11 && c (1) == 2);
  objmode_callback_release (a);
  objmode_callback_release (b);
  objmode_callback_release (c);
  CHECK (!objmode_callback_p (a) && !objmode_callback_p (c));
  /* The pointer is another one after the release.  */
  with_objmode (a) { "a = counter"; }
  CHECK (a (3) == 30);
  objmode_callback_release (a);
  with_objmode (b) { "b = counter"; }
  CHECK (a != b);
  objmode_callback_release (b);
  /* Functions are given up with the last reference.  */
  with_objmode (a) { "a = fresh ()"; }
  LIVE (0);
  objmode_callback_release (a);
  LIVE (1);
  /* An argument holds one for the call.  */
  with_objmode (i) { "i = call_now (fresh (), 5) + is_live (fresh ()) + same_twice (double, double)"; }
  CHECK_NUM (i, 8);
  LIVE (3);
  with_objmode () { "keep_it (fresh ())"; }
  CHECK (!objmode_callback_p (kept));
  LIVE (4);
  with_objmode () { R"(
    keep_it (objmode.keep (fresh ()))
    k = objmode.keep (double)
    assert k (3) == 6 and objmode.keep (k) is k and 'double' in repr (k)
    try: objmode.keep (3)
    except TypeError as e: assert str (e) == "keep: 'int' object is not callable", e
    else: assert False
  )"; }
  CHECK (objmode_callback_p (kept) && kept (1) == 2);
  LIVE (4);
  /* C functions pass as themselves, None is NULL.  What was a closure before is
     counted like one.  */
  with_objmode (a, b, c) { R"(
    a = plain
    b = None
    c = get_kept ()
  )"; }
  CHECK (a == plain && !b && c == kept);
  objmode_callback_release (c);
  CHECK (objmode_callback_p (kept));
  objmode_callback_release (kept);
  CHECK (!objmode_callback_p (kept));
  LIVE (5);
  /* Members that are assigned count, and release nothing.  */
  with_objmode () { R"(
    f = fresh ()
    ops.run = f
    ops.run = f
    ops.table = [f, plain]
    del f
    ops.run = None
  )"; }
  CHECK (!ops.run && ops.table[1] == plain && ops.table[0] (1) == 2);
  objmode_callback_release (ops.table[0]);
  objmode_callback_release (ops.table[0]);
  CHECK (objmode_callback_p (ops.table[0]));
  LIVE (5);
  objmode_callback_release (ops.table[0]);
  LIVE (6);
  return 0;
}
/* { dg-prune-output "is undefined" } */
