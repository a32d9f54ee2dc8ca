/* guards.c - What a guard costs that skips its block, beside the same written
   by hand: guards ROUNDS

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   A line for each guard: its name, what it costs by hand and what as a guard;
   and one for a block without guard that does nothing.  All in nanoseconds
   for each turn of a loop, less those of the loop; medians.  With -DLIBRARY
   it is a shared library.  */

#define _GNU_SOURCE 1
#include <objmode.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { TURNS = 100000, LOOPS = 8 };
static volatile long sink;
static long runs;

/* What the program says by hand.  */
__attribute__ ((noipa)) static void
action (void)
{
  runs++;
}

/* Return the nanoseconds of CLOCK.  */
static double
now (clockid_t clock)
{
  struct timespec t;

  clock_gettime (clock, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

/* The guard interval (SECONDS), whose state is *NEXT, by hand.  */
static inline int
due (double *next, double seconds)
{
  double t = now (CLOCK_MONOTONIC);

  if (t < *next)
    return 0;
  *next = t + seconds * 1e9;
  return 1;
}

#define LOOP(NAME, ...) \
  __attribute__ ((noipa)) static void \
  NAME (long n, double seconds) \
  { \
    (void) n; \
    (void) seconds; \
    for (long i = 0; i < TURNS; i++) \
      { \
	sink = i; \
	__VA_ARGS__ \
      } \
  }

LOOP (nothing, )
LOOP (every_by_hand,
      static _Thread_local long count;
      if (count > 0)
	count--;
      else
	{
	  count = n - 1;
	  action ();
	})
LOOP (every_guard,
      with_objmode (every (n)) { "pass"; })
LOOP (once_by_hand,
      static atomic_int done;
      if (!atomic_load_explicit (&done, memory_order_acquire))
	{
	  action ();
	  atomic_store_explicit (&done, 1, memory_order_release);
	})
LOOP (once_guard,
      with_objmode (once) { "pass"; })
LOOP (interval_by_hand,
      static double next;
      if (due (&next, seconds))
	action ();)
LOOP (interval_guard,
      with_objmode (interval (seconds)) { "pass"; })
LOOP (crossing,
      with_objmode () { "pass"; })

/* Compare the numbers at P and Q.  */
static int
compare (const void *p, const void *q)
{
  double u = *(const double *) p, v = *(const double *) q;

  return (u > v) - (u < v);
}

#ifdef LIBRARY
# define main guards_main
#endif
int
main (int argc, char **argv)
{
  static void (*const loops[LOOPS]) (long, double)
    = { nothing, every_by_hand, every_guard, once_by_hand, once_guard,
	interval_by_hand, interval_guard, crossing };
  static const char *const names[]
    = { "every", "once", "interval", "crossing" };
  int rounds = argc > 1 ? atoi (argv[1]) : 1;
  double *times[LOOPS], median[LOOPS];

  for (int k = 0; k < LOOPS; k++)
    times[k] = calloc (rounds, sizeof (double));
  /* The first round runs each block.  */
  for (int r = -1; r < rounds; r++)
    for (int k = 0; k < LOOPS; k++)
      {
	double from = now (CLOCK_THREAD_CPUTIME_ID);

	loops[k] (1L << 40, 1e6);
	if (r >= 0)
	  times[k][r] = (now (CLOCK_THREAD_CPUTIME_ID) - from) / TURNS;
      }
  if (runs != 3)
    return 1;
  for (int k = 0; k < LOOPS; k++)
    {
      qsort (times[k], rounds, sizeof (double), compare);
      median[k] = times[k][rounds / 2];
    }
  for (int k = 1; k < LOOPS; k += 2)
    printf ("%s %.2f %.2f\n", names[k / 2], median[k] - median[0],
	    median[k < LOOPS - 1 ? k + 1 : k] - median[0]);
  return 0;
}
