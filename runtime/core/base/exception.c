/* exception.c - The exception that is set.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Messages about values (values/slot-error.c) and failures of blocks
   (run/failure.c) both begin with the exception that is set.  The thread that
   calls holds the GIL; there are no locks.  */

#include "base/base.h"

/* Return the value of the exception that is set, normalised and with its
   traceback, and clear it.  */

PyObject *
om_take_exception (void)
{
  PyObject *type, *value, *traceback;

  /* Without memory for the frame object of a traceback 3.11 forgets the
     exception.  */
  if (!PyErr_Occurred ())
    PyErr_NoMemory ();
  PyErr_Fetch (&type, &value, &traceback);
  PyErr_NormalizeException (&type, &value, &traceback);
  if (traceback)
    PyException_SetTraceback (value, traceback);
  Py_XDECREF (type);
  Py_XDECREF (traceback);
  return value;
}
