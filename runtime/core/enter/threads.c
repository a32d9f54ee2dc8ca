/* threads.c - The threads that have entered Python.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A thread is entered into a list when it comes for the first time, and
   taken off when it ends.  A lock protects the list; it is held for a few
   instructions, and the GIL is neither needed nor waited for meanwhile.  The
   record of a thread is thread-local, and the thread state in it is the
   thread's own until a leftover deletes it.  */

#include "enter/enter.h"
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/syscall.h>

_Thread_local struct om_thread om_self
  __attribute__ ((tls_model ("initial-exec")));

/* A thread with less stack than this is not let in.  */
static uintptr_t stack_reserve;

/* All of them, protected by LOCK, which is held for a few instructions.  */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct om_thread threads = { .next = &threads, .previous = &threads };

/* The main interpreter that the core is of.  */
PyInterpreterState *om_main_interpreter;

/* In a child of fork: the state of its only thread until a block runs.  */
static PyThreadState *child_state;

/* Its value is this thread's leftover, made when the thread was enlisted,
   so that the end of a thread needs no memory.  */
static pthread_key_t key;

/* The value of a capsule in the dictionary of a host's thread state, which goes
   when that is cleared.  */
struct om_known
{
  struct om_thread *thread;	/* Which knows the state; protected by LOCK,
				   NULL when the thread has ended.  */
  pid_t process;		/* Whose thread it is.  */
};

/* Take SELF, this thread, off the list.  GIL not needed.  */

static void
unlist (struct om_thread *self)
{
  pthread_mutex_lock (&lock);
  if (self->known)
    self->known->thread = NULL;
  self->known = NULL;
  self->ready = NULL;
  self->next->previous = self->previous;
  self->previous->next = self->next;
  pthread_mutex_unlock (&lock);
  self->tid = 0;
}

/* The destructor of KEY: this thread ends.  CPython's own key may be gone
   already, so nothing of Python is called, unless the thread has the GIL
   because it ended inside OBJMODE_HOLD or in C that Python called so.  */

static void
end_thread (void *node)
{
  struct om_thread *self = &om_self;

  if (self->state && om_current_state () == self->state)
    PyEval_SaveThread ();
  if ((self->inside || self->calls) && self->state)
    om_forget_frames (self->state);
  unlist (self);
  self->held = NULL;
  self->inside = NULL;
  self->calls = NULL;
  self->left.file = NULL;
  self->state = NULL;
  om_push_leftover (node);
}

/* Prepare for threads.  Return 0, or -1 without an exception.  */

int
om_thread_init (void)
{
  stack_reserve = om_request->stack_reserve ();
  om_jumps_seen = om_request->sees_jumps ? UINTPTR_MAX : 0;
  om_main_interpreter = PyInterpreterState_Main ();
  return pthread_key_create (&key, end_thread) == 0 ? 0 : -1;
}

/* Enter SELF, this thread, into the list.  Return 0, or -1 without memory and
   without an exception.  GIL not needed.  */

int
om_enlist (struct om_thread *self)
{
  struct om_leftover *node = calloc (1, sizeof *node);

  if (!node || pthread_setspecific (key, node) != 0)
    {
      free (node);
      return -1;
    }
  if (om_request->cancel_p ())
    om_be_careful (OM_CANCEL);
  om_request->stack_bounds (&self->stack, &self->stack_end);
  if (self->stack_end == 0)
    self->all_room = UINTPTR_MAX;
  else if (self->stack_end - self->stack > stack_reserve)
    {
      self->floor = self->stack + stack_reserve;
      self->all_room = self->stack_end - self->floor;
    }
  om_set_room (self);
  self->tid = syscall (SYS_gettid);
  self->errno_place = &errno;
  pthread_mutex_lock (&lock);
  self->next = &threads;
  self->previous = threads.previous;
  threads.previous->next = self;
  threads.previous = self;
  pthread_mutex_unlock (&lock);
  return 0;
}

/* Return the thread state for SELF, this thread, which is in the list and has
   none of its own: the host's, which may be another one the next time, or a
   new one that is kept.  NULL without memory.  GIL not needed.  */

PyThreadState *
om_attach (struct om_thread *self)
{
  PyThreadState *state = PyGILState_GetThisThreadState ();

  if (state && state == child_state)
    {
      child_state = NULL;
      self->state = self->ready = state;
      om_exit_in_child ();
      om_watchdog_init ();
    }
  if (state)
    return state;
  state = om_new_state (PyInterpreterState_Main ());
  if (state)
    {
      /* To be deleted when the thread has ended.  */
      ((struct om_leftover *) pthread_getspecific (key))->state = state;
      self->state = self->ready = state;
    }
  return state;
}

/* The destructor of CAPSULE: a thread state is cleared.  Any thread, GIL
   held.  */

static void
forget_host_state (PyObject *capsule)
{
  struct om_known *known = PyCapsule_GetPointer (capsule, NULL);

  /* In a child of fork the thread may be gone, and LOCK taken for ever.  */
  if (known->process == getpid ())
    {
      pthread_mutex_lock (&lock);
      if (known->thread && known->thread->known == known)
	{
	  __atomic_store_n (&known->thread->ready, NULL,
			    __ATOMIC_RELAXED);
	  known->thread->known = NULL;
	}
      pthread_mutex_unlock (&lock);
    }
  free (known);
}

/* Let SELF, this thread, know that its thread state is the host's STATE, until
   that is cleared: to ask CPython each time is a twentieth of a short block.
   STATE is current; no exception is raised.  Only if OM_STATE_STAYS.  */

void
om_know_host_state (struct om_thread *self, PyThreadState *state)
{
  PyObject *dict = PyThreadState_GetDict (), *capsule;
  struct om_known *known;

  if (!dict || om_exception_p (state))
    return;
  known = malloc (sizeof *known);
  if (!known)
    return;
  *known = (struct om_known) { self, getpid () };
  capsule = PyCapsule_New (known, NULL, forget_host_state);
  if (!capsule)
    free (known);
  /* An older one is forgotten here.  */
  else if (PyDict_SetItemString (dict, "objmode.thread", capsule) == 0)
    {
      self->known = known;
      self->ready = state;
    }
  Py_XDECREF (capsule);
  PyErr_Clear ();
}

/* The interpreter has just been started by this thread, which keeps STATE.
   From 3.13 on Py_FinalizeEx comes back to it, so it outlives the thread.
   Return 0, or -1 without memory.  */

int
om_keep_first_state (PyThreadState *state)
{
  if (om_enlist (&om_self) != 0)
    return -1;
  om_self.state = om_self.ready = state;
  return 0;
}

/* Forget the other threads and what they left: this process is a child of fork
   that has this thread only.  Their thread states are gone.  This
   thread's is now the main one and stays for ever.  */

void
om_forget_threads (void)
{
  struct om_thread *self = &om_self;

  pthread_mutex_init (&lock, NULL);
  threads.next = threads.previous = &threads;
  free (pthread_getspecific (key));
  pthread_setspecific (key, NULL);
  om_forget_leftovers ();
  if (self->state)
    child_state = self->state;
  self->state = NULL;
  self->known = NULL;
  self->ready = NULL;
  self->tid = 0;
}

/* Call FUNCTION with each thread and DATA until it returns non-zero; return
   that, or 0.  The threads run meanwhile, but none of them ends.  GIL not
   needed.  */

int
om_each_thread (int (*function) (struct om_thread *, void *), void *data)
{
  int result = 0;

  pthread_mutex_lock (&lock);
  for (struct om_thread *t = threads.next; t != &threads && result == 0;
       t = t->next)
    result = function (t, data);
  pthread_mutex_unlock (&lock);
  return result;
}

/* Return 1 if THREAD is another one than this one and runs a block.  */

static int
other_inside_p (struct om_thread *thread, void *unused)
{
  (void) unused;
  return (thread != &om_self
	  && __atomic_load_n (&thread->inside, __ATOMIC_RELAXED) != NULL);
}

/* Return 1 if another thread runs a block.  */

int
om_others_inside_p (void)
{
  return om_each_thread (other_inside_p, NULL);
}
