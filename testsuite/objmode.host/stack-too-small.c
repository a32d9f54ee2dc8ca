/* Threads with too small a stack get an error, and so does a recursion that
   comes near the end of a stack; with OBJMODE_MIN_STACK they may try.  */
/* { dg-do run } */

#include "check.h"
#include <pthread.h>

static int failures, successes;

/* The thread: ARG is not NULL if the block must succeed.  */

static void *
work (void *arg)
{
  int rc, y = 0;

  with_objmode (y, error (rc)) { R"py( y = len(repr([1] * 100)) )py"; }
  if (rc == 0)
    {
      CHECK_NUM (y, 300);
      successes++;
    }
  else
    {
      CHECK (!arg && error_is ("RuntimeError", "too little stack"));
      failures++;
    }
  return NULL;
}

/* Run work on a stack of SIZE bytes with ARG.  */

static void
run (size_t size, void *arg)
{
  pthread_attr_t attr;
  pthread_t thread;

  pthread_attr_init (&attr);
  CHECK (pthread_attr_setstacksize (&attr, size) == 0);
  CHECK (pthread_create (&thread, &attr, work, arg) == 0);
  pthread_join (thread, NULL);
}

/* Block and C in turns, until it is enough.  */

static int
recurse (int depth)
{
  int rc, result = depth;

  with_objmode (result, error (rc)) { R"py( result = recurse(depth + 1) )py"; }
  if (rc != 0)
    CHECK (error_is ("RecursionError", "") || error_is ("RuntimeError", "stack"));
  return result;
}

/* The recursion on a stack of 768 KiB.  */

static void *
recurse_thread (void *arg)
{
  *(int *) arg = recurse (0);
  return NULL;
}

int
main (void)
{
  static const size_t sizes[] = { 16, 32, 64, 128, 256, 400 };
  pthread_attr_t attr;
  pthread_t thread;
  int depth = 0;

  /* Before Python has been started, and after.  */
  for (int round = 0; round < 2; round++)
    {
      for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
	run (sizes[i] * 1024, NULL);
      CHECK (failures == 6 * (round + 1) && successes == 2 * round);
      run (1 << 20, &failures);
      run (8 << 20, &failures);
    }
  depth = recurse (0);
  CHECK (depth > 100);
  pthread_attr_init (&attr);
  pthread_attr_setstacksize (&attr, 768 * 1024);
  CHECK (pthread_create (&thread, &attr, recurse_thread, &depth) == 0);
  pthread_join (thread, NULL);
  CHECK (depth > 5);
  printf ("done\n");
  return 0;
}
/* { dg-output "^done\n$" } */
