/* main-thread.c - The main thread of Python.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* CPython takes the thread that starts it for the main one, the only thread
   that gets signals and may set their handlers, and for which the end of
   Python waits.  If a worker has come first, the main thread of the process
   takes its place.

   The thread that starts Python is here, once, with the GIL.  */

#define Py_BUILD_CORE 1
#include "enter/enter.h"
#include "life/life.h"
#include <internal/pycore_runtime.h>
#include <unistd.h>

/* Return 1 if the module threading has been imported.  */

static int
threading_p (void)
{
  PyObject *modules = PyImport_GetModuleDict ();

  return PyDict_GetItemString (modules, "threading") != NULL;
}

/* Make the main thread of the process that of Python, if this thread, which
   has started Python, is another one.  A host has its own main thread, but
   the module threading takes the one for it by which it is imported first.
   If that fails everything is as CPython has it.  */

void
om_mend_main_thread (void)
{
  unsigned long ident = om_request->main_thread;
  PyObject *result;

  if (ident == 0 || ident == PyThread_get_thread_ident ())
    return;
  if (om_adopted && (_PyRuntime.main_thread != ident || threading_p ()))
    return;
  _PyRuntime.main_thread = ident;
  result = om_bootstrap_call ("set_main_thread", "(ki)", ident,
			      (int) getpid ());
  if (!result)
    PyErr_Clear ();
  Py_XDECREF (result);
}
