/* A variable that OpenMP threads share is one that another thread sees.  */
/* { dg-do run } */
/* { dg-require-effective-target openmp } */
/* { dg-additional-options "-fopenmp -Wall -Wextra -Werror" } */
#include "check.h"
#include <omp.h>

int
main (void)
{
  int n = 64, tasks = 0, total = 0;
  omp_set_num_threads (4);
#pragma omp parallel default(none) shared(n, tasks)
#pragma omp single
  for (int i = 0; i < n; i++)
    {
#pragma omp task default(none) shared(tasks) firstprivate(i)
      with_objmode (tasks) { "tasks += i"; }
    }
  CHECK (tasks == 64 * 63 / 2);
#pragma omp parallel for shared(total)
  for (int i = 0; i < 2000; i++)
    with_objmode (total) { "total += 1"; }
  CHECK_NUM (total, 2000);
  return 0;
}
