/* Calls of C functions leave no reference and no memory behind, whether they
   succeed or not.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
struct point { double x, y; };
struct item { const char *name; objmode_object *object; struct point at; };
union word { int i; float f; };
static double number (double a, int n) { return a * n; }
static int text (const char *s, char *buffer) { (void) buffer; return s ? s[0] : 0; }
static double array (int n, int m, double a[n][m], const float *b) { (void) b; return a ? a[n - 1][m - 1] : 0; }
static objmode_object *same (objmode_object *o) { return objmode_retain (o); }
static struct item *pointer (struct item *p) { return p; }
static struct item value (struct item v) { objmode_retain (v.object); return v; }
static const struct point *inner (const struct item *p) { return p ? &p->at : NULL; }
static union word word (union word w) { return w; }
static double apply (double f (double, int), void *p) { (void) p; return f ? f (2, 3) : 0; }
static double (*choose (int i)) (double, int) { return i ? number : NULL; }

int
main (void)
{
  int y = 0;
  struct item here = { "here", NULL, { 1, 2 } };
  with_objmode (y) { R"py(
    import sys, gc, weakref, numpy as np
    class Thing: pass
    class Evil:
        def __index__ (self): raise KeyError
        def __float__ (self): raise KeyError
    o, evil = Thing (), Evil ()
    z, f, g, s, b = np.ones ((2, 3)), np.ones (3, 'f'), np.ones (3, '>f8'), 'string' * 9, bytearray (9)
    copy = here.copy ()
    owned = value ((s, o, (1, 2)))
    structs = np.zeros (2, [('x', 'f8'), ('y', 'f8')])
    things = [o, evil, z, f, g, s, b, copy, owned, structs, here, None, TypeError, number, array, 12345678]
    good = [
      lambda: number (3.5, 4), lambda: number (n=4, a=3.5), lambda: number (1, True),
      lambda: text (s, b), lambda: text (s.encode (), b), lambda: text (None, None),
      lambda: array (2, 3, z, f), lambda: array (2, 3, memoryview (z), memoryview (f)), lambda: array (0, 0, None, None),
      lambda: same (o), lambda: same (None), lambda: same (o=same (o)),
      lambda: pointer (here), lambda: pointer (copy), lambda: pointer (owned), lambda: pointer (None),
      lambda: value (here), lambda: value (owned), lambda: value ((s, o, (1, 2))), lambda: value (pointer (owned)),
      lambda: value (dict (name=s, object=o, at=dict (x=1, y=2))), lambda: value (copy.copy ().copy ()),
      lambda: inner (here).x, lambda: inner (owned), lambda: inner (None),
      lambda: word (bytes (4)), lambda: word (np.zeros (4, 'u1')),
      lambda: apply (number, z), lambda: apply (choose (1), b), lambda: apply (choose (0), None),
      lambda: apply (None, 5), lambda: (number.__signature__, number.__doc__, apply.address),
      lambda: (repr (value (owned)), str (number)),
    ]
    bad = [
      lambda: number (1), lambda: number (1, 2, 3), lambda: number (1, x=2), lambda: number (1, a=2),
      lambda: number (evil, 1), lambda: number (1, evil), lambda: number (1, 2**40), lambda: number ('1', 1),
      lambda: number (a=1), lambda: number (), lambda: same (1, 2),
      lambda: text ('\ud800', b), lambda: text ('a\0b', b), lambda: text (s, s), lambda: text (s, b''), lambda: text (3, b),
      lambda: array (2, 4, z, f), lambda: array (3, 3, z, f), lambda: array (2, 3, g, f), lambda: array (2, 3, z, z),
      lambda: array (2, 3, z.T, f), lambda: array (2, 3, [1.], f), lambda: array (evil, 3, z, f),
      lambda: array (2, 3, z, evil), lambda: array (2, 3, bytearray (48), f), lambda: array (2, 3, z, f[::2]),
      lambda: pointer (structs), lambda: pointer (3), lambda: pointer (z), lambda: pointer (inner (owned)),
      lambda: pointer (np.zeros (1, 'u1')), lambda: pointer (b),
      lambda: value (dict (name=s, object=o)), lambda: value ((s, o, (1, 'a'))), lambda: value ((s, o, (1, evil))),
      lambda: value ((3, o, (1, 2))), lambda: value (here.at), lambda: value (s), lambda: value ((s, o, evil)),
      lambda: inner (structs), lambda: word (bytes (5)), lambda: word (None), lambda: word (z.T),
      lambda: apply (array, None), lambda: apply (len, None), lambda: apply (None, 'a'), lambda: apply (None, -1),
    ]
    def all_of_them ():
        for call in good: call ()
        for call in bad:
            try: call ()
            except (TypeError, ValueError, OverflowError, KeyError): pass
            else: assert False, bad.index (call)
    def measure ():
        gc.collect ()
        return [sys.getrefcount (t) for t in things] + [sys.getallocatedblocks ()]
    def steady (run):
        """Return whether RUN comes to leave all counts as they are.  CPython's
        caches fill at first, and what they hold changes a little; a leak makes
        50 of 50 rounds."""
        for attempt in range (20):
            before = measure ()
            for i in range (50): run ()
            after = measure ()
            if all (abs (b - a) < 40 for b, a in zip (before, after)):
                return True
        return False
    assert steady (all_of_them)
    # The controls: a leak of a reference, of memory, a reference too few.
    leaked = []
    assert not steady (lambda: leaked.append (o))
    # Not every allocator counts.
    if sys.getallocatedblocks ():
        assert not steady (lambda: leaked.append (len (leaked) + 1000.5))
    taken = [o] * 1000
    assert not steady (lambda: taken.pop ())
    # And weakly: nothing else keeps the arguments.
    leaked.clear (); taken.clear ()
    dead = weakref.ref (o)
    good.clear (); bad.clear (); things.clear ()
    del o, owned
    gc.collect ()
    assert dead () is None, gc.get_referrers (dead ())
    y = 1
  )py"; }
  CHECK_NUM (y, 1);
  return 0;
}
