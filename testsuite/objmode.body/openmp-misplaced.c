/* C bodies that would leave a region of OpenMP, or cannot be in one.  */
/* { dg-do assemble } */
/* { dg-require-effective-target openmp } */
/* { dg-additional-options "-fopenmp" } */
#include <objmode.h>

int
leave (int n)
{
#pragma omp parallel
  with_objmode () { if (n) return 1; }
/* { dg-error "35: invalid branch to/from OpenMP structured block" "" { target *-*-* } .-1 } */
#pragma omp parallel
  with_objmode () { if (n) goto out; }
/* { dg-error "28: invalid branch to/from OpenMP structured block" "" { target *-*-* } .-1 } */
  for (;;)
#pragma omp single
    with_objmode () { if (n) break; }
/* { dg-error "30: invalid branch to/from OpenMP structured block" "" { target *-*-* } .-1 } */
#pragma omp for
  for (int i = 0; i < n; i++)
    with_objmode () { if (n) return 1; }
/* { dg-error "37: invalid branch to/from OpenMP structured block" "" { target *-*-* } .-1 } */
out:
  return 2;
}

int
refused (int n)
{
#pragma omp simd
  for (int i = 0; i < n; i++)
    with_objmode () { n++; }
/* { dg-error "5: 'objmode' block in a region of 'omp simd', where Python cannot run" "" { target *-*-* } .-1 } */
#pragma omp target
  with_objmode () { n++; }
/* { dg-error "3: 'objmode' block in a region of 'omp target', where Python cannot run" "" { target *-*-* } .-1 } */
#pragma omp for
  for (int i = 0; i < n; i++)
    with_objmode () { if (n) break; }
/* { dg-error "30: break statement used with OpenMP for loop" "" { target *-*-* } .-1 } */
  return n;
}
