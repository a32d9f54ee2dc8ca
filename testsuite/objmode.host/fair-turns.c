/* 64 threads that do nothing but blocks all get their turns.  */
/* { dg-do run } */

#include "check.h"
#include <pthread.h>
#include <unistd.h>

static int stop;

static void *
work (void *slot)
{
  long turns = 0;

  while (!__atomic_load_n (&stop, __ATOMIC_RELAXED))
    {
      with_objmode () { R"py( pass )py"; }
      turns++;
    }
  *(long *) slot = turns;
  return NULL;
}

int
main (void)
{
  pthread_t thread[64];
  long turns[64];

  for (int i = 0; i < 64; i++)
    CHECK (pthread_create (&thread[i], NULL, work, &turns[i]) == 0);
  sleep (1);
  __atomic_store_n (&stop, 1, __ATOMIC_RELAXED);
  for (int i = 0; i < 64; i++)
    {
      pthread_join (thread[i], NULL);
      CHECK (turns[i] > 0);
    }
  return 0;
}
