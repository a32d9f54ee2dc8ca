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
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <unwind.h>

_Thread_local struct om_entry om_fork_entry
  __attribute__ ((tls_model ("initial-exec")));

/* Print PARTS, up to a NULL, to stderr by write alone, and abort: this thread
   may hold any lock of C's.  */

static _Noreturn void
die (const char *const *parts)
{
  for (; *parts; parts++)
    if (write (STDERR_FILENO, *parts, strlen (*parts)) < 0)
      break;
  abort ();
}

/* Write N to TEXT, which has room for 12 bytes, and return where it is.  */

static const char *
decimal (char *text, int n)
{
  char *p = text + 11;

  *p = '\0';
  do
    *--p = '0' + n % 10;
  while ((n /= 10) > 0);
  return p;
}

/* The personality routine of functions that say OM_NO_UNWIND: end the process
   while the exception that would pass them looks for its handler, that is, with
   the stack as it was when it was thrown.  pthread_exit may pass.  */

_Unwind_Reason_Code
om_no_unwind (int version, _Unwind_Action actions,
	      _Unwind_Exception_Class class,
	      struct _Unwind_Exception *exception,
	      struct _Unwind_Context *context)
{
  const struct __objmode_block *block = om_self.block;
  char line[12];
  const char *const parts[]
    = { "libobjmode: ", block ? block->file : "?", ":",
	decimal (line, block ? block->line : 0),
	": a C++ exception is about to propagate through Python, which is not "
	"supported; catch it in the function that the block calls\n", NULL };

  (void) version;
  (void) class;
  (void) exception;
  (void) context;
  if (actions & _UA_FORCE_UNWIND)
    return _URC_CONTINUE_UNWIND;
  die (parts);
}

/* What is_signal_frame looks for.  */
struct search
{
  uintptr_t limit;		/* Frames behind it do not matter.  */
  int frames;
  int found;
};

/* _Unwind_Backtrace's callback: note in DATA, a struct search, whether the
   frame CONTEXT was interrupted by a signal.  */

static _Unwind_Reason_Code
is_signal_frame (struct _Unwind_Context *context, void *data)
{
  struct search *search = data;
  int before = 0;

  _Unwind_GetIPInfo (context, &before);
  if (before)
    {
      search->found = 1;
      return _URC_END_OF_STACK;
    }
  return (++search->frames > 1000
	  || (search->limit && _Unwind_GetCFA (context) > search->limit)
	  ? _URC_END_OF_STACK : _URC_NO_REASON);
}

/* Check ENTRY, which this thread, SELF, makes for INNER, a block or NULL,
   while it is inside of another one.  Python has called C, which is fine, or
   the other is a block with a C body; or a signal handler runs, which may have
   interrupted Python anywhere; or that entry was left by longjmp.  Return, or
   abort with a message.  */

static void
check_outer (struct om_thread *self, const struct om_entry *entry,
	     const struct __objmode_block *inner)
{
  /* The entries of C bodies are in the frames of their functions, which may
     have several in any order.  */
  int in_function = ((inner && (inner->flags & OBJMODE_BLOCK_C_BODY))
		     || entry == &om_fork_entry);
  uintptr_t here = (uintptr_t) (in_function ? __builtin_frame_address (0)
				: entry);
  uintptr_t there = (uintptr_t) entry->outer;
  int same_stack = (here - self->stack < self->stack_end - self->stack
		    && there - self->stack < self->stack_end - self->stack);
  struct search search = { same_stack ? there : 0, 0, 0 };
  const struct __objmode_block *block = self->block;
  const char *file = block && block->file ? block->file : "?";
  const char *function = block && block->function ? block->function : "?";
  char digits[12];
  const char *line = decimal (digits, block ? block->line : 0);

  if (same_stack && there < here)
    die ((const char *const []) {
	   "libobjmode: ", file, ":", line, ": the block in '", function,
	   "' was left by longjmp\n", NULL });
  if (self->checked == entry && self->checked_outer == entry->outer)
    return;
  _Unwind_Backtrace (is_signal_frame, &search);
  if (search.found)
    die ((const char *const []) {
	   "libobjmode: ", file, ":", line, ": the block in '", function,
	   "' was interrupted by a signal handler that executes a block\n",
	   NULL });
  /* To unwind takes a hundred times as long as a block.  The next entry in
     the same places is most likely of the same loop.  */
  self->checked = entry;
  self->checked_outer = entry->outer;
}

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
  if (om_caution & OM_NO_PYTHON)
    return ("another thread held the GIL when this process was forked");
  if ((om_caution & OM_MAY_HAVE_ENDED) && om_ended_p ())
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
  if (om_caution & OM_WATCH)
    __atomic_store_n (&om_self.waits_since, om_now (), __ATOMIC_RELEASE);
}

/* Tell the watchdog that this thread does not wait for the GIL any more.  */

void
om_end_wait (void)
{
  if (om_caution & OM_WATCH)
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
  if (entry->outer)
    check_outer (self, entry, block);
  self->refusal = reason_to_refuse (self);
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
  if ((om_caution & OM_CANCEL)
      && pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &old) == 0
      && old == PTHREAD_CANCEL_ENABLE)
    entry->undo |= OM_UNDO_CANCEL;
  if ((om_caution & OM_SIGPIPE) && !entry->outer)
    {
      om_guard_pipes ();
      entry->undo |= OM_UNDO_SIGPIPE;
    }
  __atomic_store_n (&self->inside, entry, __ATOMIC_RELAXED);
  self->block = block;
  entry->undo |= om_enter_fp (&entry->fp, x87);
  if (om_current_state () == entry->state)
    entry->undo |= OM_NESTED;
  else
    om_take_gil (entry->state);
  if (!in_subinterpreter_p (1))
    {
      if (om_caution & OM_LEFTOVERS)
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

  if (undo & OM_UNDO_EXCEPTION)
    PyErr_Restore (entry->type, entry->value, entry->traceback);
  if (!(undo & OM_NESTED))
    PyEval_SaveThread ();
  om_leave_fp (&entry->fp, undo);
  __atomic_store_n (&om_self.inside, entry->outer, __ATOMIC_RELAXED);
  if (undo & OM_UNDO_BLOCK)
    om_self.block = entry->outer_block;
  if (undo & OM_UNDO_SIGPIPE)
    om_unguard_pipes ();
  if (undo & OM_UNDO_CANCEL)
    pthread_setcancelstate (PTHREAD_CANCEL_ENABLE, NULL);
  errno = entry->saved_errno;
}
