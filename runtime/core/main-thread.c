/* main-thread.c - The main thread of Python.
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

/* CPython takes the thread that starts it for the main one, the only thread
   that gets signals and may set their handlers, and for which the end of
   Python waits.  If a worker has come first, the main thread of the process
   takes its place.  */

#define Py_BUILD_CORE 1
#include "gil.h"
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
