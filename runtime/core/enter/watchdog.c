/* watchdog.c - OBJMODE_WATCHDOG.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A thread of its own looks several times in the limit whether an entry waits
   for the GIL longer than that, and tells which threads wait and which are
   inside.  It needs no Python.

   The watchdog's thread never holds the GIL.  It takes the lock of threads.c
   while it looks at their records, in which it reads atomic words only.  */

#include "enter/enter.h"
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* How long an entry may wait, in nanoseconds.  */
static int64_t limit;

/* A message is enough.  */
static int only_warns;

/* What a report is made of.  */
struct report
{
  int64_t now;
  char text[4096];
  size_t length;
  int holders;
};

/* Append FORMAT to the text of R.  */

static void __attribute__ ((format (printf, 2, 3)))
add (struct report *r, const char *format, ...)
{
  size_t room = sizeof r->text - r->length;
  va_list list;
  int n;

  va_start (list, format);
  n = vsnprintf (r->text + r->length, room, format, list);
  va_end (list);
  if (n > 0)
    r->length += (size_t) n < room ? (size_t) n : room - 1;
}

/* Append to R that thread T, which DOES something, does it in BLOCK, NULL
   being something else than a block, or in HOLD, if that is not NULL.  */

static void
add_thread (struct report *r, const char *does, const struct om_thread *t,
	    const struct __objmode_block *block,
	    const struct __objmode_hold *hold)
{
  add (r, "  thread %ld %s", (long) t->tid, does);
  if (block)
    add (r, " in the block at %s:%d in '%s'", block->file, (int) block->line,
	 block->function);
  if (hold)
    add (r, "%s OBJMODE_HOLD at %s:%d in '%s'", block ? ", in" : " in",
	 hold->file, (int) hold->line, hold->function);
  add (r, "\n");
}

/* Return the block of T, another thread that may be entering one.  */

static const struct __objmode_block *
block_of (const struct om_thread *t)
{
  return __atomic_load_n (&t->block, __ATOMIC_RELAXED);
}

/* om_each_thread's callback: add T to DATA, a struct report, if it has waited
   too long and that has not been told.  */

static int
add_waiter (struct om_thread *t, void *data)
{
  struct report *r = data;
  int64_t since = __atomic_load_n (&t->waits_since, __ATOMIC_ACQUIRE);

  if (since == 0 || r->now - since < limit || t->reported == since)
    return 0;
  t->reported = since;
  add_thread (r, "waits for the GIL", t, block_of (t), NULL);
  return 0;
}

/* om_each_thread's callback: add T to DATA, a struct report, if it is inside
   Python or has OBJMODE_HOLD, and does not wait.  */

static int
add_holder (struct om_thread *t, void *data)
{
  struct report *r = data;
  const struct __objmode_hold *held
    = __atomic_load_n (&t->held, __ATOMIC_ACQUIRE);
  int inside = __atomic_load_n (&t->inside, __ATOMIC_ACQUIRE) != NULL;

  if (__atomic_load_n (&t->waits_since, __ATOMIC_ACQUIRE) != 0
      || !(inside || held))
    return 0;
  add_thread (r, held ? "holds the GIL" : "is inside Python", t,
	      inside ? block_of (t) : NULL, held);
  r->holders++;
  return 0;
}

/* Report the threads that wait too long at NOW, if there are any.  */

static void
look (int64_t now)
{
  struct report r = { .now = now };
  long holder = 0;

  om_each_thread (add_waiter, &r);
  if (r.length == 0)
    return;
  om_each_thread (add_holder, &r);
  if (r.holders == 0)
    {
      holder = om_holder_thread ();
      if (holder)
	add (&r, "  thread %ld holds the GIL but is not in a block\n", holder);
      else
	add (&r, "  a thread that is not in a block holds the GIL\n");
    }
  om_request->complain ("libobjmode: OBJMODE_WATCHDOG: could not get the GIL "
			"for %g s\n%s", limit / 1e9, r.text);
  if (!only_warns)
    abort ();
}

/* The thread.  */

static void *
watch (void *unused)
{
  int64_t step = limit / 4 < 500000000 ? limit / 4 : 500000000;
  struct timespec time = { 0, step };

  (void) unused;
  for (;;)
    {
      nanosleep (&time, NULL);
      look (om_now ());
    }
  return NULL;
}

/* Start a thread that runs FUNCTION with ARGUMENT and gets no signal.  Store it
   in *THREAD.  Return 0, or an error number.  */

int
om_start_thread (pthread_t *thread, void *(*function) (void *),
		 void *argument)
{
  sigset_t all, old;
  int result;

  sigfillset (&all);
  pthread_sigmask (SIG_SETMASK, &all, &old);
  result = pthread_create (thread, NULL, function, argument);
  pthread_sigmask (SIG_SETMASK, &old, NULL);
  return result;
}

/* Start the watchdog if the environment asks for it.  */

void
om_watchdog_init (void)
{
  const char *text = secure_getenv ("OBJMODE_WATCHDOG");
  char *end = NULL;
  double seconds = text && !om_request->isolated ? strtod (text, &end) : 0;
  pthread_t thread;

  if (!end || !text[0])
    return;
  only_warns = strcmp (end, ",warn") == 0;
  if (end == text || (*end && !only_warns) || !(seconds >= 0 && seconds < 1e9))
    om_request->complain ("libobjmode: OBJMODE_WATCHDOG=%s is not a number of "
			  "seconds, optionally followed by ',warn'\n", text);
  else
    limit = seconds * 1e9;
  if (limit == 0)
    return;
  if (om_start_thread (&thread, watch, NULL) != 0)
    return;
  pthread_detach (thread);
  om_be_careful (OM_WATCH);
}
