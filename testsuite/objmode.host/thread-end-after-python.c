/* Threads that have run blocks end after Python has.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */

#include "check.h"
#include <dlfcn.h>
#include <pthread.h>

static pthread_barrier_t barrier;

static void *
work (void *slot)
{
  int y = 0;

  with_objmode (y) { R"py( y = 1 )py"; }
  pthread_barrier_wait (&barrier);
  /* Python ends here.  */
  pthread_barrier_wait (&barrier);
  *(int *) slot = y;
  return slot;
}

int
main (void)
{
  int (*ensure) (void), (*finalize) (void);
  pthread_t thread[4];
  int slot[4] = { 0 };

  pthread_barrier_init (&barrier, NULL, 5);
  with_objmode () { R"py( pass )py"; }
  for (int i = 0; i < 4; i++)
    pthread_create (&thread[i], NULL, work, &slot[i]);
  pthread_barrier_wait (&barrier);
  ensure = (int (*) (void)) dlsym (RTLD_DEFAULT, "PyGILState_Ensure");
  finalize = (int (*) (void)) dlsym (RTLD_DEFAULT, "Py_FinalizeEx");
  ensure ();
  CHECK (finalize () == 0);
  pthread_barrier_wait (&barrier);
  for (int i = 0; i < 4; i++)
    {
      void *result = NULL;
      CHECK (pthread_join (thread[i], &result) == 0);
      CHECK (result == &slot[i] && slot[i] == 1);
    }
  return 0;
}
