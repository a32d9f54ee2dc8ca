/* Threads that contend lose no update of a variable: a text without calls and
   loops is a critical section for what it stores, even if Python changes
   threads as often as it can.  Handlers of signals run all the same, and
   threads of Python get their turns.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */

#include "check.h"
#include <pthread.h>
#include <signal.h>

enum { THREADS = 32, BLOCKS = 2000 };

static long total;
static struct { double sum; } shared;

static void *
work (void *unused)
{
  for (int i = 1; i <= BLOCKS; i++)
    {
      with_objmode (total) { R"py( total += i )py"; }
      with_objmode (s (shared.sum)) { R"py( s += 0.5 )py"; }
    }
  return unused;
}

objmode_module {
  R"py(
    import threading
    import signal, sys
    turns = signals = 0
    def handler(number, frame):
        global signals
        signals += 1
    def count():
        global turns
        while turns >= 0: turns += 1
  )py";
}

int
main (void)
{
  pthread_t thread[THREADS];
  int signals;
  long turns;

  with_objmode () {
    R"py(
      sys.setswitchinterval(0.00001)
      signal.signal(signal.SIGUSR1, handler)
    )py";
  }
  for (int i = 0; i < THREADS; i++)
    CHECK (pthread_create (&thread[i], NULL, work, NULL) == 0);
  for (int i = 0; i < THREADS; i++)
    CHECK (pthread_join (thread[i], NULL) == 0);
  CHECK (total == (long) THREADS * BLOCKS * (BLOCKS + 1) / 2);
  CHECK (shared.sum == 0.5 * THREADS * BLOCKS);
  /* One thread that does nothing else, and one of Python.  */
  with_objmode () { R"py( threading.Thread(target=count, daemon=True).start() )py"; }
  turns = 0;
  for (int k = 0; turns == 0 && k < 1000; k++)
    {
      for (int i = 0; i < 10000; i++)
	with_objmode (total) { R"py( total += 1 )py"; }
      with_objmode (turns (turns)) { R"py( turns = globals()['turns'] )py"; }
    }
  CHECK (turns > 0);
  raise (SIGUSR1);
  with_objmode (total) { R"py( total += 1 )py"; }
  with_objmode (signals (signals)) { R"py( signals = globals()['signals'] )py"; }
  CHECK_NUM (signals, 1);
  return 0;
}
