/* After subinterpreters have come and gone, when PyGILState_Check always says
   yes, threads that Python has never seen run blocks.  */
/* { dg-do run } */

#include "check.h"
#include <pthread.h>

static long total;

static void *
work (void *unused)
{
  for (int i = 1; i <= 200; i++)
    with_objmode (total) { R"py( total += i )py"; }
  return unused;
}

int
main (void)
{
  pthread_t thread[16];

  with_objmode () {
    R"py(
      try: import _xxsubinterpreters as interpreters
      except ImportError: import _interpreters as interpreters
      kept = interpreters.create()
      for _ in range(3):
          gone = interpreters.create()
          interpreters.run_string(gone, 'import json')
          interpreters.destroy(gone)
    )py";
  }
  for (int i = 0; i < 16; i++)
    CHECK (pthread_create (&thread[i], NULL, work, NULL) == 0);
  for (int i = 0; i < 16; i++)
    CHECK (pthread_join (thread[i], NULL) == 0);
  CHECK (total == 16 * 200 * 201 / 2);
  return 0;
}
