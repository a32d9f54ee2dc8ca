/* First blocks on many threads at once; a thread keeps its thread state;
   those of ended threads are given back.  */
/* { dg-do run } */
#include "runtime-test.h"

static struct __objmode_module module = {
  "import time\ntime.sleep(0.05)\nruns = globals().get('runs', 0) + 1\n"
  "import threading, _thread\nlocal = threading.local()\ntotal = 0\n",
  NULL, 1, 1, NULL
};
UNIT (unit, "threads", &module);
TYPE (i32, INT, int32_t);

struct frame { int32_t *total; int32_t n; };
static const struct __objmode_var vars[] = {
  SHARED (struct frame, total, i32, IN | OUT),
  SCALAR (struct frame, n, i32, IN)
};
BLOCK (block, unit, vars, 0,
       "def f(total, n):\n"
       "  assert runs == 1\n"
       "  assert getattr(local, 'n', 0) == n, (local.n, n)\n"
       "  local.n = n + 1\n"
       "  return total + 1\n");

static int32_t total;
static pthread_barrier_t barrier;

static void *
work (void *wait)
{
  struct frame frame = { &total, 0 };

  if (wait)
    pthread_barrier_wait (&barrier);
  for (; frame.n < (wait ? 500 : 2); frame.n++)
    CHECK (RUN (block, &frame) == OBJMODE_DONE);
  return NULL;
}

int
main (void)
{
  pthread_t thread[16];

  pthread_barrier_init (&barrier, NULL, 16);
  for (int i = 0; i < 16; i++)
    pthread_create (&thread[i], NULL, work, &barrier);
  for (int i = 0; i < 16; i++)
    pthread_join (thread[i], NULL);
  CHECK (total == 16 * 500);
  for (int i = 0; i < 1000; i++)
    {
      pthread_create (&thread[0], NULL, work, NULL);
      pthread_join (thread[0], NULL);
    }
  CHECK (total == 16 * 500 + 2000);
  return 0;
}
