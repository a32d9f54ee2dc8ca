/* A function of a module block reaches a forked process by its name.  A process
   that is not forked has no module objmode: the use of what it gets there is an
   error, which says where the function is defined.  A pool must not wait for
   ever.  */
/* { dg-do run } */
/* { dg-timeout 60 } */

#include "check.h"

objmode_module {
  R"py(
import copy
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor
def square (x): return x * x
class Point:
    def __init__ (self, x): self.x = x
    @staticmethod
    def twice (x): return 2 * x
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
          total += pool.apply (Point.twice, [pool.apply (Point, [4]).x])
    )py";
  }
  CHECK_NUM (total, 22);
  /* In one process each protocol names the function and the class.  */
  with_objmode (total) {
    R"py(
      total = 0
      for protocol in range (pickle.HIGHEST_PROTOCOL + 1):
          for dumps in pickle.dumps, pickle._dumps:
              again = pickle.loads (dumps ((square, Point (3)), protocol))
              total += again[0] is square and type (again[1]) is Point
      assert copy.deepcopy (square.__module__) == "objmode.pickled_functions"
      assert repr (__name__) == "'objmode.pickled_functions'"
    )py";
  }
  CHECK_NUM (total, 12);
  for (int i = 0; i < 2; i++)
    {
      const char *method = i ? "spawn" : "forkserver";

      with_objmode (error (rc)) {
	R"py(
	  with multiprocessing.get_context (method).Pool (1) as pool:
	      pool.map (square, [1, 2, 3])
	)py";
      }
      CHECK_NUM (rc, -1);
      CHECK_STR (objmode_error ()->type, "ImportError");
      CHECK (strstr (objmode_error ()->message,
		     "objmode.pickled_functions.square is defined in "));
      CHECK (strstr (objmode_error ()->message, "pickled-functions.c, and "
		     "this process is not a fork of the program"));
      /* The executor is what says that a process has ended.  */
      with_objmode (error (rc)) {
	R"py(
	  context = multiprocessing.get_context (method)
	  with ProcessPoolExecutor (1, mp_context=context) as executor:
	      executor.submit (abs, Point (2)).result ()
	)py";
      }
      CHECK_NUM (rc, -1);
      CHECK_STR (objmode_error ()->type, "TypeError");
      with_objmode (error (rc)) {
	R"py(
	  context = multiprocessing.get_context (method)
	  with ProcessPoolExecutor (1, mp_context=context) as executor:
	      executor.submit (Point.twice, 2).result ()
	)py";
      }
      CHECK_NUM (rc, -1);
      CHECK_STR (objmode_error ()->type, "ImportError");
      CHECK (strstr (objmode_error ()->message,
		     "objmode.pickled_functions.Point.twice is defined in "));
    }
  return 0;
}
