/* Blocks in OpenMP regions.  */
/* { dg-do run } */
/* { dg-require-effective-target openmp } */
/* { dg-additional-options "-fopenmp -Wall -Wextra -Werror -Wno-deprecated-openmp -fplugin-arg-objmode-no-warn-deadlock" } */
#include "check.h"
#include <omp.h>

int
main (void)
{
  int n = 64, total = 0, singles = 0;
  double a[64] = { 0 };
  long sum = 0;
  omp_set_num_threads (4);
#pragma omp parallel for
  for (int i = 0; i < n; i++)
    {
      double v;
      with_objmode (v) { "v = i * 0.5"; }
      a[i] = v;
    }
  for (int i = 0; i < n; i++)
    CHECK (a[i] == i * 0.5);
#pragma omp parallel for reduction (+ : sum)
  for (int i = 0; i < n; i++)
    with_objmode (sum) { "sum_ = sum; sum = sum_ + i"; }
  CHECK (sum == 64 * 63 / 2);
#pragma omp parallel for
  for (int i = 0; i < n; i++)
    {
#pragma omp critical
      with_objmode (total) { "total = total + 1"; }
    }
  CHECK_NUM (total, 64);
#pragma omp parallel
  {
#pragma omp single
    with_objmode (singles) { "singles += 1"; }
#pragma omp master
    with_objmode (singles) { "singles += 10"; }
  }
  CHECK_NUM (singles, 11);
#pragma omp parallel for default(none) shared(a, n) schedule(dynamic)
  for (int i = 0; i < n; i++)
    with_objmode () { "a[i] = n - i"; }
  CHECK (a[0] == 64 && a[63] == 1);
  return 0;
}
