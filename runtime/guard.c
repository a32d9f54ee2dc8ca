/* guard.c - The guards interval and once.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Any thread may be here, and the GIL is not held.  A guard `interval' is
   one atomic word; all guards `once' share a lock, which is held for a few
   instructions and never while a block runs.  A thread that waits for the
   block of another thread gives up the GIL first.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <pthread.h>
#include <time.h>
#include "libobjmode.h"

/* What CLOCK_MONOTONIC_COARSE, which a tick of the system advances, may be
   behind CLOCK_MONOTONIC, in nanoseconds: twice the longest tick.  If it is
   more, a block runs later.  */
#define COARSE_LAG 20000000

/* Return the nanoseconds of CLOCK, one that is never set, from 1.  */

static int64_t
now (clockid_t clock)
{
  struct timespec t;

  clock_gettime (clock, &t);
  return (int64_t) t.tv_sec * 1000000000 + t.tv_nsec + 1;
}

/* Return 1 if the block of the guard `interval' with state GUARD, whose clause
   says SECONDS, is to run now by the exact clock, and set the time of its next
   run; else return 0.  NEXT is what GUARD has for that.  */

static int __attribute__ ((noinline))
ask_exact_clock (struct __objmode_interval *guard, double seconds,
		 int64_t next)
{
  int64_t time, after;

  if (guard->unit->abi != OBJMODE_ABI)
    return 1;
  time = now (CLOCK_MONOTONIC);
  /* 292 years of nanoseconds fit.  */
  after = (seconds < 4e9 ? time + (int64_t) (seconds * 1e9) : INT64_MAX);
  do
    if (next != 0 && time < next)
      return 0;
  while (!__atomic_compare_exchange_n (&guard->next, &next, after, 0,
				       __ATOMIC_ACQ_REL, __ATOMIC_RELAXED));
  return 1;
}

/* Ask the guard `interval' with state GUARD, whose clause says SECONDS, whether
   the block is to run now.  Return 1 if it is, and set the time of its next
   run; else return 0.  GUARD->next is 0 until the first run.  The block of a
   unit of another ABI is always to run, and its NEXT stays 0: the run says what
   is wrong.  Any thread, with or without the GIL.  */

OL_EXPORT int
__objmode_interval_due (struct __objmode_interval *guard, double seconds)
{
  int64_t next;

  if (!(seconds > 0))
    return 1;
  next = __atomic_load_n (&guard->next, __ATOMIC_RELAXED);
  /* To read the exact clock takes five times as long.  */
  if (next > COARSE_LAG && now (CLOCK_MONOTONIC_COARSE) < next - COARSE_LAG)
    return 0;
  return ask_exact_clock (guard, seconds, next);
}

/* All `once' guards share a lock: each is held for a few instructions,
   once per process or failure.  GUARD->state is the mark of the thread that
   runs the block, or NULL; COUNTED if it has been run and generated code is to
   call at each skip, which then is counted.

   The mark of a thread is the address of its record with, in the lowest bits,
   how many forks have led to the process.  In a child of fork the threads with
   other marks are gone, but the one that forked.  */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ended = PTHREAD_COND_INITIALIZER;
static unsigned forks;
#define MARKS 64
static _Thread_local struct { unsigned since; } self
  __attribute__ ((tls_model ("initial-exec"), aligned (MARKS)));
static char counted;
#define COUNTED ((void *) &counted)

/* A fork begins: no other thread has LOCK in the child.  */

void
ol_begin_fork_of_guards (void)
{
  pthread_mutex_lock (&lock);
}

/* Release the lock of the guards after a fork.  CHILD says that this process is
   the child; then the state of the guards that other threads ran is
   stale.  */

void
ol_end_fork_of_guards (int child)
{
  if (child)
    {
      forks++;
      /* Those that waited are gone.  */
      pthread_cond_init (&ended, NULL);
    }
  pthread_mutex_unlock (&lock);
}

/* Return the mark of this thread.  LOCK is held.  */

static void *
own_mark (void)
{
  if (self.since == 0)
    self.since = forks + 1;
  return (char *) &self + forks % MARKS;
}

/* Return 1 if MARK, of a guard's state, is of this thread, perhaps from before
   a fork.  LOCK is held.  */

static int
own_mark_p (const void *mark)
{
  uintptr_t when = (uintptr_t) mark - (uintptr_t) &self;

  return when < MARKS && self.since != 0 && when >= (self.since - 1) % MARKS;
}

/* Return 1 if the block of GUARD is being run by another thread.  LOCK is
   held.  */

static int
others_p (const struct __objmode_once *guard)
{
  return (guard->state && guard->state != COUNTED && !guard->done
	  && !own_mark_p (guard->state)
	  && (uintptr_t) guard->state % MARKS == forks % MARKS);
}

/* Ask the guard `once' with state GUARD whether this thread is to run the
   block.  Return 1 if it is; 0 if the block has been run, or if this thread is
   inside that very run.  Wait, without the GIL, while another thread runs it.
   The block of a unit of another ABI is always to run: its run says what is
   wrong.  */

OL_EXPORT int
__objmode_once_enter (struct __objmode_once *guard)
{
  void *paused = NULL;
  int mine = 0, state;

  if (guard->unit->abi != OBJMODE_ABI)
    return 1;
  if (__atomic_load_n (&guard->done, __ATOMIC_ACQUIRE))
    return 0;
  /* The wait would be a place to be cancelled at.  */
  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &state);
  pthread_mutex_lock (&lock);
  if (others_p (guard))
    {
      pthread_mutex_unlock (&lock);
      paused = ol_pause ();
      pthread_mutex_lock (&lock);
      while (others_p (guard))
	pthread_cond_wait (&ended, &lock);
    }
  if (!guard->done && guard->state != COUNTED
      && !(guard->state && own_mark_p (guard->state)))
    {
      guard->state = own_mark ();
      mine = 1;
    }
  pthread_mutex_unlock (&lock);
  ol_resume (paused);
  pthread_setcancelstate (state, NULL);
  return mine;
}

/* Note in GUARD, the state of a guard `once', that the run of its block has
   ended with STATUS, an enum objmode_status.  A run that failed does not
   count.  The thread is the one that __objmode_once_enter has let in.  */

OL_EXPORT void
__objmode_once_leave (struct __objmode_once *guard, int status)
{
  if (guard->unit->abi != OBJMODE_ABI)
    return;
  pthread_mutex_lock (&lock);
  guard->state = NULL;
  if (status != OBJMODE_FAILED && ol_counting ())
    guard->state = COUNTED;
  else if (status != OBJMODE_FAILED)
    __atomic_store_n (&guard->done, 1, __ATOMIC_RELEASE);
  pthread_cond_broadcast (&ended);
  pthread_mutex_unlock (&lock);
}
