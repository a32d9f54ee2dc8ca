/* every: per thread, also for n that changes and n <= 0.  */
/* { dg-do run } */
#include "check.h"
#include <pthread.h>
static int runs;

static int
loop (int n, int times)
{
  int c = 0, rc = 9;
  for (int i = 0; i < times; i++)
    {
      rc = 9;
      with_objmode (c, every (n), error (rc)) { "c += 1"; }
      CHECK_NUM (rc, 0);
    }
  return c;
}

static int
which (int i)
{
  int y = 0;
  with_objmode (y, every (3)) { "y = 1"; }
  (void) i;
  return y;
}

static void *
thread (void *unused)
{
  for (int i = 0; i < 7; i++)
    with_objmode (runs, every (3)) { "runs += 1"; }
  return unused;
}

int
main (void)
{
  CHECK (loop (0, 5) == 0 && loop (-3, 5) == 0);
  CHECK (loop (1, 5) == 5);
  CHECK (which (0) && !which (1) && !which (2) && which (3) && !which (4) && !which (5) && which (6));
  thread (NULL);
  CHECK_NUM (runs, 3);
  pthread_t t;
  pthread_create (&t, NULL, thread, NULL);
  pthread_join (t, NULL);
  CHECK_NUM (runs, 6);
  return 0;
}
