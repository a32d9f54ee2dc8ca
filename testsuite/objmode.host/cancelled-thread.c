/* A thread that is cancelled in a block ends behind it: with the GIL given up,
   with the GIL held, and while it waits for the GIL.  Others go on.  */
/* { dg-do run } */

#include "check.h"
#include <pthread.h>
#include <unistd.h>

static int inside, behind;

static void *
sleeps (void *arg)
{
  with_objmode (inside) {
    R"py(
      import time
      inside = 1
      time.sleep(0.3)
      inside = 2
    )py";
  }
  behind++;
  pthread_testcancel ();
  behind += 100;
  return arg;
}

static void *
computes (void *arg)
{
  with_objmode () {
    R"py(
      import time
      end = time.monotonic() + 0.3
      while time.monotonic() < end: pass
    )py";
  }
  behind++;
  pthread_testcancel ();
  behind += 100;
  return arg;
}

static void *
asynchronous (void *arg)
{
  pthread_setcanceltype (PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
  return computes (arg);
}

int
main (void)
{
  void *(*const functions[]) (void *) = { sleeps, computes, asynchronous };
  int n = 0, state;

  for (int i = 0; i < 3; i++)
    {
      pthread_t a, b;
      void *result;
      CHECK (pthread_create (&a, NULL, functions[i], NULL) == 0);
      CHECK (pthread_create (&b, NULL, computes, NULL) == 0);
      usleep (100000);
      CHECK (pthread_cancel (a) == 0 && pthread_cancel (b) == 0);
      with_objmode (n) { R"py( n += 1 )py"; }
      CHECK (pthread_join (a, &result) == 0);
      CHECK (i == 2 || result == PTHREAD_CANCELED);
      CHECK (pthread_join (b, &result) == 0 && result == PTHREAD_CANCELED);
      with_objmode (n) { R"py( n += 1 )py"; }
    }
  CHECK (n == 6 && inside == 2 && behind >= 5 && behind <= 6);
  pthread_setcancelstate (PTHREAD_CANCEL_ENABLE, &state);
  CHECK (state == PTHREAD_CANCEL_ENABLE);
  return 0;
}
