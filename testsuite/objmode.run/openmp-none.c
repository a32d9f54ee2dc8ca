/* default(none) reports variables that blocks use as it does those of C.  */
/* { dg-do compile } */
/* { dg-require-effective-target openmp } */
/* { dg-additional-options "-fopenmp" } */
#include <objmode.h>

void
f (int n)
{
  int y = 0;
#pragma omp parallel default(none) shared(y)
  {
    with_objmode (y) { "y = n"; }
  }
}
/* { dg-error "'n' not specified in enclosing 'parallel'" "" { target *-*-* } 13 } */
/* { dg-note "enclosing 'parallel'" "" { target *-*-* } 11 } */
