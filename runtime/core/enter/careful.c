/* careful.c - Entering Python when something is out of the ordinary.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* An entry comes here if the thread is new or nested, if its stack is nearly
   used up, if something set a bit of om_caution, or if a signal handler may
   have interrupted Python.  Any thread may be here; it does not hold the GIL
   yet, unless the entry is nested.  The lock of threads.c is taken when a
   thread is new.  */

#include "enter/enter.h"
#include <pthread.h>

_Thread_local struct om_entry om_fork_entry
  __attribute__ ((tls_model ("initial-exec")));

/* Return 1 if this thread has come from a subinterpreter.  HELD: it holds the
   GIL of the main one; else only what can be seen without is looked at.  */

static int
in_subinterpreter_p (int held)
{
  PyInterpreterState *main_one = PyInterpreterState_Main ();
  PyInterpreterState *i = PyInterpreterState_Head ();
  PyThreadState *current;

  /* The latest one is the first.  */
  if (i == main_one)
    return 0;
  if (!held)
    {
      current = om_last_state ();
      return (current && current->interp != main_one
	      && current->thread_id == PyThread_get_thread_ident ());
    }
  for (; i; i = PyInterpreterState_Next (i))
    if (i != main_one)
      for (PyThreadState *t = PyInterpreterState_ThreadHead (i); t;
	   t = PyThreadState_Next (t))
	if (t->thread_id == PyThread_get_thread_ident ()
	    && om_state_runs_p (t))
	  return 1;
  return 0;
}

/* Return what keeps this thread, SELF, out of Python, or NULL.  GIL not
   needed.  */

static const char *
reason_to_refuse (struct om_thread *self)
{
  if (om_cautions () & OM_NO_PYTHON)
    return ("another thread held the GIL when this process was forked");
  if ((om_cautions () & OM_MAY_HAVE_ENDED) && om_ended_p ())
    return "Python has been finalized";
  if (self->tid == 0 && om_enlist (self) != 0)
    return "out of memory for the data of this thread";
  if (om_stack_low_p (self, &self) && om_request->stack_low_p (&self))
    return ("this thread has too little stack left for Python "
	    "(OBJMODE_MIN_STACK)");
  if (in_subinterpreter_p (0))
    return "blocks cannot run in a subinterpreter";
  return NULL;
}

/* Tell the watchdog that this thread waits for the GIL from now on.  */

void
om_begin_wait (void)
{
  if (om_cautions () & OM_WATCH)
    __atomic_store_n (&om_self.waits_since, om_now (), __ATOMIC_RELEASE);
}

/* Tell the watchdog that this thread does not wait for the GIL any more.  */

void
om_end_wait (void)
{
  if (om_cautions () & OM_WATCH)
    __atomic_store_n (&om_self.waits_since, 0, __ATOMIC_RELEASE);
}

/* Take the GIL with STATE, which this thread does not hold, in view of the
   watchdog.  */

void
om_take_gil (PyThreadState *state)
{
  om_begin_wait ();
  PyEval_RestoreThread (state);
  om_end_wait ();
}

/* Take the GIL as om_enter_x87 does, with the same arguments and result, in all
   cases but the usual one.  ENTRY->outer is set.  */

OM_COLD int
om_enter_carefully (struct om_entry *entry,
		    const struct __objmode_block *block, int x87)
{
  struct om_thread *self = &om_self;
  int old;

  entry->saved_errno = errno;
  self->refusal = reason_to_refuse (self);
  if (self->left.file || entry->outer || self->calls)
    om_check_frames (self, entry, block);
  if (self->refusal)
    return 0;
  entry->state = self->state ? self->state : om_attach (self);
  if (!entry->state)
    {
      self->refusal = "out of memory for the thread state";
      return 0;
    }
  entry->outer_block = self->block;
  entry->undo = OM_UNDO_BLOCK;
  if ((om_cautions () & OM_CANCEL)
      && pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &old) == 0
      && old == PTHREAD_CANCEL_ENABLE)
    entry->undo |= OM_UNDO_CANCEL;
  if ((om_cautions () & OM_SIGPIPE) && !entry->outer)
    {
      om_guard_pipes ();
      entry->undo |= OM_UNDO_SIGPIPE;
    }
  /* It must not end before this one.  */
  if (entry->outer)
    entry->outer->undo |= OM_UNDO_ORDER;
  __atomic_store_n (&self->inside, entry, __ATOMIC_RELAXED);
  __atomic_store_n (&self->block, block, __ATOMIC_RELAXED);
  entry->undo |= om_enter_fp (&entry->fp, x87);
  if (om_current_state () == entry->state)
    entry->undo |= OM_NESTED;
  else
    om_take_gil (entry->state);
  if (!in_subinterpreter_p (1))
    {
      if (om_cautions () & OM_LEFTOVERS)
	om_collect_leftovers ();
      if (OM_STATE_STAYS && self->ready != entry->state)
	om_know_host_state (self, entry->state);
      return 1;
    }
  om_leave (entry);
  self->refusal = "blocks cannot run in a subinterpreter";
  return 0;
}

/* Undo ENTRY as om_leave does, in all cases but the usual ones: put back what
   its `undo' says.  */

OM_COLD void
om_leave_carefully (struct om_entry *entry)
{
  unsigned undo = entry->undo;

  if (OM_UNLIKELY (om_self.inside != entry))
    om_not_innermost (&om_self);
  if (undo & OM_UNDO_EXCEPTION)
    PyErr_Restore (entry->type, entry->value, entry->traceback);
  if (!(undo & OM_NESTED))
    PyEval_SaveThread ();
  om_leave_fp (&entry->fp, undo);
  __atomic_store_n (&om_self.inside, entry->outer, __ATOMIC_RELAXED);
  if (undo & OM_UNDO_BLOCK)
    __atomic_store_n (&om_self.block, entry->outer_block, __ATOMIC_RELAXED);
  if (undo & OM_UNDO_SIGPIPE)
    om_unguard_pipes ();
  if (undo & OM_UNDO_CANCEL)
    pthread_setcancelstate (PTHREAD_CANCEL_ENABLE, NULL);
  errno = entry->saved_errno;
}
