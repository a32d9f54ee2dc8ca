/* A planted deadlock inside a block: its Python keeps the GIL and calls C that
   wants the mutex.  The holder gives in after the warning.  */
/* { dg-do run } */
/* { dg-set-target-env-var HOST_ENV "OBJMODE_WATCHDOG=0.3,warn" } */
/* { dg-timeout 10 } */
/* { dg-output "^libobjmode: OBJMODE_WATCHDOG: could not get the GIL for 0.3 s\n  thread \[0-9\]+ waits for the GIL in the block at \[^\n\]*watchdog-inside-block.c:25 in 'waits'\n  thread \[0-9\]+ is inside Python in the block at \[^\n\]*watchdog-inside-block.c:38 in 'main'\ndone\n$" } */

#include "check.h"
#include <pthread.h>
#include <unistd.h>

int
takes_long (void)
{
  usleep (1500000);
  return 0;
}

/* Waits for the GIL for a long time, but once is enough to tell.  */

static void *
waits (void *unused)
{
  usleep (100000);
  with_objmode () { R"py( pass )py"; }
  return unused;
}

int
main (void)
{
  void *address = (void *) takes_long;
  pthread_t thread;

  with_objmode () { R"py( import ctypes )py"; }
  pthread_create (&thread, NULL, waits, NULL);

  with_objmode () {
    R"py(
      import ctypes
      ctypes.PYFUNCTYPE(ctypes.c_int)(address)()
    )py";
  }
  pthread_join (thread, NULL);
  fprintf (stderr, "done\n");
  return 0;
}
