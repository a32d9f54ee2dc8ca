/* What a thread that has ended leaves to others is not theirs: PyGILState
   works on, as extension modules use it.  */
/* { dg-do run } */
/* { dg-additional-options "-pthread" } */
#include "check.h"
#include <pthread.h>

static void *
run (void *unused)
{
  int y = 0;

  with_objmode (y) { "y = 1"; }
  CHECK_NUM (y, 1);
  return unused;
}

int
main (void)
{
  int y = 0;

  with_objmode (y) { "y = 1"; }
  for (int i = 0; i < 3; i++)
    {
      pthread_t thread;
      pthread_create (&thread, NULL, run, NULL);
      pthread_join (thread, NULL);
      with_objmode (y) {
	R"(
	  import ctypes
	  api = ctypes.PyDLL (None)
	  state = api.PyGILState_Ensure ()
	  assert state == 0	# PyGILState_LOCKED
	  api.PyGILState_Release (state)
	  y += 1
	)";
      }
    }
  CHECK_NUM (y, 4);
  return 0;
}
