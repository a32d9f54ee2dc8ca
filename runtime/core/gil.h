/* gil.h - Entering and leaving Python.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#ifndef OBJMODE_GIL_H
#define OBJMODE_GIL_H 1

#include "internal.h"
#include <errno.h>
#include <fenv.h>
#include <pthread.h>

#pragma GCC visibility push (hidden)

/* In a function that calls Python: no exception of C++ leaves it, for Python is
   C and would stay in the middle of what it does.  */
#if defined __x86_64__ || defined __aarch64__
# define OM_NO_UNWIND()							\
  __asm__ volatile (".cfi_personality 0x1b, om_no_unwind")
#else
# define OM_NO_UNWIND() ((void) 0)
#endif

/* The floating-point environment at the entry.  */
struct om_fp
{
#if defined __x86_64__
  unsigned mxcsr;
  unsigned short control, status;	/* Of the x87.  */
#endif
  fenv_t env;
};

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
};

/* What an entry found that om_leave has to heed: most find nothing.  */
enum om_undo
{
  OM_UNDO_CANCEL = 1,		/* Cancellation was enabled.  */
  OM_UNDO_SIGPIPE = 2,		/* SIGPIPE is guarded.  */
  OM_UNDO_BLOCK = 4,		/* OUTER_BLOCK was what ran.  */
  OM_UNDO_EXCEPTION = 8,	/* TYPE, VALUE, TRACEBACK were set.  */
  OM_UNDO_FP = 16,		/* FP.ENV is to be put back.  */
  OM_X87 = 32,			/* FP.STATUS was read.  */
  OM_NESTED = 64,		/* The thread held the GIL already.  */
  OM_UNDO_SELDOM = 31		/* All but the last two.  */
};

/* What is known of a thread that has entered Python.  */
struct om_thread
{
  PyThreadState *state;		/* Its own thread state, NULL if it has none
				   or the host's.  */
  uintptr_t floor, room;	/* What of its stack is enough for a block:
				   the lowest address, and bytes above.  */
  uintptr_t stack;		/* The lowest address of its stack, 0 while
				   that is not known; and the end.  */
  uintptr_t stack_end;
  struct om_entry *inside;	/* The innermost entry, NULL while C runs.  */
  const struct __objmode_block *block;	/* What was entered last, or NULL.  */
  const struct __objmode_hold *held;	/* The outermost OBJMODE_HOLD, NULL
				   while the GIL is given up inside it.  */
  const struct __objmode_hold *paused;	/* HELD before om_pause.  */
  const char *refusal;		/* Why om_enter has failed.  */
  int64_t waits_since;		/* In nanoseconds, 0: it does not wait.  */
  int64_t reported;		/* WAITS_SINCE of a wait already told of.  */
  pid_t tid;			/* 0 until it is in the list.  */
  int *errno_place;		/* Of its errno, from then on.  */
  const struct __objmode_var *returned;	/* The value of a `return' that is
				   being converted, and its line.  */
  int returned_line;
  PyThreadState *ready;		/* OM_STATE_STAYS: STATE, or the host's that is
				   known until it is cleared, or NULL.  */
  struct om_known *known;	/* What tells that, not a reference.  */
  const struct om_entry *checked;	/* An entry that was looked at, and what
					   it was inside of: not again.  */
  const struct om_entry *checked_outer;
  struct om_thread *next, *previous;	/* In the list of threads.c.  */
};

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

extern unsigned om_caution;

/* From now on be careful because of WHY, of enum om_caution.  Any thread, GIL
   not needed.  */

static inline void
om_be_careful (unsigned why)
{
  __atomic_fetch_or (&om_caution, why, __ATOMIC_RELAXED);
}

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

extern int om_enter_carefully (struct om_entry *,
			       const struct __objmode_block *, int x87);
extern void om_leave_carefully (struct om_entry *);
extern void om_take_gil (PyThreadState *);
extern void om_begin_wait (void);
extern void om_end_wait (void);
extern int om_thread_init (void);
extern int om_enlist (struct om_thread *);
extern PyThreadState *om_attach (struct om_thread *);
extern void om_know_host_state (struct om_thread *, PyThreadState *);
extern int om_others_inside_p (void);
extern int om_each_thread (int (*) (struct om_thread *, void *), void *);
extern void om_push_leftover (struct om_leftover *);
extern int om_careful_init (void);
extern int om_ended_p (void);
extern void om_guard_pipes (void);
extern void om_unguard_pipes (void);
extern void om_guard_pipes_in_child (void);
extern void om_begin_write (void);
extern void om_end_write (void);
extern int om_keep_first_state (PyThreadState *);
extern void om_mend_main_thread (void);
extern void om_find_places (void);
extern void om_watchdog_init (void);
extern int om_start_thread (pthread_t *, void *(*) (void *), void *);
extern int om_hold_begin (struct __objmode_hold *);
extern void om_hold_end (struct __objmode_hold *);
extern int om_gil_available_p (int seconds);
extern void om_forget_threads (void);
extern void om_collect_leftovers (void);
extern void om_forget_leftovers (void);
extern PyInterpreterState *om_main_interpreter;
extern void om_save_exception (struct om_entry *);
extern void om_default_fp (struct om_fp *);
extern void om_restore_x87 (unsigned);
extern unsigned om_clear_x87 (void);
extern int om_end_x87 (unsigned);
extern void om_retain (objmode_object *);
extern void om_release (objmode_object *);
extern void om_release_later (objmode_object *);
extern void *om_pause (void);
extern void om_resume (void *);

/* Save the floating-point environment in FP and install the default one
   if another one is there.  Return what om_leave_fp has to know, of enum
   om_undo.  To read MXCSR or the status of the x87, which is its flags, takes
   a few nanoseconds each, so the latter is read only if X87: CPython does not
   use it, NumPy may.  */

static inline unsigned
om_enter_fp (struct om_fp *fp, int x87)
{
#if defined __x86_64__
  /* Not the builtins, which have it in memory twice.  */
  __asm__ volatile ("stmxcsr %0" : "=m" (fp->mxcsr));
  __asm__ volatile ("fnstcw %0" : "=m" (fp->control));
  if (x87)
    __asm__ volatile ("fnstsw %0" : "=m" (fp->status));
  if (OM_UNLIKELY ((fp->mxcsr & ~0x3fu) != 0x1f80
		   || fp->control != 0x37f))
    {
      om_default_fp (fp);
      return OM_UNDO_FP;
    }
  return x87 ? OM_X87 : 0;
#else
  (void) x87;
  om_default_fp (fp);
  return OM_UNDO_FP;
#endif
}

/* Put back what om_enter_fp, which has returned UNDO among other bits, saved
   in FP, the flags included.  */

static inline void
om_leave_fp (struct om_fp *fp, unsigned undo)
{
  if (OM_UNLIKELY (undo & OM_UNDO_FP))
    {
      fesetenv (&fp->env);
      return;
    }
#if defined __x86_64__
  /* Writing is cheaper than looking whether it is needed.  */
  __asm__ volatile ("ldmxcsr %0" : : "m" (fp->mxcsr));
  if (undo & OM_X87)
    {
      unsigned short status;
      __asm__ volatile ("fnstsw %0" : "=m" (status));
      if (OM_UNLIKELY ((status ^ fp->status) & 0x3f))
	om_restore_x87 (fp->status);
    }
#endif
}

/* How the thread rounds and what traps, but no flags: those that a C function
   raises are nothing to Python.  */
struct om_control
{
#if defined __x86_64__
  unsigned mxcsr;
  unsigned short x87;
#else
  fenv_t env;
#endif
};

/* Save what a C function may change in CONTROL.  */

static inline void
om_save_control (struct om_control *control)
{
#if defined __x86_64__
  control->mxcsr = __builtin_ia32_stmxcsr ();
  __asm__ volatile ("fnstcw %0" : "=m" (control->x87));
#else
  fegetenv (&control->env);
#endif
}

/* Put back CONTROL.  */

static inline void
om_restore_control (const struct om_control *control)
{
#if defined __x86_64__
  unsigned short x87;

  if (OM_UNLIKELY ((__builtin_ia32_stmxcsr () ^ control->mxcsr) & ~0x3fu))
    __builtin_ia32_ldmxcsr (control->mxcsr);
  __asm__ volatile ("fnstcw %0" : "=m" (x87));
  if (OM_UNLIKELY (x87 != control->x87))
    __asm__ volatile ("fldcw %0" : : "m" (control->x87));
#else
  fesetenv (&control->env);
#endif
}

/* Return 1 if this thread, SELF, is about to have no stack left, or runs on
   another one; HERE is a variable of the function that asks.  */

static inline int
om_stack_low_p (const struct om_thread *self, const void *here)
{
  return (uintptr_t) here - self->floor >= self->room;
}

/* Return the thread state with which SELF, this thread, enters Python: its own,
   or the host's.  That may be another one each time, but inside of
   OBJMODE_HOLD, which keeps it.  HOSTED: there may be one that is the host's.
   NULL if it is to be looked for with care: the thread or the state is new, or
   it might be a subinterpreter's.  GIL not needed, OM_NO_PLACES not set.  */

static inline __attribute__ ((always_inline)) PyThreadState *
om_ready_state (const struct om_thread *self, int hosted)
{
#if OM_STATE_STAYS
  if (hosted && OM_UNLIKELY (om_head_at_place () != om_main_interpreter))
    return NULL;
  return __atomic_load_n (&self->ready, __ATOMIC_RELAXED);
#else
  if (OM_LIKELY (self->state) || !hosted)
    return self->state;
  if (self->held)
    return self->held->reserved[0];
  if (OM_UNLIKELY (self->tid == 0
		   || om_head_at_place () != om_main_interpreter))
    return NULL;
  return PyGILState_GetThisThreadState ();
#endif
}

/* Take the GIL for this thread, unless it holds it, for BLOCK or, if that
   is NULL, for something else.  Return 1; or 0 if Python cannot be
   entered, of which om_self.refusal tells the reason: then nothing is to be
   left.  X87 is as in om_enter_fp, HOSTED as in om_ready_state.  GIL not
   needed.  */

static inline __attribute__ ((always_inline)) int
om_enter_hosted (struct om_entry *entry, const struct __objmode_block *block,
		 int x87, int hosted)
{
  struct om_thread *self = &om_self;
  PyThreadState *state;

  entry->outer = self->inside;
  if (OM_UNLIKELY (om_caution != 0 || entry->outer
		   || om_stack_low_p (self, entry)
		   || !(state = om_ready_state (self, hosted))))
    {
      if (!om_enter_carefully (entry, block, x87))
	return 0;
      state = entry->state;
    }
  else
    {
      entry->saved_errno = *self->errno_place;
      __atomic_store_n (&self->inside, entry, __ATOMIC_RELAXED);
      self->block = block;
      entry->undo = om_enter_fp (&entry->fp, x87);
      if (OM_UNLIKELY (om_current_at_place () == state))
	entry->undo |= OM_NESTED;
      else
	PyEval_RestoreThread (state);
    }
  if (OM_UNLIKELY (om_exception_p (state)))
    om_save_exception (entry);
  return 1;
}

/* The same where the interpreter may be anyone's.  */

static inline int
om_enter_x87 (struct om_entry *entry, const struct __objmode_block *block,
	      int x87)
{
  return om_enter_hosted (entry, block, x87, 1);
}

/* The same for everything but blocks.  */

static inline int
om_enter (struct om_entry *entry)
{
  return om_enter_x87 (entry, NULL, 1);
}

/* Undo ENTRY; X87 is as at its entry, 1 if that is not known.  No exception
   is set.  */

static inline void
om_leave_x87 (struct om_entry *entry, int x87)
{
  unsigned undo = entry->undo;

  if (OM_UNLIKELY (undo & OM_UNDO_SELDOM))
    {
      om_leave_carefully (entry);
      return;
    }
  if (OM_LIKELY (!(undo & OM_NESTED)))
    PyEval_SaveThread ();
  om_leave_fp (&entry->fp, x87 ? undo & OM_X87 : 0);
  /* An entry inside of another one is among the seldom ones.  */
  __atomic_store_n (&om_self.inside, NULL, __ATOMIC_RELAXED);
  *om_self.errno_place = entry->saved_errno;
}

/* The same of an entry of which X87 is not known.  */

static inline void
om_leave (struct om_entry *entry)
{
  om_leave_x87 (entry, 1);
}

#pragma GCC visibility pop

#endif /* OBJMODE_GIL_H */
