/* Somebody ends Python while threads enter blocks without end: each of them
   gets the error, and none is lost.  */
/* { dg-do run } */
/* { dg-timeout 10 } */
/* { dg-additional-options "-D_GNU_SOURCE" } */

#include "check.h"
#include <dlfcn.h>
#include <pthread.h>
#include <unistd.h>

/* Run blocks until one fails.  */
static void *
work (void *ended)
{
  for (;;)
    {
      int rc, y = 0;

      with_objmode (y, error (rc)) { R"py( y = 1 )py"; }
      CHECK (rc == 0 ? y == 1 : error_is ("RuntimeError", "Python has been finalized"));
      if (rc != 0)
	return ended;
    }
}

int
main (void)
{
  int (*ensure) (void), (*finalize) (void);
  pthread_t thread[8];

  with_objmode () { R"py( pass )py"; }
  for (int i = 0; i < 8; i++)
    CHECK (pthread_create (&thread[i], NULL, work, thread) == 0);
  usleep (50000);
  ensure = (int (*) (void)) dlsym (RTLD_DEFAULT, "PyGILState_Ensure");
  finalize = (int (*) (void)) dlsym (RTLD_DEFAULT, "Py_FinalizeEx");
  ensure ();
  CHECK (finalize () == 0);
  for (int i = 0; i < 8; i++)
    {
      void *result = NULL;
      CHECK (pthread_join (thread[i], &result) == 0 && result == thread);
    }
  return 0;
}
