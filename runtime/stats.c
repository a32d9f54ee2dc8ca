/* stats.c - Counting what blocks cost: OBJMODE_STATS and OBJMODE_TRACE.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A process that asks for neither pays nothing: the core runs each block
   by a function that looks at the clock only if ol_counting_p holds, and
   generated code counts a skip only if the block has a count: see
   plugin/rewrite/guard.cc.

   Any thread may be here, at the end of a crossing and without the GIL.  One
   lock protects the counts and the file of the trace; it is held for a few
   instructions, and while an event is written.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "libobjmode.h"

/* What a block has cost: block->count.  Never freed.  Times are in
   nanoseconds, all threads together.  */
struct count
{
  struct count *next;		/* In the order of first crossings.  */
  const struct __objmode_block *block;
  uint64_t crossings, failures, skips;
  uint64_t copied;		/* In bytes.  */
  int64_t waited, converted, in_python, slowest;
  uint64_t collections;		/* Of all garbage.  */
  int64_t collecting;
};

/* Protects all counts and the file of the trace.  Held for a few
   instructions, or while a line is written; never while the GIL is
   waited for.  */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct count *first, **last = &first;

static int stats;		/* OBJMODE_STATS */
static int counting;

/* Take the lock of the counts before a fork, so that no other thread has it in
   the child, and write what is in the buffer of the trace.  */

void
ol_begin_fork_of_counts (void)
{
  if (!ol_counting ())
    return;
  pthread_mutex_lock (&lock);
  ol_trace_flush ();
}

/* Release the lock of the counts after a fork.  CHILD says that this process is
   the child, which counts from zero, into a file of its own.  */

void
ol_end_fork_of_counts (int child)
{
  if (!ol_counting ())
    return;
  for (struct count *c = child ? first : NULL; c; c = c->next)
    {
      c->crossings = c->failures = c->skips = c->copied = 0;
      c->waited = c->converted = c->in_python = c->slowest = 0;
      c->collections = c->collecting = 0;
    }
  if (child)
    ol_trace_in_child ();
  pthread_mutex_unlock (&lock);
}

/* Return 1 if the environment asks for counts, which ISOLATED, as in
   objmode_config, forbids.  Called once, at the start.  GIL not needed.  */

int
ol_counting_p (int isolated)
{
  const char *wanted = secure_getenv ("OBJMODE_STATS");

  if (ol_environment_ignored (isolated))
    return 0;
  stats = wanted && wanted[0] && strcmp (wanted, "0") != 0;
  if (ol_trace_start (secure_getenv ("OBJMODE_TRACE")) || stats)
    __atomic_store_n (&counting, 1, __ATOMIC_RELEASE);
  return ol_counting ();
}

/* Return 1 if that was so.  Any thread, GIL not needed.  */

int
ol_counting (void)
{
  return __atomic_load_n (&counting, __ATOMIC_ACQUIRE);
}

/* Return the count of BLOCK, made if need be, or NULL without memory.  LOCK
   is held.  */

static struct count *
count_of (struct __objmode_block *block)
{
  struct count *c = block->count;

  if (c || !(c = calloc (1, sizeof *c)))
    return c;
  c->block = block;
  *last = c;
  last = &c->next;
  __atomic_store_n (&block->count, c, __ATOMIC_RELEASE);
  return c;
}

/* BLOCK has been crossed at TIMES.  Any thread, GIL not needed.  */

void
ol_count (struct __objmode_block *block, const struct objmode_times *times)
{
  int64_t whole = times->left - times->start;
  struct count *c;

  pthread_mutex_lock (&lock);
  c = count_of (block);
  if (c)
    {
      c->crossings++;
      c->failures += times->failed != 0;
      c->copied += times->copied;
      c->waited += times->entered - times->start;
      c->in_python += times->returned - times->called;
      c->converted += ((times->called - times->entered)
		       + (times->left - times->returned));
      if (c->slowest < whole)
	c->slowest = whole;
    }
  ol_trace (block, times);
  pthread_mutex_unlock (&lock);
}

/* A view was still held at the end of BLOCK when the young garbage was gone,
   so that all of it was collected, which took TIME nanoseconds.  Any thread,
   GIL not needed.  */

void
ol_count_collection (struct __objmode_block *block, int64_t time)
{
  struct count *c;

  pthread_mutex_lock (&lock);
  c = count_of (block);
  if (c)
    {
      c->collections++;
      c->collecting += time;
    }
  pthread_mutex_unlock (&lock);
}

/* The guards of BLOCK, which has a count, have skipped it.  Any thread, GIL
   not needed.  */

OL_EXPORT void
__objmode_skipped (struct __objmode_block *block)
{
  struct count *c = (block->unit->abi == OBJMODE_ABI
		     ? __atomic_load_n (&block->count, __ATOMIC_ACQUIRE)
		     : NULL);

  if (c)
    __atomic_fetch_add (&c->skips, 1, __ATOMIC_RELAXED);
}

/* Print where BLOCK is, and end the line.  */

static void
print_block (const struct __objmode_block *block)
{
  char *file = ol_printable (block->file);

  ol_complain ("%s:%d (%s)\n", file ? file : "?", (int) block->line,
	       block->function);
  free (file);
}

/* Print the table.  LOCK is held.  */

static void
print_table (void)
{
  ol_complain ("objmode: blocks of process %ld, times in ms\n"
	       "%10s %10s %8s %10s %10s %10s %10s %12s  %s\n",
	       (long) getpid (), "crossings", "skipped", "failed", "GIL wait",
	       "converting", "in Python", "slowest", "bytes copied", "block");
  for (const struct count *c = first; c; c = c->next)
    if (c->crossings != 0 || c->skips != 0)
      {
	ol_complain ("%10llu %10llu %8llu %10.3f %10.3f %10.3f %10.3f %12llu  ",
		     (unsigned long long) c->crossings,
		     (unsigned long long) c->skips,
		     (unsigned long long) c->failures, 1e-6 * c->waited,
		     1e-6 * c->converted, 1e-6 * c->in_python,
		     1e-6 * c->slowest, (unsigned long long) c->copied);
	print_block (c->block);
      }
  for (const struct count *c = first; c; c = c->next)
    if (c->collections != 0)
      {
	ol_complain ("objmode: all garbage was collected %llu times, %.3f ms, "
		     "for views that were still held: ",
		     (unsigned long long) c->collections,
		     1e-6 * c->collecting);
	print_block (c->block);
      }
}

/* The end of the process, after its atexit functions: say what was
   counted.  A block that still runs on another thread is not in it.  */

static void __attribute__ ((destructor))
finish (void)
{
  if (!ol_counting ())
    return;
  pthread_mutex_lock (&lock);
  if (stats)
    print_table ();
  ol_trace_end ();
  pthread_mutex_unlock (&lock);
}
