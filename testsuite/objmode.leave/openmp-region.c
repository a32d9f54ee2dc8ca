/* A text cannot leave an OpenMP region.  */
/* { dg-do compile } */
/* { dg-require-effective-target openmp } */
/* { dg-additional-options "-fopenmp" } */
#include <objmode.h>

int
f (int n)
{
#pragma omp parallel
  with_objmode () { "return n"; }
/* { dg-error "22: invalid branch to/from OpenMP structured block" "" { target *-*-* } .-1 } */
  for (int i = 0; i < n; i++)
    {
#pragma omp critical
      with_objmode () { "break"; }
/* { dg-warning "7: 'objmode' block inside 'omp critical'" "" { target *-*-* } .-1 } */
/* { dg-error "26: invalid branch to/from OpenMP structured block" "" { target *-*-* } .-2 } */
    }
  for (int i = 0; i < n; i++)
    {
#pragma omp single
      { with_objmode () { "if i: continue"; } }
/* { dg-error "34: invalid branch to/from OpenMP structured block" "" { target *-*-* } .-1 } */
    }
#pragma omp parallel for
  for (int i = 0; i < n; i++)
    with_objmode () { "if i: return 1"; }
/* { dg-error "30: invalid branch to/from OpenMP structured block" "" { target *-*-* } .-1 } */
#pragma omp task
  with_objmode () { "return 1"; }
/* { dg-error "22: invalid branch to/from OpenMP structured block" "" { target *-*-* } .-1 } */
  return 0;
}
