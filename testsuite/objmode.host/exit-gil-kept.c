/* A thread keeps the GIL for ever: the process ends all the same, and what was
   printed is there.  */
/* { dg-do run } */
/* { dg-timeout 10 } */
/* { dg-output "^printed\nlibobjmode: a thread does not release the GIL; Python's atexit functions are not called\n$" } */

#include "check.h"
#include <pthread.h>
#include <unistd.h>

int
keeps (void)
{
  pause ();
  return 0;
}

static void *
work (void *unused)
{
  void *address = (void *) keeps;

  (void) unused;
  with_objmode () {
    R"py(
      import ctypes
      print('printed', flush=True)
      ctypes.PYFUNCTYPE(ctypes.c_int)(address)()
    )py";
  }
  return NULL;
}

int
main (void)
{
  pthread_t thread;

  with_objmode () { R"py( import ctypes )py"; }
  pthread_create (&thread, NULL, work, NULL);
  usleep (300000);
  return 0;
}
