/* The guards interval and once.  */
/* { dg-do run } */
#include "runtime-test.h"
#include <time.h>

UNIT (unit, "guards", NULL);
static struct __objmode_interval interval = { &unit }, never_zero = { &unit };
static struct __objmode_once once = { &unit }, failing = { &unit };
static int runs, ended;

static void *
work (void *unused)
{
  if (__objmode_once_enter (&once))
    {
      CHECK (__objmode_once_enter (&once) == 0);
      usleep (50000);
      __atomic_fetch_add (&runs, 1, __ATOMIC_RELAXED);
      __atomic_store_n (&ended, 1, __ATOMIC_RELEASE);
      __objmode_once_leave (&once, OBJMODE_DONE);
    }
  CHECK (__atomic_load_n (&ended, __ATOMIC_ACQUIRE));
  return unused;
}

int
main (void)
{
  pthread_t thread[8];
  int n = 0;

  CHECK (__objmode_interval_due (&interval, 0.1) == 1);
  for (int i = 0; i < 50; i++)
    {
      n += __objmode_interval_due (&interval, 0.1);
      usleep (5000);
    }
  CHECK (n >= 1 && n <= 5);
  for (int i = 0; i < 3; i++)
    CHECK (__objmode_interval_due (&never_zero, 0) == 1
	   && __objmode_interval_due (&never_zero, -1) == 1);
  CHECK (__objmode_interval_due (&never_zero, 1e300) == 1);
  CHECK (__objmode_interval_due (&never_zero, 1e300) == 0);

  for (int i = 0; i < 8; i++)
    pthread_create (&thread[i], NULL, work, NULL);
  for (int i = 0; i < 8; i++)
    pthread_join (thread[i], NULL);
  CHECK (runs == 1 && once.done == 1);

  CHECK (__objmode_once_enter (&failing) == 1);
  __objmode_once_leave (&failing, OBJMODE_FAILED);
  CHECK (failing.done == 0 && __objmode_once_enter (&failing) == 1);
  __objmode_once_leave (&failing, OBJMODE_RETURN);
  CHECK (__objmode_once_enter (&failing) == 0);
  return 0;
}
