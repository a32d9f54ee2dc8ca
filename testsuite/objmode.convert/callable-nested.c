/* C calls Python calls C calls Python; threads.  */
/* { dg-do run } */
/* { dg-additional-options "-pthread -lm" } */
#include "check.h"
#include <errno.h>
#include <fenv.h>
#include <pthread.h>

static long
factorial (long n)
{
  long y;
  with_objmode (y) { "y = n * factorial (n - 1) if n > 1 else 1"; }
  return y;
}

static int
failing (int n)
{
  int rc, y = 0;
  with_objmode (y, error (rc)) { "y = 1 // n"; }
  return rc ? -1 : y;
}

/* All threads must be here at once: so none holds the GIL.  */
static pthread_barrier_t barrier;
static int met;

static int
meet (int n)
{
  pthread_barrier_wait (&barrier);
  with_objmode (met) { "met += n"; }
  return n;
}

static void *
run (void *arg)
{
  int n = (int) (size_t) arg, y;
  with_objmode (y) { "y = meet (n)"; }
  CHECK (y == n);
  return NULL;
}

static void
upset (void)
{
  errno = 5;
  fesetround (FE_UPWARD);
}

static int
forever (int n)
{
  int y, rc;
  with_objmode (y, error (rc)) { "y = forever (n + 1)"; }
  return rc ? n : y;
}

int
main (void)
{
  pthread_t t[4];
  int y = 0;
  CHECK (factorial (12) == 479001600);
  with_objmode (y) { "y = failing (0) * 10 + failing (1)"; }
  CHECK_NUM (y, -9);
  pthread_barrier_init (&barrier, NULL, 4);
  for (size_t i = 0; i < 4; i++)
    pthread_create (&t[i], NULL, run, (void *) (i + 1));
  for (int i = 0; i < 4; i++)
    pthread_join (t[i], NULL);
  CHECK_NUM (met, 10);
  with_objmode (y) { R"(
    import threading
    threads = [threading.Thread (target=meet, args=(n,)) for n in range (4)]
    for t in threads: t.start ()
    for t in threads: t.join ()
    y = 1
  )"; }
  CHECK (y == 1 && met == 16);
  errno = 3;
  with_objmode (y) { "upset ()\ny = 0.1 + 0.2 == 0.30000000000000004"; }
  CHECK (y == 1 && errno == 3 && fegetround () == FE_TONEAREST);
  with_objmode (y) { "y = forever (0)"; }
  CHECK (y > 50);
  return 0;
}
