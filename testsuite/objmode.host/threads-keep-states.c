/* 64 threads keep their thread states with all that is in them; short threads
   leave nothing behind.  */
/* { dg-do run } */
/* { dg-additional-sources "kernel-aux.c" } */
/* { dg-additional-options "-fopenmp" } */
/* { dg-require-effective-target openmp } */

#include "check.h"

extern int kernel_threads (void);
extern long kernel_growth (int), kernel_parallel (int);

int
main (int argc, char **argv)
{
  long growth;

  CHECK (kernel_parallel (1000) == 500500);
  CHECK (kernel_threads () == 1);
  growth = kernel_growth (argc > 1 ? atoi (argv[1]) : 3000);
  if (growth > 1024)
    printf ("%ld KiB\n", growth);
  CHECK (growth <= 1024);
  return 0;
}
