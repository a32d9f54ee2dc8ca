/* Contention is not a deadlock: no message for blocks that take long together
   and not long alone.  */
/* { dg-do run } */
/* { dg-set-target-env-var HOST_ENV "OBJMODE_WATCHDOG=2" } */
/* { dg-output "^done\n$" } */

#include "check.h"
#include <pthread.h>

static void *
work (void *unused)
{
  long sum = 0;

  for (int i = 0; i < 20; i++)
    with_objmode (sum) { R"py( sum = len([x for x in range(10000)]) )py"; }
  return unused;
}

int
main (void)
{
  pthread_t thread[8];

  for (int i = 0; i < 8; i++)
    pthread_create (&thread[i], NULL, work, NULL);
  for (int i = 0; i < 8; i++)
    pthread_join (thread[i], NULL);
  /* Nor is a block that sleeps.  */
  with_objmode () { R"py( import time; time.sleep(0.2) )py"; }
  printf ("done\n");
  return 0;
}
