/* A child of a program that has run OpenMP: its blocks work.  (Parallel regions
   of its own are libgomp's affair.)  */
/* { dg-do run } */
/* { dg-additional-options "-fopenmp" } */
/* { dg-require-effective-target openmp } */

#include "check.h"
#include <sys/wait.h>
#include <unistd.h>

static long
sum (int n)
{
  static long total;

  total = 0;
#pragma omp parallel for num_threads (3)
  for (int i = 1; i <= n; i++)
    with_objmode (total) { R"py( total += i )py"; }
  return total;
}

int
main (void)
{
  int status, y = 0;

  CHECK (sum (30) == 465);
  for (int i = 0; i < 5; i++)
    {
      pid_t pid = fork ();
      if (pid == 0)
	{
	  with_objmode (y) { R"py( y = i + 3 )py"; }
	  _exit (y);
	}
      CHECK (waitpid (pid, &status, 0) == pid && status == (i + 3) << 8);
      CHECK (sum (30) == 465);
    }
  return 0;
}
