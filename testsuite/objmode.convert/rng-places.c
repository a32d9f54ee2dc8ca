/* Where an objmode_rng may stand: in structs, arrays of which elements are
   named, static storage, expressions and results.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
#include <objmode-random.h>

struct inner { objmode_rng rng; char name[8]; };
struct sim { int n; struct inner part; objmode_rng rng; objmode_object *other; };

static objmode_rng common;
static struct sim sims[2];

objmode_module { R"py(
  import numpy as np, sys

  def first(seed):
      return np.random.default_rng(seed).random()
)py"; }

static objmode_rng
made (int seed)
{
  objmode_rng none = { { 0 }, NULL };

  if (seed < 0)
    return none;
  with_objmode () { "return np.random.default_rng (seed) if seed else None"; }
  return none;
}

static objmode_rng *
place (void)
{
  return &common;
}

int
main (void)
{
  objmode_rng streams[3] = { { { 0 }, NULL } }, g = { { 0 }, NULL }, moved;
  objmode_rng *p = streams;
  const objmode_rng *constant = &g;
  struct sim s = { .n = 4 };
  double x = 0, y = 0, z = 0;
  int ok = 0, rc = 0;

  /* Elements.  */
  for (int i = 0; i < 3; i++)
    with_objmode (g (streams[i])) { "g = np.random.default_rng (i)"; }
  for (int i = 0; i < 3; i++)
    {
      x = objmode_rng_double (&p[i]);
      with_objmode (ok, g (p[i])) { "ok = x == first (i) and g.random () > 0"; }
      CHECK_NUM (ok, 1);
      objmode_rng_release (p + i);
    }
  /* Static storage, and what an expression points to.  */
  with_objmode (g (place ())) { "g = np.random.default_rng (3)"; }
  x = objmode_rng_double (&common);
  with_objmode (y) { "y = common.random ()"; }
  with_objmode (ok) { "ok = [x, y] == np.random.default_rng (3).random (2).tolist ()"; }
  CHECK_NUM (ok, 1);
  /* To copy the struct is to move the generator.  */
  moved = common;
  memset (&common, 0, sizeof common);
  z = objmode_rng_double (&moved);
  with_objmode (ok) { "ok = common is None and z == np.random.default_rng (3).random (3)[2]"; }
  CHECK_NUM (ok, 1);
  objmode_rng_release (&moved);

  /* Results.  */
  moved = made (5);
  x = objmode_rng_double (&moved);
  with_objmode (ok) { "ok = x == first (5)"; }
  CHECK_NUM (ok, 1);
  objmode_rng_release (&moved);
  moved = made (0);
  CHECK (!moved.bits.state && !moved.__objmode_owner);

  /* A pointer to const.  */
  with_objmode (g) { "g = np.random.default_rng (6)"; }
  with_objmode (x) { "x = constant.random ()"; }
  with_objmode (ok) { "ok = x == first (6) and constant is g"; }
  CHECK_NUM (ok, 1);

  /* Members.  */
  with_objmode () { R"py(
    s.rng = np.random.default_rng(7)
    s.part.rng = s.rng
    s.other = s.rng
  )py"; }
  x = objmode_rng_double (&s.rng);
  y = objmode_rng_double (&s.part.rng);
  with_objmode (ok) { R"py(
    ok = ([x, y] == np.random.default_rng(7).random(2).tolist()
          and s.rng is s.part.rng is s.other)
  )py"; }
  CHECK_NUM (ok, 1);
  with_objmode (error (rc)) { "s.rng = 'x'"; }
  FAILS ("TypeError", "'s.rng' (C objmode_rng): 'x' is not a numpy.random.Generator, BitGenerator or RandomState");
  /* A copy has references of its own.  */
  with_objmode (s) { R"py(
    global count, kept
    count = sys.getrefcount(s.other)
    kept = s.copy()
    assert kept.rng is s.rng and kept.part.rng is s.rng
    s = kept
  )py"; }
  with_objmode (s) { "s = dict (n=1, part=dict (rng=None, name='a'), rng=kept.rng, other=None)"; }
  CHECK (!s.part.rng.__objmode_owner && !s.part.rng.bits.state && s.n == 1);
  with_objmode (s, error (rc)) { "s = dict (n=2, part=dict (rng=kept.rng, name='a'), rng=3, other=None)"; }
  FAILS_WITH ("'s.rng' (C objmode_rng): 3 is not a numpy.random.Generator");
  CHECK (!s.part.rng.__objmode_owner && s.n == 1);
  z = objmode_rng_double (&s.rng);
  with_objmode (ok) { R"py(
    global kept
    ok = (kept.rng is s.rng
          and z == np.random.default_rng(7).random(3)[2])
    r = s.rng
    kept = None
    s.rng = None
    # R, and the argument.
    ok = ok and sys.getrefcount(r) == 2
  )py"; }
  CHECK_NUM (ok, 1);
  objmode_release (s.other);

  /* Elements of arrays of structs: NumPy leaves the generators alone.  */
  with_objmode () { "sims['n'] = 5"; }
  with_objmode (sims) { R"py(
    sims = [dict(n=i, part=dict(rng=g, name='x'), rng=np.random.default_rng(i),
                 other=None) for i in (1, 2)]
  )py"; }
  with_objmode () { "sims['n'] += 5"; }
  with_objmode (a (sims[1].rng), b (sims[0].part.rng), ok) {
    "ok = a.random () == first (2) and b is g";
  }
  CHECK (ok == 1 && sims[0].n == 6 && sims[1].n == 7);
  for (int i = 0; i < 2; i++)
    {
      objmode_rng_release (&sims[i].rng);
      objmode_rng_release (&sims[i].part.rng);
      objmode_release (sims[i].other);
    }
  objmode_rng_release (&g);
  return 0;
}
