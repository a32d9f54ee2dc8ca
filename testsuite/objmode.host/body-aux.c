/* body-aux.c - A kernel with C bodies, for ctypes and an extension module.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <objmode.h>

/* Return 2 N; -1 if that cannot be done, -2 if N is 0.  */

int
body_twice (int n)
{
  int y = -1, rc;
  with_objmode (y, error (rc))
    {
      OBJ (y) = PyNumber_Add (OBJ (n), OBJ (n));
      if (n == 0)
	return -2;
      if (n < 0)
	PyErr_Format (PyExc_ValueError, "%d", n);
    }
  return rc ? -1 : y;
}

/* Return F (N) + 1, or -1.  */

int
body_call (int (*f) (int), int n)
{
  int y = -1, rc;
  with_objmode (y, error (rc), goto (failed))
    {
      PyObject *r = PyObject_CallFunctionObjArgs (OBJ (f), OBJ (n), NULL);
      if (r == NULL)
	return 0;
      OBJ (y) = PyNumber_Add (r, Py_True);
      Py_DECREF (r);
    }
  return y;
failed:
  return rc ? -1 : -3;
}

/* Return what the last error of the thread says.  */

const char *
body_error (void)
{
  return objmode_error () ? objmode_error ()->message : "none";
}

/* twice (N): the same in an extension module, with the GIL held, or given up if
   N is odd; an exception that is set at the time survives.  */

static PyObject *
twice (PyObject *self, PyObject *arg)
{
  int n = (int) PyLong_AsLong (arg), y;

  (void) self;
  if (n == 100)
    PyErr_SetString (PyExc_LookupError, "before");
  if (n % 2)
    {
      Py_BEGIN_ALLOW_THREADS
      y = body_twice (n);
      Py_END_ALLOW_THREADS
    }
  else
    y = body_twice (n);
  if (PyErr_Occurred ())
    return NULL;
  if (y == -1)
    return PyErr_Format (PyExc_RuntimeError, "%s", body_error ());
  return PyLong_FromLong (y);
}

static PyMethodDef methods[] = {
  { "twice", twice, METH_O, NULL },
  { NULL, NULL, 0, NULL }
};

static struct PyModuleDef module = {
  .m_base = PyModuleDef_HEAD_INIT, .m_name = "body", .m_size = -1,
  .m_methods = methods
};

PyMODINIT_FUNC
PyInit_body (void)
{
  return PyModule_Create (&module);
}
