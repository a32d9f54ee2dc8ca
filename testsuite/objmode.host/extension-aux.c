/* extension-aux.c - A kernel that is an extension module.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <objmode.h>

/* add (X): X + 1, with the GIL held, or given up if X is odd; an exception that
   is set at the time survives.  */

static PyObject *
add (PyObject *self, PyObject *arg)
{
  long x = PyLong_AsLong (arg);
  int rc = 0;

  (void) self;
  if (x == 0)
    PyErr_SetString (PyExc_ValueError, "zero");
  if (x % 2)
    {
      Py_BEGIN_ALLOW_THREADS
      with_objmode (x, error (rc)) { R"py( x += 1 )py"; }
      Py_END_ALLOW_THREADS
    }
  else
    OBJMODE_HOLD { with_objmode (x, error (rc)) { R"py( x += 1 )py"; } }
  if (PyErr_Occurred ())
    return NULL;
  if (rc != 0)
    return PyErr_Format (PyExc_RuntimeError, "%s", objmode_error ()->message);
  return PyLong_FromLong (x);
}

static PyMethodDef methods[] = {
  { "add", add, METH_O, NULL },
  { NULL, NULL, 0, NULL }
};

static struct PyModuleDef module = {
  .m_base = PyModuleDef_HEAD_INIT, .m_name = "extension", .m_size = -1,
  .m_methods = methods
};

PyMODINIT_FUNC
PyInit_extension (void)
{
  return PyModule_Create (&module);
}
