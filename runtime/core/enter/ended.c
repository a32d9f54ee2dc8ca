/* ended.c - Whether Python has ended.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* What the end of Python means for threads that want to enter.  life/exit.c
   notices the end and notes it here; entries that are careful
   (OM_MAY_HAVE_ENDED) look.  Any thread may look, without the GIL: the words
   are atomic, and there is no lock.  */

#include "enter/enter.h"
#include <pthread.h>
#include <time.h>
#include <unistd.h>

/* Py_FinalizeEx has begun, on the thread ENDER; and has ended, at ENDED_AT,
   0 meaning that it has not.  */
static int ending;
static pthread_t ender;
static int64_t ended_at;

/* The process whose end is the end of Python too, 0 if the interpreter is the
   host's.  Written with the GIL.  */
pid_t om_starter;

/* Sleep for MS milliseconds.  */

static void
sleep_ms (int ms)
{
  struct timespec time = { ms / 1000, ms % 1000 * 1000000L };

  nanosleep (&time, NULL);
}

/* A block runs in a child of the process that started Python: its end is
   the end of a Python process too.  GIL not needed.  */

void
om_exit_in_child (void)
{
  if (om_starter)
    om_starter = getpid ();
}

/* Py_FinalizeEx has begun on this thread: let no other thread enter Python any
   more.  Return 1, or 0 if that was noted before.  */

int
om_begin_end (void)
{
  if (__atomic_load_n (&ending, __ATOMIC_SEQ_CST))
    return 0;
  ender = pthread_self ();
  __atomic_store_n (&ending, 1, __ATOMIC_SEQ_CST);
  return 1;
}

/* Wait until no other thread is in Python, for MS milliseconds at most, after
   om_begin_end.  This thread does not hold the GIL.  */

void
om_wait_for_last_blocks (int ms)
{
  /* A thread that has just not seen the flag is on its way in.  */
  sleep_ms (1);
  for (int i = 0; i < ms && om_others_inside_p (); i++)
    sleep_ms (1);
}

/* Py_FinalizeEx has ended: no thread can enter Python any more.  GIL not
   needed.  */

void
om_end (void)
{
  om_be_careful (OM_MAY_HAVE_ENDED);
  __atomic_store_n (&ended_at, om_now (), __ATOMIC_RELEASE);
}

/* Return 1 if this thread can enter Python no more.  The thread that ends
   Python may until it has ended.  Another one is not told so before the
   process has had time to end, for then its failure is of no interest, and
   would end the process in another way.  GIL not needed.  */

int
om_ended_p (void)
{
  int64_t end;

  if (__atomic_load_n (&ending, __ATOMIC_SEQ_CST)
      && !pthread_equal (ender, pthread_self ()))
    {
      do
	sleep_ms (10);
      while (!(end = __atomic_load_n (&ended_at, __ATOMIC_ACQUIRE)));
      while (om_now () - end < 1000000000)
	sleep_ms (10);
      return 1;
    }
  /* What this core has of a Python that has ended is of no use in another
     one that a host may have started since.  */
  return (__atomic_load_n (&ended_at, __ATOMIC_ACQUIRE) != 0
	  || !Py_IsInitialized ());
}
