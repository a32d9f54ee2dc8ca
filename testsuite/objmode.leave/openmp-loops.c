/* A text may go on with an OpenMP loop, and leave loops inside it.  */
/* { dg-do run } */
/* { dg-require-effective-target openmp } */
/* { dg-additional-options "-fopenmp -Wall -Wextra -Werror" } */
#include "check.h"

int
main (void)
{
  int n = 0;
#pragma omp parallel for reduction (+: n)
  for (int i = 0; i < 100; i++)
    {
      with_objmode () { "if i % 2: continue"; }
      for (int k = 0; k < 5; k++)
        with_objmode () { "if k == 3: break"; }
      n++;
    }
  CHECK_NUM (n, 50);
  return 0;
}
