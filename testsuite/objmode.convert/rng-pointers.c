/* Members that point to an objmode_rng are its generator, however the struct
   was reached.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
#include <objmode-random.h>

struct node { int n; objmode_rng *rng; struct node *next; objmode_rng own; };
struct odd { union { objmode_rng *rng; long n; }; objmode_rng *many[2]; };

static uint64_t state = 1;

static uint64_t
next64 (void *s)
{
  uint64_t *x = s;
  return *x = *x * 6364136223846793005u + 1442695040888963407u;
}

static uint32_t
next32 (void *s)
{
  return next64 (s) >> 32;
}

static double
next_double (void *s)
{
  return (next64 (s) >> 11) * 0x1p-53;
}

static struct node last;

objmode_module { "import numpy as np\nkept = []\n"; }

int
main (void)
{
  objmode_rng g = { { 0 }, NULL }, never;
  objmode_rng program = { { &state, next64, next32, next_double, next64 }, NULL };
  struct node s = { 1, &g, &last, { { 0 }, NULL } }, unset;
  struct node array[2] = { { 1, &g, NULL, { { 0 }, NULL } } };
  struct odd odd = { { &g }, { &g, NULL } };
  double x = 0;
  int ok = 0, rc = 0;

  memset (&never, 0x55, sizeof never);
  memset (&unset, 0x55, sizeof unset);
  with_objmode (ok) { "ok = s.rng is None and s.next.rng is None"; }
  CHECK_NUM (ok, 1);
  with_objmode (g) { "g = np.random.default_rng (1)"; }
  last.rng = &g;
  with_objmode (ok) { "ok = s.rng is g and s.next.rng is g and s.copy ().rng is g"; }
  CHECK_NUM (ok, 1);
  with_objmode (x) { "x = s.next.rng.random ()"; }
  with_objmode (ok) { "ok = x == np.random.default_rng (1).random ()"; }
  CHECK_NUM (ok, 1);
  /* repr follows nothing.  */
  with_objmode (ok) { "ok = 'rng=<objmode_rng at 0x' in repr (s) and 'own=None' in repr (s)"; }
  CHECK_NUM (ok, 1);
  /* The pointer is C's.  */
  with_objmode () { "s.rng = g\ns.rng = s.rng"; }
  CHECK (s.rng == &g);
  with_objmode (error (rc)) { "s.rng = np.random.default_rng (2)"; }
  FAILS ("TypeError", "'s.rng' (C objmode_rng *): is a pointer, to which a generator cannot be assigned; let the objmode_rng be an output");
  with_objmode (error (rc)) { "s.rng = 5"; }
  FAILS_WITH ("'s.rng' (C objmode_rng *): 5 is not a numpy.random.Generator");
  with_objmode (s) { "s = dict (n=2, rng=g, next=s.next, own=None)"; }
  CHECK (s.n == 2 && s.rng == &g && s.next == &last);
  with_objmode () { "s.rng = None"; }
  CHECK (s.rng == NULL);
  s.rng = &g;
  /* To NumPy it is a number, and in a union and an array too.  */
  with_objmode (ok) { "ok = int (array['rng'][0]) != 0 and int (array['rng'][1]) == 0"; }
  CHECK_NUM (ok, 1);
  with_objmode (ok) { "ok = odd.rng != 0 and odd.many is not None"; }
  CHECK_NUM (ok, 1);

  /* A program's own generator ends with the block, also in static storage and
     behind a copy.  */
  objmode_rng_release (&g);
  g = program;
  with_objmode (x) { "x = s.rng.random () + s.next.rng.random ()"; }
  CHECK (x > 0 && x < 2);
  with_objmode (error (rc)) { "kept.append (s.rng)"; }
  FAILS_WITH ("BufferError: ");
  with_objmode () { "kept.clear ()"; }
  with_objmode (error (rc)) { "kept.append (last.rng)"; }
  FAILS_WITH ("BufferError: ");
  with_objmode () { "kept.clear ()"; }
  with_objmode (error (rc)) { "kept.append (s.copy ().rng)"; }
  FAILS_WITH ("BufferError: ");
  with_objmode () { "kept.clear ()"; }
  last.own = program;
  with_objmode (error (rc)) { "kept.append (s.next.own.random)"; }
  FAILS_WITH ("BufferError: ");
  with_objmode () { "kept.clear ()"; }
  with_objmode (x) { "a = [last.own, s.next.own, s.rng]\na.append (a)\nx = a[0].random ()"; }

  /* What was never set can be looked at.  */
  with_objmode (ok) { R"py(
    all = locals()
    ok = len(repr(all['never'])) > 0 and len(repr(all['unset'])) > 0
  )py"; }
  CHECK_NUM (ok, 1);
  return 0;
}
