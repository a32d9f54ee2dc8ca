/* A planted deadlock: a thread that keeps the GIL wants a mutex whose holder
   wants the GIL.  The watchdog names both.  */
/* { dg-do run } */
/* { dg-set-target-env-var HOST_ENV "OBJMODE_WATCHDOG=0.5" } */
/* { dg-shouldfail "it aborts" } */
/* { dg-timeout 10 } */
/* { dg-output "^libobjmode: OBJMODE_WATCHDOG: could not get the GIL for 0.5 s\n  thread \[0-9\]+ waits for the GIL in the block at \[^\n\]*watchdog-deadlock.c:23 in 'waits'\n  thread \[0-9\]+ holds the GIL in OBJMODE_HOLD at \[^\n\]*watchdog-deadlock.c:37 in 'main'\n" } */

#include "check.h"
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int locked, kept;

static void *
waits (void *unused)
{
  pthread_mutex_lock (&mutex);
  __atomic_store_n (&locked, 1, __ATOMIC_SEQ_CST);
  while (!__atomic_load_n (&kept, __ATOMIC_SEQ_CST))
    usleep (1000);
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
  while (!__atomic_load_n (&locked, __ATOMIC_SEQ_CST))
    usleep (1000);
  OBJMODE_HOLD
    {
      __atomic_store_n (&kept, 1, __ATOMIC_SEQ_CST);
      pthread_mutex_lock (&mutex);
      pthread_mutex_unlock (&mutex);
    }
  pthread_join (thread, NULL);
  return 0;
}
