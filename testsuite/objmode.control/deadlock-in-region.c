/* Blocks where they can deadlock.  */
/* { dg-do compile } */
/* { dg-require-effective-target openmp } */
/* { dg-additional-options "-fopenmp" } */

#include <objmode.h>

int n;

void
critical (void)
{
#pragma omp critical
  {
    with_objmode (n) { R"py( n += 1 )py"; } /* { dg-warning "5: 'objmode' block inside 'omp critical' can deadlock; a block is a critical section itself" } */
  }
#pragma omp parallel
  {
#pragma omp critical (name)
    with_objmode (n) { R"py( n += 1 )py"; } /* { dg-warning "5: 'objmode' block inside 'omp critical' can deadlock" } */
    with_objmode (n) { R"py( n += 1 )py"; }
  }
}

void
hold (void)
{
  OBJMODE_HOLD
    {
      with_objmode (n) { R"py( n += 1 )py"; }
#pragma omp parallel
      with_objmode (n) { R"py( n += 1 )py"; } /* { dg-warning "7: 'objmode' block inside 'omp parallel' inside 'OBJMODE_HOLD' deadlocks: the thread that keeps the GIL waits for the others" } */
    }
#pragma omp parallel
  OBJMODE_HOLD { with_objmode (n) { R"py( n += 1 )py"; } }
}
