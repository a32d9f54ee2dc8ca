/* Guards in a region where each variable is to be mentioned.  */
/* { dg-do run } */
/* { dg-require-effective-target openmp } */
/* { dg-additional-options "-fopenmp -Wall -Wextra -Werror" } */
#include "check.h"

int
main (void)
{
  int first = 0, tenth = 0;
#pragma omp parallel for default (none) reduction (+: first, tenth) num_threads (2)
  for (int i = 0; i < 100; i++)
    {
      int n = 0, m = 0;
      with_objmode (once, n) { "n = 1"; }
      with_objmode (every (10), interval (-1), m) { "m = 1"; }
      first += n;
      tenth += m;
    }
  CHECK (first == 1 && tenth == 10);
  return 0;
}
