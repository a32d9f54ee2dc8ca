/* A control of threads-keep-states.c: a planted leak of 4 KiB for each thread
   is seen.  */
/* { dg-do run } */
/* { dg-additional-options "-DPLANTED_LEAK -fopenmp" } */
/* { dg-additional-sources "kernel-aux.c" } */
/* { dg-require-effective-target openmp } */

#include "check.h"

extern long kernel_growth (int);

int
main (void)
{
  CHECK (kernel_growth (1000) > 1024);
  return 0;
}
