/* A block is a critical section for what other threads can see.  */
/* { dg-do run } */
#include "check.h"
#include <pthread.h>
static int count;
static struct { double total; } shared;

static void *
work (void *arg)
{
  int *slot = arg, own = 0;
  for (int i = 0; i < 500; i++)
    {
      with_objmode (count) { "count += 1"; }
      with_objmode (t (shared.total)) { "t += 0.5"; }
      with_objmode (s (*slot)) { "s += 1"; }
      with_objmode (own) { "own += 1"; }
    }
  CHECK_NUM (own, 500);
  return NULL;
}

int
main (void)
{
  pthread_t t[8];
  int slot = 0;
  for (int i = 0; i < 8; i++)
    pthread_create (&t[i], NULL, work, &slot);
  for (int i = 0; i < 8; i++)
    pthread_join (t[i], NULL);
  CHECK (count == 4000 && shared.total == 2000 && slot == 4000);
  return 0;
}
