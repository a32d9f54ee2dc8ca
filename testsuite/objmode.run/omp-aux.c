/* Blocks in the constructs of OpenMP that threads of the host run.  */
#include <objmode.h>
#include <stdio.h>

static int
loop (int n)
{
  int sum = 0;
#pragma omp parallel for reduction (+:sum)
  for (int i = 0; i < n; i++)
    {
      int y;
      with_objmode (y) { "y = i * i"; }
      sum += y;
    }
  return sum;
}

static int
tasks (int n)
{
  int sum = 0;
#pragma omp parallel
#pragma omp single
  for (int i = 0; i < n; i++)
#pragma omp task shared (sum)
    {
#pragma omp critical
      with_objmode (sum) { "sum += i"; }
    }
  return sum;
}

static int
sections (void)
{
  int a = 0, b = 0;
#pragma omp parallel sections
  {
#pragma omp section
    with_objmode (a) { "a = 1"; }
#pragma omp section
    with_objmode (b) { "b = 2"; }
  }
  return a + b;
}

int
main (void)
{
  printf ("omp %d %d %d\n", loop (5), tasks (5), sections ());
  return 0;
}
