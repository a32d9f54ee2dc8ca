/* Somebody ends Python: blocks of other threads end first, and later ones fail,
   on this thread and on others.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */

#include "check.h"
#include <dlfcn.h>
#include <pthread.h>
#include <unistd.h>

static int ended[4], in_atexit;

static int
block (void)
{
  int rc, y = 0;

  with_objmode (y, error (rc)) { R"py( y = 1 )py"; }
  CHECK (rc == 0 ? y == 1 : error_is ("RuntimeError", "Python has been finalized"));
  return rc;
}

/* A thread in a block while Python ends.  */

static void *
work (void *slot)
{
  with_objmode () { R"py( import time; time.sleep(0.3) )py"; }
  *(int *) slot = 1;
  return NULL;
}

static void *
late (void *arg)
{
  CHECK (block () != 0);
  return arg;
}

/* What Python calls at its end.  */

int
at_exit (void)
{
  in_atexit = block () == 0;
  return 0;
}

int
main (void)
{
  int (*ensure) (void), (*finalize) (void);
  pthread_t thread[4], after;

  with_objmode () { R"py( import atexit; atexit.register(at_exit) )py"; }
  ensure = (int (*) (void)) dlsym (RTLD_DEFAULT, "PyGILState_Ensure");
  finalize = (int (*) (void)) dlsym (RTLD_DEFAULT, "Py_FinalizeEx");
  for (int i = 0; i < 4; i++)
    pthread_create (&thread[i], NULL, work, &ended[i]);
  usleep (100000);
  ensure ();
  CHECK (finalize () == 0);
  for (int i = 0; i < 4; i++)
    {
      CHECK (pthread_join (thread[i], NULL) == 0);
      CHECK (ended[i]);
    }
  CHECK (in_atexit);
  CHECK (block () != 0);
  OBJMODE_HOLD { CHECK (block () != 0); }
  pthread_create (&after, NULL, late, NULL);
  CHECK (pthread_join (after, NULL) == 0);
  objmode_release (objmode_error_exception ());
  objmode_clear_error ();
  return 0;
}
