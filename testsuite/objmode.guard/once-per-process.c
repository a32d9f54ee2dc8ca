/* once: one run in the process; others wait; a failure does not count.  */
/* { dg-do run } */
#include "check.h"
#include <pthread.h>
static int runs, done;

static void *
work (void *unused)
{
  with_objmode (runs, done, once) { R"(
    import time
    runs += 1
    time.sleep (0.1)
    done = 1
  )"; }
  CHECK (__atomic_load_n (&done, __ATOMIC_SEQ_CST) == 1);
  return unused;
}

int
main (void)
{
  pthread_t t[8];
  for (int i = 0; i < 8; i++)
    pthread_create (&t[i], NULL, work, NULL);
  for (int i = 0; i < 8; i++)
    pthread_join (t[i], NULL);
  CHECK_NUM (runs, 1);
  int tries = 0, rc, bad = 0;
  for (int i = 0; i < 5; i++)
    {
      with_objmode (once, error (rc)) { R"(
        if i < 2: raise ValueError (i)
      )"; }
      bad += rc != 0;
      tries++;
    }
  CHECK (bad == 2 && tries == 5);
  int c = 0;
  for (int i = 0; i < 5; i++)
    with_objmode (c, once) { "c += 1"; }
  CHECK_NUM (c, 1);
  return 0;
}
