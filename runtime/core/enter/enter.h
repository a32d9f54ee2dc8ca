/* enter.h - Entering and leaving Python.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* An entry is a record on the C stack.  om_enter fills it in and takes the
   GIL, unless the thread holds it; om_leave undoes exactly that.  Any thread
   may enter.  The usual way is inline, takes no lock but the GIL, and looks
   at no more than the words that say that everything is as usual
   (om_ready_state, om_caution).  */

#ifndef OBJMODE_ENTER_H
#define OBJMODE_ENTER_H 1

#include "enter/thread.h"

#pragma GCC visibility push (hidden)

/* In a function that calls Python: no exception of C++ leaves it, for Python is
   C and would stay in the middle of what it does.  */
#if defined __x86_64__ || defined __aarch64__
# define OM_NO_UNWIND()							\
  __asm__ volatile (".cfi_personality 0x1b, om_no_unwind")
#else
# define OM_NO_UNWIND() ((void) 0)
#endif

/* careful.c */
extern int om_enter_carefully (struct om_entry *,
			       const struct __objmode_block *, int x87);
extern void om_leave_carefully (struct om_entry *);
extern void om_take_gil (PyThreadState *);
extern void om_begin_wait (void);
extern void om_end_wait (void);

/* gil.c */
extern void om_save_exception (struct om_entry *);
extern void om_retain (objmode_object *);
extern void om_release (objmode_object *);
extern void *om_pause (void);
extern void om_resume (void *);

/* gil-hold.c */
extern int om_hold_begin (struct __objmode_hold *);
extern void om_hold_end (struct __objmode_hold *);

/* available.c */
extern int om_gil_available_p (int seconds);

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
  if (OM_UNLIKELY (om_cautions () != 0 || entry->outer
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
      __atomic_store_n (&self->block, block, __ATOMIC_RELAXED);
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

/* Take the GIL as om_enter_hosted does, if it is not known whose the
   interpreter is.  */

static inline int
om_enter_x87 (struct om_entry *entry, const struct __objmode_block *block,
	      int x87)
{
  return om_enter_hosted (entry, block, x87, 1);
}

/* Take the GIL as om_enter_hosted does, for something else than a block.  */

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

/* Undo ENTRY, of which it is not known whether the x87 was saved.  No exception
   is set.  */

static inline void
om_leave (struct om_entry *entry)
{
  om_leave_x87 (entry, 1);
}

/* Python is about to call a C function from FUNCTION, in whose frame CALL is:
   this thread is outside of Python until om_end_call.  GIL not needed.  */

static inline void
om_begin_call (struct om_call *call, const void *function)
{
  struct om_thread *self = &om_self;

  call->outer = self->calls;
  call->inside = self->inside;
  call->held = self->held;
  call->block = self->block;
  call->function = function;
  call->exception = NULL;
  if (OM_UNLIKELY (om_stack_low_p (self, call)))
    om_check_call (self, call);
  else
    self->room = ((uintptr_t) call - self->floor) & om_jumps_seen;
  self->calls = call;
  self->calling = call->block;
  self->inside = NULL;
  self->held = NULL;
}

/* The C function has returned to CALL.  What it has entered has been left, or
   the process ends with a message.  Return the OBJMODE_HOLD that is to be
   HELD again when the GIL has been taken.  GIL not needed.  */

static inline const struct __objmode_hold *
om_end_call (struct om_call *call)
{
  struct om_thread *self = &om_self;

  if (OM_UNLIKELY (self->calls != call || self->inside || self->held))
    om_not_innermost (self);
  self->calls = call->outer;
  __atomic_store_n (&self->block, call->block, __ATOMIC_RELAXED);
  self->inside = call->inside;
  if (OM_UNLIKELY (call->outer))
    {
      self->calling = call->outer->block;
      om_set_room (self);
    }
  else
    self->room = self->all_room;
  return call->held;
}

#pragma GCC visibility pop

#endif /* OBJMODE_ENTER_H */
