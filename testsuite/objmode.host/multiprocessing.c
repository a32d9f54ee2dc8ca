/* The processes of multiprocessing, however they are started, from a program
   that has Python by objmode.  */
/* { dg-do run } */
/* { dg-timeout 60 } */
/* { dg-output "^fork 6 16\nspawn 6 16\nforkserver 6 16\n$" } */

#include "check.h"

int
main (void)
{
  static const char *const methods[] = { "fork", "spawn", "forkserver" };

  for (int i = 0; i < 3; i++)
    {
      const char *method = methods[i];

      with_objmode () {
	R"py(
	  import math, multiprocessing, operator
	  from concurrent.futures import ProcessPoolExecutor
	  context = multiprocessing.get_context(method)
	  with context.Pool(2) as pool:
	      total = sum(pool.map(math.isqrt, [1, 4, 9]))
	  with ProcessPoolExecutor(2, mp_context=context) as executor:
	      print(method, total, *executor.map(operator.mul, [2], [8]))
	)py";
      }
    }
  return 0;
}
