/* A block in a region that no threads of the host run.  */
/* { dg-do compile } */
/* { dg-require-effective-target openmp } */
/* { dg-additional-options "-fopenmp" } */
#include <objmode.h>

int
f (int n, int *p)
{
  int y = 0;
#pragma omp simd
  for (int i = 0; i < n; i++)
    with_objmode () { "print (i)"; } /* { dg-error "5: .objmode. block in a region of .omp simd., where Python cannot run" } */
#pragma omp parallel for simd
  for (int i = 0; i < n; i++)
    {
      p[i]++;
      with_objmode () { "print (i)"; } /* { dg-error "7: .objmode. block in a region of .omp simd." } */
    }
#pragma omp target map (tofrom: y)
  {
#pragma omp parallel
    with_objmode (y) { "y = 1"; } /* { dg-error "5: .objmode. block in a region of .omp target." } */
  }
  /* The host runs what is in these.  */
#pragma omp target data map (tofrom: y)
  with_objmode (y) { "y = 1"; }
#pragma omp taskloop
  for (int i = 0; i < n; i++)
    with_objmode () { "print (i)"; }
  return y;
}
