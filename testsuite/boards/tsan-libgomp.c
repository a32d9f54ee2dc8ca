/* tsan-libgomp.c - What ThreadSanitizer is to know of libgomp.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   libgomp waits by system calls that ThreadSanitizer does not see, so that
   without this file each variable of a parallel region is a race.  The
   functions here take the place of those of libgomp that the programs call;
   each calls the one of libgomp and says what happens before what.  A function
   that is missing here makes a report, not silence.  The file is compiled
   without -fsanitize, to a shared object that comes before libgomp.  */

#define _GNU_SOURCE 1
#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void __tsan_acquire (void *);
void __tsan_release (void *);

typedef void body (void *);

/* Return the function NAME of libgomp.  */

static void *
next (const char *name)
{
  void *function = dlsym (RTLD_NEXT, name);

  if (!function)
    {
      fprintf (stderr, "tsan-libgomp.c: there is no %s\n", name);
      abort ();
    }
  return function;
}

/* A parallel region: the threads of the team begin after its caller, which
   goes on after them.  */

struct region
{
  body *fn;
  void *data;
};

/* Run the region P, a struct region, in a thread of the team.  */

static void
run_region (void *p)
{
  struct region *region = p;

  __tsan_acquire (p);
  region->fn (region->data);
  __tsan_release (p);
}

void
GOMP_parallel (body *fn, void *data, unsigned n, unsigned flags)
{
  static void (*real) (body *, void *, unsigned, unsigned);
  struct region region = { fn, data };

  if (!real)
    real = next ("GOMP_parallel");
  __tsan_release (&region);
  real (run_region, &region, n, flags);
  __tsan_acquire (&region);
}

void
GOMP_parallel_sections (body *fn, void *data, unsigned n, unsigned count,
			unsigned flags)
{
  static void (*real) (body *, void *, unsigned, unsigned, unsigned);
  struct region region = { fn, data };

  if (!real)
    real = next ("GOMP_parallel_sections");
  __tsan_release (&region);
  real (run_region, &region, n, count, flags);
  __tsan_acquire (&region);
}

/* Define NAME, a parallel region that is a loop.  */

#define LOOP(NAME)							\
  void									\
  NAME (body *fn, void *data, unsigned n, long first, long end,		\
	long step, long chunk, unsigned flags)				\
  {									\
    static void (*real) (body *, void *, unsigned, long, long, long,	\
			 long, unsigned);				\
    struct region region = { fn, data };				\
									\
    if (!real)								\
      real = next (#NAME);						\
    __tsan_release (&region);						\
    real (run_region, &region, n, first, end, step, chunk, flags);	\
    __tsan_acquire (&region);						\
  }

LOOP (GOMP_parallel_loop_dynamic)
LOOP (GOMP_parallel_loop_guided)
LOOP (GOMP_parallel_loop_nonmonotonic_dynamic)
LOOP (GOMP_parallel_loop_nonmonotonic_guided)

/* Define NAME, a barrier: each thread goes on after all.  ARRIVED stands for
   the barriers of all teams.  */

static char arrived;

#define BARRIER(NAME)				\
  void						\
  NAME (void)					\
  {						\
    static void (*real) (void);			\
						\
    if (!real)					\
      real = next (#NAME);			\
    __tsan_release (&arrived);			\
    real ();					\
    __tsan_acquire (&arrived);			\
  }

BARRIER (GOMP_barrier)
BARRIER (GOMP_loop_end)
BARRIER (GOMP_sections_end)
BARRIER (GOMP_taskwait)

/* Define START and END of a section that one thread is in at a time.  */

#define SECTION(START, END)			\
  static char in_##START;			\
						\
  void						\
  START (void)					\
  {						\
    static void (*real) (void);			\
						\
    if (!real)					\
      real = next (#START);			\
    real ();					\
    __tsan_acquire (&in_##START);		\
  }						\
						\
  void						\
  END (void)					\
  {						\
    static void (*real) (void);			\
						\
    if (!real)					\
      real = next (#END);			\
    __tsan_release (&in_##START);		\
    real ();					\
  }

SECTION (GOMP_critical_start, GOMP_critical_end)
SECTION (GOMP_atomic_start, GOMP_atomic_end)

/* A task.  libgomp copies what it gets, by COPY if that is not NULL.  In what
   the functions here give it, this record stands before the data of the
   task.  */

struct task
{
  body *fn;
  void (*copy) (void *, void *);
  void *data;
  size_t offset;
};

/* Make TO, a struct task and its data, a copy of FROM.  */

static void
copy_task (void *to, void *from)
{
  struct task *task = from;

  memcpy (to, from, sizeof *task);
  task->copy ((char *) to + task->offset, task->data);
}

/* Run the task P.  It begins after what made it, and the barriers are after
   it.  */

static void
run_task (void *p)
{
  struct task *task = p;

  __tsan_acquire (&arrived);
  task->fn ((char *) p + task->offset);
  __tsan_release (&arrived);
}

void
GOMP_task (body *fn, void *data, void (*copy) (void *, void *), long size,
	   long align, bool later, unsigned flags, void **depend,
	   int priority, void *detach)
{
  static void (*real) (body *, void *, void (*) (void *, void *), long, long,
		       bool, unsigned, void **, int, void *);
  size_t least = __alignof__ (struct task);
  size_t unit = (size_t) align > least ? (size_t) align : least;
  size_t offset = (sizeof (struct task) + unit - 1) / unit * unit;
  char *p = aligned_alloc (unit, (offset + size + unit - 1) / unit * unit);
  struct task *task = (struct task *) p;

  if (!real)
    real = next ("GOMP_task");
  if (!p)
    abort ();
  *task = (struct task) { fn, copy, data, offset };
  if (!copy)
    memcpy (p + offset, data, size);
  __tsan_release (&arrived);
  real (run_task, p, copy ? copy_task : NULL, offset + size, unit, later,
	flags, depend, priority, detach);
  free (p);
}
