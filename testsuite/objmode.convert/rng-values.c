/* What an objmode_rng becomes and takes: the same Generator each time, a
   BitGenerator, a RandomState, None, and nothing else.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
#include <objmode-random.h>

objmode_module { R"py(
  import numpy as np, gc, sys

  class Mine(np.random.Generator):
      pass

  class Odd(np.random.Generator):
      bit_generator = None
)py"; }

static int
empty_p (const objmode_rng *g)
{
  static const objmode_rng empty;
  return memcmp (g, &empty, sizeof empty) == 0;
}

int
main (void)
{
  objmode_rng g = { 0 }, h = { 0 };
  objmode_rng *p = &g, *nothing = NULL;
  double x = 0, y = 0;
  int ok = 0, rc = 0;

  with_objmode (ok) { "ok = g is None and p is None and nothing is None"; }
  CHECK_NUM (ok, 1);
  with_objmode (g) { "global first\nfirst = g = np.random.default_rng (1)"; }
  CHECK (!empty_p (&g));
  with_objmode (ok) { "ok = g is first and p is first"; }
  CHECK_NUM (ok, 1);
  x = objmode_rng_double (&g);
  with_objmode (ok) { "ok = x == np.random.default_rng (1).random ()"; }
  CHECK_NUM (ok, 1);
  /* The same one again changes nothing.  */
  with_objmode (g) { "g = first"; }
  with_objmode (p) { "p = first"; }
  with_objmode (g) { "g = g"; }
  with_objmode (ok) { "ok = g is first"; }
  CHECK_NUM (ok, 1);
  /* Two variables may have one generator.  */
  with_objmode (h) { "h = g"; }
  x = objmode_rng_double (&h);
  y = objmode_rng_double (&g);
  with_objmode (ok) { "ok = [x, y] == np.random.default_rng (1).random (3)[1:].tolist ()"; }
  CHECK_NUM (ok, 1);
  objmode_rng_release (&h);
  CHECK (empty_p (&h));
  objmode_rng_release (&h);
  objmode_rng_release (NULL);
  /* The old one is released.  */
  with_objmode () { "global watch\nwatch = sys.getrefcount (first)"; }
  with_objmode (p) { "p = np.random.MT19937 (5)"; }
  with_objmode (ok) { "ok = sys.getrefcount (first) == watch - 1 and type (g) is np.random.Generator and type (g.bit_generator) is np.random.MT19937"; }
  CHECK_NUM (ok, 1);
  x = objmode_rng_double (&g);
  with_objmode (ok) { "ok = x == np.random.Generator (np.random.MT19937 (5)).random ()"; }
  CHECK_NUM (ok, 1);
  /* A class of the user's is a Generator.  */
  with_objmode (g) { "global mine\ng = mine = Mine (np.random.SFC64 (3))"; }
  with_objmode (ok) { "ok = g is mine"; }
  CHECK_NUM (ok, 1);
  /* numpy.random.* and C share a state.  */
  with_objmode (g) { "np.random.seed (7)\ng = np.random.mtrand._rand"; }
  x = objmode_rng_double (&g);
  with_objmode (y) { "y = np.random.random_sample ()"; }
  with_objmode (ok) { "ok = [x, y] == np.random.RandomState (7).random_sample (2).tolist ()"; }
  CHECK_NUM (ok, 1);
  with_objmode (y) { "np.random.seed (7)\ny = np.random.random_sample ()"; }
  CHECK (y == x);
  /* A generator whose bit generator is exchanged keeps the old state for C.  */
  with_objmode (g) { "global mended\ng = mended = np.random.default_rng (1)"; }
  with_objmode () { "mended.__init__ (np.random.PCG64 (2))\ngc.collect ()"; }
  x = objmode_rng_double (&g);
  with_objmode (ok) { "ok = x == np.random.default_rng (1).random ()"; }
  CHECK_NUM (ok, 1);
  /* None makes it empty.  */
  with_objmode (g) { "g = None"; }
  CHECK (empty_p (&g));
  with_objmode (g) { "g = None"; }
  with_objmode (g) { "g = first"; }

  with_objmode (g, error (rc)) { "g = 42"; }
  FAILS ("TypeError", "'g' (C objmode_rng): 42 is not a numpy.random.Generator, BitGenerator or RandomState");
  with_objmode (g, error (rc)) { "g = np.random.Generator"; }
  FAILS ("TypeError", "is not a numpy.random.Generator, BitGenerator or RandomState");
  with_objmode (g, error (rc)) { "g = np.random"; }
  FAILS ("TypeError", "is not a numpy.random.Generator");
  with_objmode (g, error (rc)) { "g = Odd (np.random.PCG64 ())"; }
  FAILS_WITH ("AttributeError: ");
  with_objmode (nothing, error (rc)) { "nothing = first"; }
  FAILS ("ValueError", "'nothing' (C objmode_rng): is a null pointer, not an objmode_rng");
  /* All outputs or none.  */
  with_objmode (g, ok, error (rc)) { "g = np.random.default_rng ()\nok = 'x'"; }
  FAILS ("TypeError", "'ok'");
  with_objmode (g, h, error (rc)) { "g = h = None\nraise KeyError"; }
  FAILS_WITH ("KeyError");
  with_objmode (ok) { "ok = g is first and h is None"; }
  CHECK_NUM (ok, 1);
  objmode_rng_release (&g);
  return 0;
}
