/* A program's own generator is a Generator in the text, which draws from it and
   ends with the block.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
#include <objmode-random.h>

/* xorshift64* by Vigna.  */
static uint64_t
next64 (void *state)
{
  uint64_t *s = state;

  *s ^= *s >> 12;
  *s ^= *s << 25;
  *s ^= *s >> 27;
  return *s * 2685821657736338717u;
}

static uint32_t
next32 (void *state)
{
  return next64 (state) >> 32;
}

static double
next_double (void *state)
{
  return (next64 (state) >> 11) * 0x1p-53;
}

static void
begin (objmode_rng *g, uint64_t *state)
{
  objmode_rng own = { { state, next64, next32, next_double, next64 }, NULL };

  *state = 88172645463325252u;
  *g = own;
}

struct sim { int n; objmode_rng rng; };

objmode_module { R"py(
  import numpy as np, copy, pickle
  kept = []

  def refused(function, *arguments):
      try:
          function(*arguments)
      except TypeError as error:
          return "C program's own" in str(error)
      return False
)py"; }

int
main (void)
{
  uint64_t state, other;
  objmode_rng g = { { 0 }, NULL }, h = { { 0 }, NULL }, before;
  struct sim s = { 1, { { 0 }, NULL } };
  double x[6], y[6], mean = 0;
  int ok = 0, rc = 0;

  begin (&g, &state);
  begin (&h, &other);
  before = g;
  x[0] = objmode_rng_double (&g);
  with_objmode () { "x[1:4] = g.random (3)"; }
  x[4] = objmode_rng_normal (&g);
  with_objmode () { "x[5] = g.standard_normal ()"; }
  for (int i = 0; i < 4; i++)
    y[i] = objmode_rng_double (&h);
  y[4] = objmode_rng_normal (&h);
  y[5] = objmode_rng_normal (&h);
  CHECK (memcmp (x, y, sizeof x) == 0 && state == other);
  with_objmode (ok, mean) { R"py(
    mean = float(g.exponential(size=1000).mean() + g.integers(2, size=1000).mean())
    ok = (isinstance(g, np.random.Generator) and str(g) == "Generator(objmode_rng)"
          and refused(pickle.dumps, g) and refused(copy.copy, g)
          and refused(copy.deepcopy, g) and refused(g.spawn, 2)
          and refused(pickle.dumps, g.bit_generator)
          and refused(lambda: g.bit_generator.state)
          and refused(g.bit_generator.spawn, 2)
          and np.random.Generator(g.bit_generator).random() != g.random()
          and np.random.RandomState(g.bit_generator).random_sample() < 1)
  )py"; }
  CHECK_NUM (ok, 1);
  CHECK (mean > 1.3 && mean < 1.7);

  /* It is the output already.  */
  with_objmode (g) { "g = g"; }
  CHECK (memcmp (&g, &before, sizeof g) == 0);
  /* It is not another's.  */
  objmode_rng_release (&h);
  with_objmode (h, error (rc)) { "h = g"; }
  FAILS ("ValueError", "'h' (C objmode_rng): the generator is the C program's own and ends with the block");
  begin (&h, &other);
  with_objmode (h, error (rc)) { "h = g"; }
  FAILS ("ValueError", "'h' (C objmode_rng): the generator is the C program's own");
  CHECK (h.bits.state == &other);

  /* Whatever draws from it holds it.  */
  with_objmode (error (rc)) { "kept.append (g)"; }
  FAILS ("BufferError", "'g' (C objmode_rng): it is held after the block by list; write 'static' in its type if it lasts as long");
  with_objmode (error (rc)) { "kept[:] = [g.random]"; }
  FAILS_WITH ("BufferError: ");
  with_objmode (error (rc)) { "kept[:] = [g.bit_generator]"; }
  FAILS_WITH ("BufferError: ");
  with_objmode (error (rc)) { "kept[:] = [g.bit_generator.capsule]"; }
  FAILS_WITH ("BufferError: ");
  with_objmode (error (rc)) { "kept[:] = [np.random.Generator (g.bit_generator)]"; }
  FAILS_WITH ("BufferError: ");
  with_objmode (error (rc)) { "kept[:] = [np.random.RandomState (g.bit_generator)]"; }
  FAILS_WITH ("BufferError: ");
  with_objmode () { "kept.clear ()"; }
  with_objmode (ok) { "a = [g]\na.append (a)\nok = 7"; }
  CHECK_NUM (ok, 7);
  /* Where the clause says so, it may be kept.  */
  with_objmode (g = "static") { "kept.append (g)"; }
  x[0] = objmode_rng_double (&g);
  with_objmode () { "x[1] = kept.pop ().random ()"; }
  begin (&h, &other);
  while (objmode_rng_double (&h) != x[0])
    ;
  CHECK (objmode_rng_double (&h) == x[1]);

  /* A member: it holds the struct, and a copy of the struct has none.  */
  begin (&s.rng, &state);
  with_objmode () { "x[0] = s.rng.random ()"; }
  begin (&h, &other);
  CHECK (objmode_rng_double (&h) == x[0]);
  with_objmode (error (rc)) { "kept.append (s.rng)"; }
  FAILS ("BufferError", "'s' (C struct sim): a view of it is held");
  with_objmode () { "kept.clear ()"; }
  with_objmode (ok) { R"py(
    c = s.copy()
    s.rng = s.rng
    ok = c.rng is None and c.n == 1
  )py"; }
  CHECK_NUM (ok, 1);
  CHECK (s.rng.bits.state == &state);
  with_objmode (s) { "s = s"; }
  CHECK (s.rng.bits.state == &state);
  with_objmode (s) { "s = dict (n=3, rng=s.rng)"; }
  CHECK (s.n == 3 && s.rng.bits.state == &state);
  with_objmode (g, error (rc)) { "g = s.rng"; }
  CHECK (rc == 0 && g.bits.state == &state);
  s.rng.bits.state = &other;
  with_objmode (g, error (rc)) { "g = s.rng"; }
  FAILS_WITH ("'g' (C objmode_rng): the generator is the C program's own");
  with_objmode () { "s.rng = None"; }
  CHECK (!s.rng.bits.state && !s.rng.bits.next_double);

  /* What is missing is told.  */
  begin (&g, &state);
  g.bits.next_uint32 = NULL;
  with_objmode (error (rc)) { "x[0] = g.random ()"; }
  FAILS ("ValueError", "'g' (C objmode_rng): bits.next_uint32 is a null pointer");
  /* Nothing of Python's is left in it.  */
  objmode_rng_release (&g);
  CHECK (!g.bits.state);
  return 0;
}
