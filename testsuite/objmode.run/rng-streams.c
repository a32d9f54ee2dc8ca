/* A stream for each chunk of the work: what an OpenMP loop draws, in C and in
   blocks, does not depend on the number of threads.  */
/* { dg-do run } */
/* { dg-require-effective-target openmp } */
/* { dg-require-effective-target numpy } */
/* { dg-additional-options "-fopenmp -Wall -Wextra -Werror" } */
#include "check.h"
#include <objmode-random.h>
#include <omp.h>

#define CHUNKS 16
#define DRAWS 5000

objmode_module { R"py(
  import numpy as np

  def alone(seed, chunks, draws):
      """Return what the program below computes, computed by Python."""
      total = 0.0
      for child in np.random.SeedSequence(seed).spawn(chunks):
          g = np.random.default_rng(child)
          part = 0.0
          for x in g.standard_normal(draws).tolist():
              part += x
          part += float(g.normal())
          part += g.standard_exponential()
          total += part
      return total
)py"; }

static double
sum (int threads)
{
  objmode_rng parent = { { 0 }, NULL }, stream[CHUNKS];
  double part[CHUNKS], total = 0;
  uint64_t seed = 2026;

  omp_set_num_threads (threads);
  memset (stream, 0, sizeof stream);
  CHECK (objmode_rng_seed (&parent, &seed, 1) == 0);
  CHECK (objmode_rng_spawn (&parent, CHUNKS, stream) == 0);
#pragma omp parallel for schedule (dynamic)
  for (int i = 0; i < CHUNKS; i++)
    {
      objmode_rng *mine = &stream[i];
      double y = 0;

      part[i] = 0;
      for (int k = 0; k < DRAWS; k++)
	part[i] += objmode_rng_normal (mine);
      with_objmode (y) { "y = mine.normal ()"; }
      part[i] += y;
      part[i] += objmode_rng_exponential (mine);
      objmode_rng_release (mine);
    }
  for (int i = 0; i < CHUNKS; i++)
    total += part[i];
  objmode_rng_release (&parent);
  return total;
}

int
main (void)
{
  double one = sum (1), expected = 0;

  for (int threads = 2; threads < 5; threads++)
    CHECK (sum (threads) == one);
  with_objmode (expected) { "expected = alone (2026, 16, 5000)"; }
  CHECK_NUM (one, expected);
  return 0;
}
