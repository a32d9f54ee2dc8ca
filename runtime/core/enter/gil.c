/* gil.c - Giving up and taking the GIL for others.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Functions of libobjmode that need Python for a moment, and those that have
   to wait without the GIL, come here.  Any thread may call them, with or
   without it.  There are no locks.  */

#include "enter/enter.h"

/* Move the exception that is set to ENTRY.  */

OM_COLD void
om_save_exception (struct om_entry *entry)
{
  PyErr_Fetch (&entry->type, &entry->value, &entry->traceback);
  entry->undo |= OM_UNDO_EXCEPTION;
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
