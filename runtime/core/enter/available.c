/* available.c - Whether the GIL can be taken.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A process that ends or forks must not wait for ever for a thread that keeps
   the GIL.  The thread that asks does not hold the GIL, or is told so at once;
   another thread tries to take it meanwhile.  Both share a record with a lock
   of its own.  The thread that asks frees the record, unless the other one
   still waits and keeps it.  */

#include "enter/enter.h"
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

/* What a thread that tries to take the GIL tells.  */
struct trial
{
  pthread_mutex_t lock;
  pthread_cond_t answered;
  int available;
};

/* Take the GIL, give it back and say so in TRIAL.  */

static void *
try_gil (void *p)
{
  struct trial *trial = p;
  struct om_entry entry;

  if (om_enter (&entry))
    om_leave (&entry);
  pthread_mutex_lock (&trial->lock);
  trial->available = 1;
  pthread_cond_signal (&trial->answered);
  pthread_mutex_unlock (&trial->lock);
  return NULL;
}

/* Return 1 if this thread holds the GIL or can take it within SECONDS.
   Some thread may be in C with it for ever.  GIL not needed.  */

int
om_gil_available_p (int seconds)
{
  PyThreadState *own = om_self.state ? om_self.state
		       : PyGILState_GetThisThreadState ();
  struct timespec end;
  struct trial *trial;
  pthread_t thread;
  int result = 0, available;

  if ((own && om_current_state () == own) || om_gil_free_p ())
    return 1;
  trial = calloc (1, sizeof *trial);
  if (!trial)
    return 0;
  pthread_mutex_init (&trial->lock, NULL);
  pthread_cond_init (&trial->answered, NULL);
  clock_gettime (CLOCK_REALTIME, &end);
  end.tv_sec += seconds;
  if (om_start_thread (&thread, try_gil, trial) != 0)
    {
      free (trial);
      return 0;
    }
  pthread_mutex_lock (&trial->lock);
  while (!trial->available && result == 0)
    result = pthread_cond_timedwait (&trial->answered, &trial->lock, &end);
  available = trial->available;
  pthread_mutex_unlock (&trial->lock);
  if (available)
    {
      pthread_join (thread, NULL);
      free (trial);
    }
  else
    /* TRIAL stays the thread's.  */
    pthread_detach (thread);
  return available;
}
