/* Threads that wait for the GIL that the C body around them keeps.  */
/* { dg-do compile } */
/* { dg-require-effective-target openmp } */
/* { dg-additional-options "-fopenmp" } */
#include <objmode.h>

int
f (int n)
{
  with_objmode ()
    {
      n++;
#pragma omp parallel
      {
	with_objmode () { "n"; }
/* { dg-warning "9: 'objmode' block inside 'omp parallel' inside a C body deadlocks: the thread that keeps the GIL waits for the others" "" { target *-*-* } .-1 } */
      }
    }
  return n;
}
