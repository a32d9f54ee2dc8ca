/* Callbacks are called by any thread, also while texts run.  */
/* { dg-do run } */
/* { dg-options "-pthread" } */
#include "check.h"
#include <pthread.h>
typedef long (*fn) (long);
static fn f;
static long total;
static void *
work (void *p)
{
  long sum = 0;
  for (long i = 0; i < 2000; i++)
    sum += f (i);
  __atomic_fetch_add (&total, sum, __ATOMIC_RELAXED);
  return p;
}
static void *
make_and_release (void *p)
{
  for (int i = 0; i < 300; i++)
    {
      fn g = NULL;
      with_objmode (g) { R"( g = lambda x: x + i )"; }
      if (g (1) != i + 1 || !objmode_callback_p (g))
	abort ();
      objmode_callback_release (g);
    }
  return p;
}
static void
run (int n, void *(*body) (void *))
{
  pthread_t t[8];
  for (int i = 0; i < n; i++)
    if (pthread_create (&t[i], NULL, body, NULL))
      abort ();
  for (int i = 0; i < n; i++)
    pthread_join (t[i], NULL);
}

int
main (void)
{
  long calls = 0;
  with_objmode (f) { R"(
    import threading
    seen = set ()
    def count (x):
        seen.add (threading.get_ident ())
        return x
    f = count
    global seen_threads
    seen_threads = lambda: len (seen)
  )"; }
  run (4, work);
  CHECK_NUM (total, 4 * 1999L * 1000);
  /* A text waits for them, without the GIL.  */
  with_objmode () { "run (4, work)"; }
  CHECK_NUM (total, 8 * 1999L * 1000);
  with_objmode (calls) { "calls = seen_threads ()"; }
  CHECK (calls >= 1);
  run (4, make_and_release);
  objmode_callback_release (f);
  CHECK (!objmode_callback_p (f));
  return 0;
}
/* { dg-prune-output "is undefined|cannot be called" } */
