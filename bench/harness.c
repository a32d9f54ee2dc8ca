/* harness.c - Run a loop of workloads.h and time it.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   All functions are called without the GIL.  LOOP is the loop, N the number
   of its crossings, *SUM becomes the sum of what it returned; the result is
   nanoseconds for each crossing.  */

#define _GNU_SOURCE 1
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

typedef double loop_fn (int64_t);

/* A thread that runs LOOP.  */
struct job
{
  loop_fn *loop;
  int64_t n;
  int warm;			/* Cross once before it is timed.  */
  double sum, nanoseconds;
  double from, to;		/* Elapsed time.  */
  pthread_barrier_t *barrier;	/* Or NULL.  */
};

/* Return the nanoseconds of CLOCK.  */
static double
now (clockid_t clock)
{
  struct timespec t;

  clock_gettime (clock, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

/* The body of a thread: DATA is a struct job.  */
static void *
work (void *data)
{
  struct job *job = data;
  double from;

  if (job->warm)
    job->loop (1);
  if (job->barrier)
    pthread_barrier_wait (job->barrier);
  job->from = now (CLOCK_MONOTONIC);
  from = now (CLOCK_THREAD_CPUTIME_ID);
  job->sum = job->loop (job->n);
  job->nanoseconds = now (CLOCK_THREAD_CPUTIME_ID) - from;
  job->to = now (CLOCK_MONOTONIC);
  return NULL;
}

/* Run JOB on a new thread, and wait for it.  */
static void
run_thread (struct job *job)
{
  pthread_t thread;

  if (pthread_create (&thread, NULL, work, job) != 0)
    abort ();
  pthread_join (thread, NULL);
}

/* On this thread, in its processor time.  */
double
here (loop_fn *loop, int64_t n, double *sum)
{
  struct job job = { .loop = loop, .n = n };

  work (&job);
  *sum = job.sum;
  return job.nanoseconds / n;
}

/* On a thread that Python has not made.  */
double
foreign (loop_fn *loop, int64_t n, double *sum)
{
  struct job job = { .loop = loop, .n = n, .warm = 1 };

  run_thread (&job);
  *sum = job.sum;
  return job.nanoseconds / n;
}

/* A loop that does nothing.  */
static double
nothing (int64_t n)
{
  (void) n;
  return 0;
}

/* The processor time of N threads that run LOOP once each, *SUM becomes the
   sum.  */
static double
threads (loop_fn *loop, int64_t n, double *sum)
{
  double from = now (CLOCK_PROCESS_CPUTIME_ID);

  *sum = 0;
  for (int64_t i = 0; i < n; i++)
    {
      struct job job = { .loop = loop, .n = 1 };

      run_thread (&job);
      *sum += job.sum;
    }
  return now (CLOCK_PROCESS_CPUTIME_ID) - from;
}

/* Each crossing on a thread of its own, whose end counts too, for then its
   thread state goes; what the thread itself costs is not counted.  */
double
fresh (loop_fn *loop, int64_t n, double *sum)
{
  double unused, empty = threads (nothing, n, &unused);

  return (threads (loop, n, sum) - empty) / n;
}

/* On two threads at once, N / 2 crossings each; elapsed time.  */
double
two (loop_fn *loop, int64_t n, double *sum)
{
  pthread_t pair[2];
  struct job jobs[2];
  pthread_barrier_t barrier;

  pthread_barrier_init (&barrier, NULL, 2);
  for (int i = 0; i < 2; i++)
    {
      jobs[i] = (struct job) { .loop = loop, .n = n / 2, .warm = 1,
			       .barrier = &barrier };
      if (pthread_create (&pair[i], NULL, work, &jobs[i]) != 0)
	abort ();
    }
  for (int i = 0; i < 2; i++)
    pthread_join (pair[i], NULL);
  pthread_barrier_destroy (&barrier);
  *sum = jobs[0].sum + jobs[1].sum;
  return ((jobs[0].to > jobs[1].to ? jobs[0].to : jobs[1].to)
	  - (jobs[0].from < jobs[1].from ? jobs[0].from : jobs[1].from))
	 / (n / 2 * 2);
}
