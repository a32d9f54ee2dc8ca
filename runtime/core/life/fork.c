/* fork.c - fork from C.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A fork from C takes the GIL first and tells Python about it, as os.fork does.
   So no other thread holds a lock of Python's at that time, and blocks work in
   the child.  The functions here are called by the fork.c of libobjmode.
   os.fork does all this by itself.

   The thread that forks is here; it has no lock besides the GIL.  In the
   child it is the only thread.  */

#include "enter/enter.h"
#include "enter/quiet.h"
#include "values/closure.h"
#include "life/life.h"

/* This thread is inside os.fork.  */
static _Thread_local int by_python
  __attribute__ ((tls_model ("initial-exec")));

/* This thread is inside fork and has entered Python with ENTRY.  */
static _Thread_local int entered
  __attribute__ ((tls_model ("initial-exec")));

/* How long to wait for the GIL, in seconds.  */
#define GIL_SECONDS 1

/* A fork begins: take the GIL, if it can be had, and tell Python of the fork.
   GIL not needed.  */

void
om_before_fork (void)
{
  entered = 0;
  if (by_python || !Py_IsInitialized () || om_finalizing_p ())
    return;
  if (!om_gil_available_p (GIL_SECONDS) || !om_enter (&om_fork_entry))
    return;
  entered = 1;
  PyOS_BeforeFork ();
}

/* The fork has ended, and this is the parent: give back the GIL.  */

void
om_after_fork_in_parent (void)
{
  if (!entered)
    return;
  PyOS_AfterFork_Parent ();
  om_leave (&om_fork_entry);
  entered = 0;
}

/* The fork has ended, and this is the only thread of the child.  If the GIL
   could not be taken it never can be: the child has no Python.  */

void
om_after_fork_in_child (void)
{
  om_output_in_child ();
  om_closures_in_child ();
  /* PyOS_BeforeFork has set BY_PYTHON, as os.fork would have.  */
  if (entered)
    {
      om_guard_pipes_in_child ();
      PyOS_AfterFork_Child ();
      om_forget_threads ();
      om_leave (&om_fork_entry);
      entered = 0;
    }
  else
    {
      om_guard_pipes_in_child ();
      om_forget_threads ();
      if (!by_python && Py_IsInitialized ())
	om_be_careful (OM_NO_PYTHON);
    }
}

/* The Python function fork_by_python (FLAG).  Note that os.fork begins, if
   FLAG is True, or that it has ended.  */

static PyObject *
fork_by_python (PyObject *self, PyObject *flag)
{
  (void) self;
  by_python = flag == Py_True;
  if (by_python)
    om_output_before_fork ();
  Py_RETURN_NONE;
}

/* Arrange for forks.  Return 0 or -1.  */

int
om_fork_init (void)
{
  static PyMethodDef methods[] = {
    { "fork_by_python", fork_by_python, METH_O, NULL },
    { NULL, NULL, 0, NULL }
  };
  PyObject *result;

  if (om_bootstrap_init (methods) != 0)
    return -1;
  result = om_bootstrap_call ("init_fork", "()");
  Py_XDECREF (result);
  return result ? 0 : -1;
}
