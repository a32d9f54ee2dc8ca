/* A planted deadlock: a thread that keeps the GIL wants a mutex whose holder
   wants the GIL.  The watchdog names both.  */
/* { dg-do run } */
/* { dg-set-target-env-var HOST_ENV "OBJMODE_WATCHDOG=0.5" } */
/* { dg-shouldfail "it aborts" } */
/* { dg-timeout 10 } */
/* { dg-output "^libobjmode: OBJMODE_WATCHDOG: the GIL was not to be had for 0.5 s\n  thread \[0-9\]+ waits for the GIL in the block at \[^\n\]*watchdog-1.c:20 in 'waits'\n  thread \[0-9\]+ keeps the GIL in OBJMODE_HOLD at \[^\n\]*watchdog-1.c:35 in 'main'\n" } */

#include "host-aux.h"
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static void *
waits (void *unused)
{
  pthread_mutex_lock (&mutex);
  usleep (100000);
  with_objmode () { R"py( pass )py"; }
  pthread_mutex_unlock (&mutex);
  return unused;
}

int
main (void)
{
  pthread_t thread;

  with_objmode () { R"py( pass )py"; }
  pthread_create (&thread, NULL, waits, NULL);

  usleep (50000);

  OBJMODE_HOLD
    {
      pthread_mutex_lock (&mutex);
      pthread_mutex_unlock (&mutex);
    }
  pthread_join (thread, NULL);
  return 0;
}
