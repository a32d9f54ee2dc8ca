/* 64 threads wait for a module block, which calls a C function that runs a
   block of the same unit.  */
/* { dg-do run } */
/* { dg-additional-options "-pthread" } */
#include "check.h"
#include <pthread.h>

int
reenter (int n)
{
  int y;
  with_objmode (y) { "y = n + before"; }
  return y;
}

objmode_module {
  R"(
    import time
    runs = globals ().get ('runs', 0) + 1
    before = 40
    inner = reenter (2)
    time.sleep (0.05)
    ready = True
  )";
}

static int sum;
static void *
worker (void *unused)
{
  int y;
  with_objmode (y) { "y = inner if ready and runs == 1 else -1"; }
  __atomic_fetch_add (&sum, y, __ATOMIC_RELAXED);
  return unused;
}

int
main (void)
{
  pthread_t threads[64];
  for (int i = 0; i < 64; i++)
    CHECK (pthread_create (&threads[i], NULL, worker, NULL) == 0);
  for (int i = 0; i < 64; i++)
    pthread_join (threads[i], NULL);
  CHECK (sum == 64 * 42);
  return 0;
}
