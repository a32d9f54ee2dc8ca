/* Destructors of thread-specific data reach blocks, before and after those of
   the runtime, also as the first block of their thread; and no thread state is
   left.  */
/* { dg-do run } */

#include "check.h"
#include <pthread.h>

enum { THREADS = 200 };

static pthread_key_t earlier, later;
static int blocks;

/* The destructor of both keys.  */
static void
end (void *unused)
{
  (void) unused;
  with_objmode (blocks) { R"py( blocks += 1 )py"; }
}

/* A thread that runs a block if ARGUMENT, else only its destructors do.  */
static void *
work (void *argument)
{
  CHECK (pthread_setspecific (earlier, &blocks) == 0);
  if (argument)
    with_objmode (blocks) { R"py( blocks += 1 )py"; }
  CHECK (pthread_setspecific (later, &blocks) == 0);
  return argument;
}

/* Return how many thread states there are.  */
static int
states (void)
{
  int n;

  with_objmode (n) {
    R"py(
      import ctypes
      api, pointer = ctypes.pythonapi, ctypes.c_void_p
      api.PyInterpreterState_Main.restype = pointer
      for function in api.PyInterpreterState_ThreadHead, api.PyThreadState_Next:
          function.restype, function.argtypes = pointer, [pointer]
      n, state = 0, api.PyInterpreterState_ThreadHead(
          api.PyInterpreterState_Main())
      while state:
          n, state = n + 1, api.PyThreadState_Next(state)
    )py";
  }
  return n;
}

int
main (void)
{
  int before;

  CHECK (pthread_key_create (&earlier, end) == 0);
  before = states ();
  CHECK (pthread_key_create (&later, end) == 0);
  for (int i = 0; i < THREADS; i++)
    {
      pthread_t thread;
      CHECK (pthread_create (&thread, NULL, work, i % 2 ? &blocks : NULL) == 0);
      CHECK (pthread_join (thread, NULL) == 0);
    }
  CHECK (blocks == 2 * THREADS + THREADS / 2);
  CHECK (states () <= before + 1);
  return 0;
}
