/* thread.h - What is known of a thread, and of its entries.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Each thread has one record, om_self, which it alone writes but for what
   threads.c says; other threads read a few members of it, as atomic words.  */

#ifndef OBJMODE_THREAD_H
#define OBJMODE_THREAD_H 1

#include "enter/fp.h"
#include "enter/places.h"
#include <pthread.h>

#pragma GCC visibility push (hidden)

/* An entry, from om_enter to om_leave.  */
struct om_entry
{
  PyThreadState *state;		/* Valid after om_enter_carefully.  */
  struct om_entry *outer;	/* That this thread is inside of.  */
  const struct __objmode_block *outer_block;	/* Valid if UNDO says so.  */
  unsigned undo;		/* Of enum om_undo.  */
  int saved_errno;
  PyObject *type, *value, *traceback;	/* Valid if UNDO says so.  */
  struct om_fp fp;
  uintptr_t stack;		/* Valid if UNDO says OM_IN_BODY: the stack
				   pointer of the function with the body.  */
};

/* A call of a C function by Python, while which the thread is outside of
   Python.  The record is on the stack.  */
struct om_call
{
  struct om_call *outer;	/* The call that this one was made in.  */
  struct om_entry *inside;	/* What the thread was inside of.  */
  const struct __objmode_hold *held;
  const struct __objmode_block *block;	/* Whose text called, or NULL.  */
  const void *function;		/* Which has the record in its frame.  */
  PyObject *exception;		/* Of a Python function that the C function has
				   called, a reference; or NULL.  */
};

/* What longjmp has left.  */
struct om_left
{
  const char *what;		/* "block" or "OBJMODE_HOLD".  */
  const char *file, *function;	/* FILE is NULL if nothing was left.  */
  int line;
};

/* What is known of a thread that has entered Python.  */
struct om_thread
{
  PyThreadState *state;		/* Its own thread state, NULL if it has none
				   or the host's.  */
  uintptr_t floor, room;	/* What of its stack is enough for a block:
				   the lowest address, and bytes above.  Inside
				   of a call it is what lies below that.  */
  uintptr_t all_room;		/* ROOM outside of calls.  */
  uintptr_t stack;		/* The lowest address of its stack, 0 while
				   that is not known; and the end.  */
  uintptr_t stack_end;
  struct om_entry *inside;	/* The innermost entry, NULL while C runs.  */
  struct om_call *calls;	/* The innermost call.  */
  const struct __objmode_block *calling;	/* The block of that call.  */
  struct om_left left;
  const struct __objmode_block *block;	/* What was entered last, or NULL.  */
  const struct __objmode_hold *held;	/* The outermost OBJMODE_HOLD, NULL
				   while the GIL is given up inside it.  */
  const struct __objmode_hold *paused;	/* HELD before om_pause.  */
  const char *refusal;		/* Why om_enter has failed.  */
  int64_t waits_since;		/* In nanoseconds, 0: it does not wait.  */
  int64_t reported;		/* WAITS_SINCE of a wait already told of.  */
  pid_t tid;			/* 0 until it is in the list.  */
  int *errno_place;		/* Of its errno, from then on.  */
  PyThreadState *ready;		/* OM_STATE_STAYS: STATE, or the host's that is
				   known until it is cleared, or NULL.  */
  struct om_known *known;	/* What tells that, not a reference.  */
  const void *checked;	/* An entry or a call that was looked at, and the
					   entry or the call that it was inside
					   of: not again.  */
  const void *checked_outer;
  struct om_thread *next, *previous;	/* In the list of threads.c.  */
};

/* threads.c */
extern _Thread_local struct om_thread om_self
  __attribute__ ((tls_model ("initial-exec")));

/* What makes entries go the careful way.  */
enum om_caution
{
  OM_MAY_HAVE_ENDED = 1,	/* The interpreter is the host's, or its
				   atexit functions have run.  */
  OM_NO_PYTHON = 2,		/* A child of fork that can have none.  */
  OM_INTERPRETERS = 4,		/* There were subinterpreters.  */
  OM_CANCEL = 8,		/* Threads may be cancelled.  */
  OM_SIGPIPE = 16,		/* Python has pipes or sockets.  */
  OM_WATCH = 32,		/* The watchdog.  */
  OM_LEFTOVERS = 64,		/* There are some.  */
  OM_NO_PLACES = 128		/* CPython's words were not found (yet).  */
};

/* caution.c */
extern unsigned om_caution;

/* Return the bits that are set.  Any thread, GIL not needed.  */

static inline unsigned
om_cautions (void)
{
  return __atomic_load_n (&om_caution, __ATOMIC_RELAXED);
}

/* From now on be careful because of WHY, of enum om_caution.  Any thread, GIL
   not needed.  */

static inline void
om_be_careful (unsigned why)
{
  __atomic_fetch_or (&om_caution, why, __ATOMIC_RELAXED);
}

/* frames.c */
extern uintptr_t om_jumps_seen;
extern void om_check_frames (struct om_thread *, const struct om_entry *,
			     const struct __objmode_block *);
extern void om_check_call (struct om_thread *, const struct om_call *);
extern _Noreturn void om_not_innermost (const struct om_thread *);
extern _Noreturn void om_hold_was_left (const struct __objmode_hold *);
extern void om_jump (uintptr_t target, uintptr_t here);

/* careful.c */

/* This thread's entry while it forks.  It is in no frame.  */
extern _Thread_local struct om_entry om_fork_entry
  __attribute__ ((tls_model ("initial-exec")));

/* What threads without the GIL left to be done by the next entry.  */
struct om_leftover
{
  struct om_leftover *next;
  PyThreadState *state;		/* Of a thread that has ended, or NULL.  */
  PyObject *object;		/* A reference to drop, or NULL.  */
};

/* threads.c */
extern PyInterpreterState *om_main_interpreter;
extern int om_thread_init (void);
extern int om_enlist (struct om_thread *);
extern PyThreadState *om_attach (struct om_thread *);
extern void om_know_host_state (struct om_thread *, PyThreadState *);
extern int om_keep_first_state (PyThreadState *);
extern void om_forget_threads (void);
extern int om_each_thread (int (*) (struct om_thread *, void *), void *);
extern int om_others_inside_p (void);

/* leftovers.c */
extern void om_push_leftover (struct om_leftover *);
extern void om_collect_leftovers (void);
extern void om_forget_leftovers (void);
extern void om_release_later (objmode_object *);

/* ended.c */
extern pid_t om_starter;
extern void om_exit_in_child (void);
extern int om_begin_end (void);
extern void om_wait_for_last_blocks (int ms);
extern void om_end (void);
extern int om_ended_p (void);

/* watchdog.c */
extern void om_watchdog_init (void);
extern int om_start_thread (pthread_t *, void *(*) (void *), void *);

/* sigpipe.c */
extern void om_guard_pipes (void);
extern void om_unguard_pipes (void);
extern void om_guard_pipes_in_child (void);
extern void om_begin_write (void);
extern void om_end_write (void);
extern int om_careful_init (void);

/* Set what of the stack of SELF, this thread, is enough for the usual way of an
   entry.  The record of a call has all frames of the C function below it, so
   that an entry above it shows that the call was left by longjmp.  If the core
   is not told of longjmp each entry inside of a call is looked at.  */

static inline void
om_set_room (struct om_thread *self)
{
  uintptr_t below = (uintptr_t) self->calls - self->floor;

  self->room = self->all_room;
  if (self->calls)
    self->room = below < self->room ? below & om_jumps_seen : 0;
}

/* Return 1 if this thread, SELF, is about to have no stack left, or runs on
   another one; HERE is a variable of the function that asks.  */

static inline int
om_stack_low_p (const struct om_thread *self, const void *here)
{
  return (uintptr_t) here - self->floor >= self->room;
}

#pragma GCC visibility pop

#endif /* OBJMODE_THREAD_H */
