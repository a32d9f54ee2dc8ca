/* exit.c - The end of the process.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The interpreter is not destroyed: blocks in later atexit functions still
   work.  What its end would do for the user is done here, by the thread that
   calls exit, without a lock.  What a host does to its own interpreter is
   noted for the threads that enter later (enter/ended.c).  */

#include "enter/enter.h"
#include "life/life.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* How long to wait for threads of Python, and for the GIL, in seconds.  */
#define JOIN_SECONDS 10
#define GIL_SECONDS 2

/* end_process runs Python's atexit functions, not Py_FinalizeEx.  */
static int finishing;

/* How long Py_FinalizeEx waits for blocks of other threads, in
   milliseconds.  */
#define LAST_BLOCKS_MS 1000

/* An atexit function: do what the end of a Python process does.  */

static void
end_process (void)
{
  struct om_entry entry;
  PyObject *result;

  if (getpid () != om_starter || !Py_IsInitialized ())
    return;
  if (!om_gil_available_p (GIL_SECONDS))
    {
      om_request->complain ("libobjmode: a thread does not release the GIL; "
			    "Python's atexit functions are not called\n");
      return;
    }
  if (!om_enter (&entry))
    return;
  finishing = 1;
  result = om_bootstrap_call ("finish", "(i)", JOIN_SECONDS);
  finishing = 0;
  if (!result)
    PyErr_WriteUnraisable (NULL);
  Py_XDECREF (result);
  om_leave (&entry);
}

/* Called at the very end of Py_FinalizeEx, also if a host has cleared its
   atexit functions.  */

static void
python_ended (void)
{
  om_end ();
}

/* The Python function atexit_runs ().  Python calls it as one of its atexit
   functions, when a program calls Py_FinalizeEx, or when end_process has
   them run.  In the first case CPython would end or stop each other thread
   as soon as that wants the GIL, which may be in the middle of a block.  So
   let no more threads in, and give those that are in a block some time to
   end it.  */

static PyObject *
atexit_runs (PyObject *self, PyObject *unused)
{
  (void) self;
  (void) unused;
  om_be_careful (OM_MAY_HAVE_ENDED);
  if (finishing || !om_begin_end ())
    Py_RETURN_NONE;
  Py_BEGIN_ALLOW_THREADS
  om_wait_for_last_blocks (LAST_BLOCKS_MS);
  Py_END_ALLOW_THREADS
  Py_RETURN_NONE;
}

/* The Python function instances (LIST, TYPE).  Return a list of the objects in
   LIST that are of TYPE or a subtype.  Code of the user is not run, as
   isinstance may do.  */

static PyObject *
instances (PyObject *self, PyObject *arguments)
{
  PyObject *list, *type, *result;

  (void) self;
  if (!PyArg_ParseTuple (arguments, "O!O!", &PyList_Type, &list, &PyType_Type,
			 &type))
    return NULL;
  result = PyList_New (0);
  for (Py_ssize_t i = 0; result && i < PyList_GET_SIZE (list); i++)
    if (PyObject_TypeCheck (PyList_GET_ITEM (list, i), (PyTypeObject *) type)
	&& PyList_Append (result, PyList_GET_ITEM (list, i)) != 0)
      Py_CLEAR (result);
  return result;
}

PyMethodDef om_exit_methods[] = {
  { "instances", instances, METH_VARARGS, NULL },
  { "atexit_runs", atexit_runs, METH_NOARGS, NULL },
  { NULL, NULL, 0, NULL }
};

/* Arrange for the end of Python and, if it is ours, of the process.  Return 0
   or -1.  */

int
om_exit_init (void)
{
  PyObject *result = om_bootstrap_call ("init_exit", "()");

  if (!result)
    return -1;
  Py_DECREF (result);
  if (Py_AtExit (python_ended) != 0)
    {
      PyErr_SetString (PyExc_RuntimeError, "cannot register a function with "
		       "Py_AtExit: there are too many");
      return -1;
    }
  if (om_adopted)
    return 0;
  om_starter = getpid ();
  if (atexit (end_process) == 0)
    return 0;
  PyErr_NoMemory ();
  return -1;
}
