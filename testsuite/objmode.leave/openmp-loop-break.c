/* A text cannot leave an OpenMP loop by break.  */
/* { dg-do compile } */
/* { dg-require-effective-target openmp } */
/* { dg-additional-options "-fopenmp" } */
#include <objmode.h>

void
f (int n)
{
#pragma omp parallel for
  for (int i = 0; i < n; i++)
    with_objmode () { "break"; }
/* { dg-error "24: break statement used with OpenMP for loop" "" { target *-*-* } .-1 } */
}
