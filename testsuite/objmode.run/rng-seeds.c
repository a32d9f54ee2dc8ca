/* objmode_rng_seed and objmode_rng_spawn make what NumPy makes, and say what is
   wrong; forked children and threads have generators.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-additional-options "-pthread" } */
#include "check.h"
#include <objmode-random.h>
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

objmode_module { R"py(
  import numpy as np, sys

  def child(seed, *path):
      """Return the generator that spawning leads to along PATH from SEED."""
      return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=path))
)py"; }

static objmode_rng shared;

static void *
draw (void *result)
{
  objmode_rng mine = { { 0 }, NULL };
  uint64_t seed = 11;

  if (objmode_rng_seed (&mine, &seed, 1) == 0)
    *(double *) result = objmode_rng_normal (&mine);
  objmode_rng_release (&mine);
  return NULL;
}

int
main (void)
{
  static const uint64_t seeds[] = { 42, 0, UINT64_MAX };
  objmode_rng g = { { 0 }, NULL }, h = { { 0 }, NULL };
  objmode_rng children[3], more[2];
  double x[3] = { 0 }, y[2] = { 0 };
  int ok = 0, rc = 0, status = -1;
  pthread_t threads[4];
  double drawn[4] = { 0 };

  memset (children, 0, sizeof children);
  memset (more, 0, sizeof more);
  /* Threads make the first generators and draw the first numbers.  */
  for (int i = 0; i < 4; i++)
    CHECK (pthread_create (&threads[i], NULL, draw, &drawn[i]) == 0);
  for (int i = 0; i < 4; i++)
    pthread_join (threads[i], NULL);
  with_objmode (ok) { "ok = drawn.tolist () == 4 * [np.random.default_rng (11).standard_normal ()]"; }
  CHECK_NUM (ok, 1);

  for (int i = 0; i < 3; i++)
    {
      CHECK (objmode_rng_seed (&g, &seeds[i], 1) == 0);
      x[i] = objmode_rng_double (&g);
    }
  with_objmode (ok) { "ok = x.tolist () == [np.random.default_rng (s).random () for s in (42, 0, 2**64 - 1)]"; }
  CHECK_NUM (ok, 1);
  CHECK (objmode_rng_seed (&g, seeds, 3) == 0);
  x[0] = objmode_rng_double (&g);
  with_objmode (ok) { "ok = x[0] == np.random.default_rng ([42, 0, 2**64 - 1]).random ()"; }
  CHECK_NUM (ok, 1);
  CHECK (objmode_rng_seed (&g, NULL, 0) == 0);
  CHECK (objmode_rng_seed (&h, seeds, 0) == 0);
  CHECK (objmode_rng_uint64 (&g) != objmode_rng_uint64 (&h));
  objmode_rng_release (&h);

  CHECK (objmode_rng_seed (&g, seeds, 1) == 0);
  CHECK (objmode_rng_spawn (&g, 3, children) == 0);
  for (int i = 0; i < 3; i++)
    x[i] = objmode_rng_double (&children[i]);
  with_objmode (ok) { "ok = x.tolist () == [child (42, i).random () for i in range (3)]"; }
  CHECK_NUM (ok, 1);
  /* The next ones, and children of a child; what was there is released.  */
  CHECK (objmode_rng_spawn (&g, 1, more) == 0);
  CHECK (objmode_rng_spawn (&children[1], 1, more + 1) == 0);
  CHECK (objmode_rng_spawn (&children[1], 1, more + 1) == 0);
  CHECK (objmode_rng_spawn (&g, 0, NULL) == 0);
  y[0] = objmode_rng_double (&more[0]);
  y[1] = objmode_rng_double (&more[1]);
  with_objmode (ok) { "ok = y.tolist () == [child (42, 3).random (), child (42, 1, 1).random ()]"; }
  CHECK_NUM (ok, 1);
  /* A generator of another sort spawns its own sort.  */
  with_objmode (g) { "g = np.random.Generator (np.random.SFC64 (5))"; }
  CHECK (objmode_rng_spawn (&g, 2, more) == 0);
  with_objmode (ok, m (more[1])) { "ok = type (m.bit_generator) is np.random.SFC64 and m is not g"; }
  CHECK_NUM (ok, 1);
  /* Before a block, what a text has drawn counts.  */
  with_objmode (ok, m (more[1])) { R"py(
    ok = m.random() == np.random.Generator(np.random.SFC64(
        np.random.SeedSequence(5).spawn(2)[1])).random()
  )py"; }
  CHECK_NUM (ok, 1);

  /* What cannot spawn.  */
  y[0] = objmode_rng_double (&more[0]);
  rc = objmode_rng_spawn (&h, 2, more);
  CHECK_NUM (rc, -1);
  FAILS ("TypeError", "objmode_rng_spawn: the generator does not have a seed sequence that can spawn");
  objmode_clear_error ();
  h = g;
  h.__objmode_owner = NULL;
  rc = objmode_rng_spawn (&h, 2, more);
  CHECK_NUM (rc, -1);
  FAILS ("TypeError", "objmode_rng_spawn: ");
  memset (&h, 0, sizeof h);
  with_objmode (h) { "h = np.random.RandomState (5)"; }
  rc = objmode_rng_spawn (&h, 2, more);
  CHECK_NUM (rc, -1);
  FAILS ("TypeError", "objmode_rng_spawn: ");
  x[0] = objmode_rng_double (&more[0]);
  with_objmode (ok) { R"py(
    ok = [y[0], x[0]] == np.random.Generator(np.random.SFC64(
        np.random.SeedSequence(5).spawn(2)[0])).random(2).tolist()
  )py"; }
  CHECK_NUM (ok, 1);
  with_objmode () { "global real\nreal = np.random.default_rng\nnp.random.default_rng = None"; }
  rc = objmode_rng_seed (&g, seeds, 1);
  CHECK_NUM (rc, -1);
  FAILS_WITH ("TypeError: ");
  with_objmode (ok) { "np.random.default_rng = real\nok = type (g.bit_generator) is np.random.SFC64"; }
  CHECK_NUM (ok, 1);

  /* Parent and child of a fork go on from one state, each by itself.  */
  CHECK (objmode_rng_seed (&shared, seeds, 1) == 0);
  if (fork () == 0)
    {
      x[0] = objmode_rng_double (&shared);
      with_objmode (ok) { "ok = [x[0], shared.random ()] == np.random.default_rng (42).random (2).tolist ()"; }
      _exit (ok == 1 ? 7 : 1);
    }
  CHECK (wait (&status) > 0 && WIFEXITED (status) && WEXITSTATUS (status) == 7);
  x[0] = objmode_rng_double (&shared);
  with_objmode (ok) { "ok = x[0] == real (42).random ()"; }
  CHECK_NUM (ok, 1);

  for (int i = 0; i < 3; i++)
    objmode_rng_release (&children[i]);
  objmode_rng_release (&more[0]);
  objmode_rng_release (&more[1]);
  objmode_rng_release (&g);
  objmode_rng_release (&h);
  objmode_rng_release (&shared);
  return 0;
}
