/* What ways.exp compiles without blocks, in C89 and C++98 too: a program that
   only draws numbers.  */
#include <objmode-random.h>
#include <stdio.h>
#include <string.h>

static objmode_rng rng, children[2], none;

int
main (void)
{
  uint64_t seed[2];
  double x, y;

  seed[0] = 42;
  seed[1] = 7;
  if (objmode_rng_seed (&rng, seed, 1) != 0)
    return 1;
  x = objmode_rng_double (&rng);
  printf ("%.17g %lu\n", x, (unsigned long) (objmode_rng_uint64 (&rng) >> 32));
  if (objmode_rng_spawn (&rng, 2, children) != 0
      || objmode_rng_seed (&rng, seed, 2) != 0)
    return 1;
  x = objmode_rng_normal (&children[1]);
  y = objmode_rng_exponential (&rng);
  printf ("%.17g %.17g\n", x, y);
  objmode_rng_release (&rng);
  objmode_rng_release (&children[0]);
  objmode_rng_release (&children[1]);
  return memcmp (&rng, &none, sizeof rng) != 0;
}
