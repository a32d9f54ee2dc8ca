/* gil.c - Thread states, and what entering and leaving needs seldom.
   Copyright (C) 2026 The objmode authors

   This file is part of objmode.

   objmode is free software: you can redistribute it and/or modify it
   under the terms of the GNU General Public License as published by
   the Free Software Foundation, either version 3 of the License, or
   (at your option) any later version.

   objmode is distributed in the hope that it will be useful, but
   WITHOUT ANY WARRANTY; without even the implied warranty of
   MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the GNU
   General Public License for more details.

   Under Section 7 of GPL version 3, you are granted additional
   permissions described in the GCC Runtime Library Exception, version
   3.1, as published by the Free Software Foundation.

   You should have received a copy of the GNU General Public License
   and a copy of the GCC Runtime Library Exception along with this
   program; see the files COPYING and COPYING.RUNTIME respectively.  If
   not, see <https://www.gnu.org/licenses/>.  */

#include "gil.h"
#include <pthread.h>
#include <stdlib.h>

_Thread_local PyThreadState *om_own_state
  __attribute__ ((tls_model ("initial-exec")));

/* What threads without the GIL left to be done by the next entry: a stack
   of these.  */
struct leftover
{
  struct leftover *next;
  PyThreadState *state;		/* Of a thread that has ended, or NULL.  */
  PyObject *object;		/* A reference to drop, or NULL.  */
};

void *om_leftovers;

int om_child_without_python;

/* In a child of fork: the state of its only thread until a block runs.  */
static PyThreadState *child_state;

/* Its value is this thread's leftover, made when the thread got its state,
   so that the end of a thread needs no memory.  */
static pthread_key_t key;

/* Push NODE.  Any thread, GIL not needed.  */

static void
push (struct leftover *node)
{
  void *top = __atomic_load_n (&om_leftovers, __ATOMIC_RELAXED);

  do
    node->next = top;
  while (!__atomic_compare_exchange_n (&om_leftovers, &top, node, 1,
				       __ATOMIC_RELEASE, __ATOMIC_RELAXED));
}

/* The destructor of KEY: this thread ends.  CPython's own key may be gone
   already, so nothing of Python is called.  */

static void
end_thread (void *node)
{
  om_own_state = NULL;
  push (node);
}

/* Do what threads left to be done.  Destructors may run any code.  */

OM_COLD void
om_collect_leftovers (void)
{
  struct leftover *node
    = __atomic_exchange_n (&om_leftovers, NULL, __ATOMIC_ACQUIRE);

  while (node)
    {
      struct leftover *next = node->next;
      if (node->state)
	{
	  PyThreadState_Clear (node->state);
	  PyThreadState_Delete (node->state);
	}
      Py_XDECREF (node->object);
      free (node);
      node = next;
    }
}

/* Make KEY.  Return 0 or -1 without an exception.  */

int
om_gil_init (void)
{
  return pthread_key_create (&key, end_thread) == 0 ? 0 : -1;
}

/* Keep STATE as this thread's own until the thread ends.  Return 0, or -1
   without memory and without an exception.  GIL not needed.  */

int
om_keep_state (PyThreadState *state)
{
  struct leftover *node = calloc (1, sizeof *node);

  if (!node)
    return -1;
  node->state = state;
  if (pthread_setspecific (key, node) != 0)
    {
      free (node);
      return -1;
    }
  om_own_state = state;
  return 0;
}

/* This process is a child of fork that has this thread only: forget the
   other ones and what they left.  Their thread states are gone.  This
   thread's is now the main one and stays for ever.  */

void
om_forget_threads (void)
{
  free (pthread_getspecific (key));
  pthread_setspecific (key, NULL);
  __atomic_store_n (&om_leftovers, NULL, __ATOMIC_RELAXED);
  if (om_own_state)
    child_state = om_own_state;
  om_own_state = NULL;
}

/* Return the thread state of this thread, which has none of its own: the
   host's, which may be another one the next time, or a new one that is
   kept.  NULL without memory.  GIL not needed.  */

OM_COLD PyThreadState *
om_attach (void)
{
  PyThreadState *state = PyGILState_GetThisThreadState ();

  if (om_child_without_python)
    return NULL;
  if (state && state == child_state)
    {
      child_state = NULL;
      om_own_state = state;
      om_exit_in_child ();
    }
  if (state)
    return state;
  state = PyThreadState_New (PyInterpreterState_Main ());
  if (state && om_keep_state (state) != 0)
    {
      PyEval_RestoreThread (state);
      PyThreadState_Clear (state);
      PyThreadState_DeleteCurrent ();
      return NULL;
    }
  return state;
}

/* Move the exception that is set to ENTRY.  */

OM_COLD void
om_save_exception (struct om_entry *entry)
{
  PyErr_Fetch (&entry->type, &entry->value, &entry->traceback);
}

/* Set it again.  */

OM_COLD void
om_restore_exception (struct om_entry *entry)
{
  PyErr_Restore (entry->type, entry->value, entry->traceback);
}

/* Save the environment in FP and install the default one.  */

OM_COLD void
om_default_fp (struct om_fp *fp)
{
  fegetenv (&fp->env);
  fesetenv (FE_DFL_ENV);
  fp->changed = 1;
}

/* Give the x87 the flags that FP has.  */

OM_COLD void
om_restore_x87 (struct om_fp *fp)
{
#if defined __x86_64__
  fenv_t env;

  fegetenv (&env);
  env.__status_word = (env.__status_word & ~0x3f) | (fp->status & 0x3f);
  env.__mxcsr = fp->mxcsr;
  fesetenv (&env);
#else
  (void) fp;
#endif
}

/* One reference to OBJECT more.  Any thread, GIL taken.  */

void
om_retain (objmode_object *object)
{
  struct om_entry entry;

  if (om_enter (&entry))
    {
      Py_INCREF ((PyObject *) object);
      om_leave (&entry);
    }
}

/* One reference to OBJECT less.  Any thread, GIL taken.  After the end of
   Python there is nothing to release.  */

void
om_release (objmode_object *object)
{
  struct om_entry entry;

  if (om_enter (&entry))
    {
      Py_DECREF ((PyObject *) object);
      om_leave (&entry);
    }
}

/* One reference to OBJECT less at a later entry.  GIL not needed.  */

void
om_release_later (objmode_object *object)
{
  struct leftover *node = calloc (1, sizeof *node);

  if (!node)
    return;
  node->object = (PyObject *) object;
  push (node);
}

/* Give up the GIL if this thread holds it; return what om_resume takes, or
   NULL.  */

void *
om_pause (void)
{
  PyThreadState *state = om_own_state;

  if (!Py_IsInitialized ())
    return NULL;
  if (!state)
    state = PyGILState_GetThisThreadState ();
  if (!state || om_current_state () != state)
    return NULL;
  return PyEval_SaveThread ();
}

/* Take the GIL again, if PAUSED is not NULL.  */

void
om_resume (void *paused)
{
  if (paused)
    PyEval_RestoreThread (paused);
}
