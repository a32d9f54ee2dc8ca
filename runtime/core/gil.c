/* gil.c - What entering and leaving needs seldom.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#include "gil.h"
#include <stdlib.h>

/* A stack of struct om_leftover.  */
static void *leftovers;

/* Let NODE, a struct om_leftover, be done at a later entry.  Any thread, GIL
   not needed.  */

void
om_push_leftover (struct om_leftover *node)
{
  void *top = __atomic_load_n (&leftovers, __ATOMIC_RELAXED);

  do
    node->next = top;
  while (!__atomic_compare_exchange_n (&leftovers, &top, node, 1,
				       __ATOMIC_RELEASE, __ATOMIC_RELAXED));
  om_be_careful (OM_LEFTOVERS);
}

/* Do what threads left to be done.  Destructors may run any code.  */

OM_COLD void
om_collect_leftovers (void)
{
  struct om_leftover *node;

  /* Who leaves something after the exchange says so after this.  */
  __atomic_fetch_and (&om_caution, ~OM_LEFTOVERS, __ATOMIC_RELAXED);
  node = __atomic_exchange_n (&leftovers, NULL, __ATOMIC_ACQUIRE);
  while (node)
    {
      struct om_leftover *next = node->next;
      if (node->state)
	{
	  PyThreadState_Clear (node->state);
	  om_delete_state (node->state);
	}
      Py_XDECREF (node->object);
      free (node);
      node = next;
    }
}

/* Forget them: they were left by threads that this process, a child of
   fork, does not have.  */

void
om_forget_leftovers (void)
{
  __atomic_store_n (&leftovers, NULL, __ATOMIC_RELAXED);
}

/* Move the exception that is set to ENTRY.  */

OM_COLD void
om_save_exception (struct om_entry *entry)
{
  PyErr_Fetch (&entry->type, &entry->value, &entry->traceback);
  entry->undo |= OM_UNDO_EXCEPTION;
}

/* Save the environment in FP and install the default one.  */

OM_COLD void
om_default_fp (struct om_fp *fp)
{
  fegetenv (&fp->env);
  fesetenv (FE_DFL_ENV);
}

/* Give the x87 the flags that STATUS has.  */

OM_COLD void
om_restore_x87 (unsigned status)
{
#if defined __x86_64__
  fenv_t env;

  fegetenv (&env);
  env.__status_word = (env.__status_word & ~0x3f) | (status & 0x3f);
  fesetenv (&env);
#else
  (void) status;
#endif
}

/* Clear the flags of the x87.  Return what om_end_x87 takes.  */

unsigned
om_clear_x87 (void)
{
#if defined __x86_64__
  unsigned short status;

  __asm__ volatile ("fnstsw %0" : "=m" (status));
  if (status & 0x3f)
    __asm__ volatile ("fnclex");
  return status;
#else
  return 0;
#endif
}

/* Put them back as om_clear_x87, which has returned STATUS, has found them.
   Return 1 if some were raised since.  */

int
om_end_x87 (unsigned status)
{
#if defined __x86_64__
  unsigned short raised;

  __asm__ volatile ("fnstsw %0" : "=m" (raised));
  if ((status ^ raised) & 0x3f)
    om_restore_x87 (status);
  return (raised & 0x3f) != 0;
#else
  (void) status;
  return 0;
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
  struct om_leftover *node = calloc (1, sizeof *node);

  if (!node)
    return;
  node->object = (PyObject *) object;
  om_push_leftover (node);
}

/* Give up the GIL if this thread holds it; return what om_resume takes, or
   NULL.  */

void *
om_pause (void)
{
  PyThreadState *state = om_self.state;

  if (!Py_IsInitialized ())
    return NULL;
  if (!state)
    state = PyGILState_GetThisThreadState ();
  if (!state || om_current_state () != state)
    return NULL;
  om_self.paused = om_self.held;
  om_self.held = NULL;
  return PyEval_SaveThread ();
}

/* Take the GIL again, if PAUSED is not NULL.  */

void
om_resume (void *paused)
{
  if (!paused)
    return;
  om_take_gil (paused);
  om_self.held = om_self.paused;
}
