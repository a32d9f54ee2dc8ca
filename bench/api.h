/* api.h - What the hand-written contenders share.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#define PY_SSIZE_T_CLEAN
#define NPY_NO_DEPRECATED_API NPY_1_7_API_VERSION
#include <Python.h>
#include <numpy/arrayobject.h>
#include <stdbool.h>

static PyObject *f1, *f2, *f3, *f4, *f5, *f6;

/* Print the Python error and end.  */
static _Noreturn __attribute__ ((cold)) void
fail (void)
{
  PyErr_Print ();
  exit (EXIT_FAILURE);
}

/* Return OBJECT, which must not be NULL.  The GIL is held.  */
static inline PyObject *
check (PyObject *object)
{
  if (__builtin_expect (object == NULL, 0))
    fail ();
  return object;
}

/* Find the functions in MODULE, bodies.py.  Return 0.  The GIL is held.  */
__attribute__ ((visibility ("default"))) int
setup (PyObject *module)
{
  PyObject **const functions[6] = { &f1, &f2, &f3, &f4, &f5, &f6 };

  if (_import_array () < 0)
    fail ();
  for (int i = 0; i < 6; i++)
    {
      char name[3] = { 'w', '1' + i, 0 };
      *functions[i] = check (PyObject_GetAttrString (module, name));
    }
  return 0;
}
