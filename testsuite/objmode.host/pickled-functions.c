/* A function of a module block reaches a forked process by its name; in one
   that is not forked there is no module objmode, as the manual says.  */
/* { dg-do run } */
/* { dg-timeout 60 } */

#include "check.h"

objmode_module {
  R"py(
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
def square (x): return x * x
  )py";
}

int
main (void)
{
  int total, rc;

  with_objmode (total) {
    R"py(
      with multiprocessing.get_context ("fork").Pool (2) as pool:
          total = sum (pool.map (square, [1, 2, 3]))
    )py";
  }
  CHECK_NUM (total, 14);
  for (int i = 0; i < 2; i++)
    {
      const char *method = i ? "spawn" : "forkserver";

      with_objmode (total, error (rc)) {
	R"py(
	  context = multiprocessing.get_context (method)
	  with ProcessPoolExecutor (1, mp_context=context) as executor:
	      total = executor.submit (square, 2).result ()
	)py";
      }
      CHECK_NUM (rc, -1);
      CHECK (strstr (objmode_error ()->type, "BrokenProcessPool"));
    }
  return 0;
}
