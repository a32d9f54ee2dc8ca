/* In a region with `default (none)' a text that sees all names sees those that
   the region has, and GCC does not complain about others.  */
/* { dg-do run } */
/* { dg-additional-options "-fopenmp -Wall -Wextra" } */
#include "check.h"

static int state = 7;

int
main (void)
{
  int out = 0, listed = 5, other = 9;

#pragma omp parallel default (none) shared (out, listed) num_threads (2)
  {
    int inside = 3;
#pragma omp single
    with_objmode (out) { R"py(
      all = locals ()
      out = eval ('state') + all['listed'] + all['inside']
      out += 100 * ('other' in all)
    )py"; }
  }
  CHECK_NUM (out, 15);
#pragma omp parallel num_threads (2)
  {
#pragma omp single
    {
      int deep = 1;
#pragma omp task default (none) shared (out) firstprivate (deep)
      with_objmode (out) {
	"out = locals ()['deep'] + 10 * ('listed' in locals ())";
      }
    }
  }
  CHECK_NUM (out, 1);
  state += other + listed;
  return 0;
}
