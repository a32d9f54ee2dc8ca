/* naive.c - The workloads by C as the introductions to the CPython API show
   it: PyGILState, argument formats.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "api.h"

static inline void
cross_w1 (void)
{
  PyGILState_STATE state = PyGILState_Ensure ();

  Py_DECREF (check (PyObject_CallNoArgs (f1)));
  PyGILState_Release (state);
}

static inline double
cross_w2 (double x)
{
  PyGILState_STATE state = PyGILState_Ensure ();
  PyObject *result = check (PyObject_CallFunction (f2, "d", x));
  double y = PyFloat_AsDouble (result);

  Py_DECREF (result);
  PyGILState_Release (state);
  return y;
}

static inline void
cross_w3 (double a, int64_t b, int32_t c, bool d, double *y, int64_t *k)
{
  PyGILState_STATE state = PyGILState_Ensure ();
  PyObject *result
    = check (PyObject_CallFunction (f3, "dLiO", a, (long long) b, (int) c,
				    d ? Py_True : Py_False));
  long long value;

  if (!PyArg_ParseTuple (result, "dL", y, &value))
    fail ();
  *k = value;
  Py_DECREF (result);
  PyGILState_Release (state);
}

static inline double
cross_w4 (double *x, int64_t length)
{
  PyGILState_STATE state = PyGILState_Ensure ();
  npy_intp dimension = length;
  PyObject *array
    = check (PyArray_SimpleNewFromData (1, &dimension, NPY_DOUBLE, x));
  PyObject *result = check (PyObject_CallFunctionObjArgs (f4, array, NULL));
  double y = PyFloat_AsDouble (result);

  Py_DECREF (array);
  Py_DECREF (result);
  PyGILState_Release (state);
  return y;
}

static inline void
cross_w5 (double *x)
{
  PyGILState_STATE state = PyGILState_Ensure ();
  PyObject *result = check (PyObject_CallNoArgs (f5));
  PyObject *array
    = check (PyArray_FROM_OTF (result, NPY_DOUBLE, NPY_ARRAY_IN_ARRAY));

  if (PyArray_SIZE ((PyArrayObject *) array) != 1000)
    fail ();
  memcpy (x, PyArray_DATA ((PyArrayObject *) array), 1000 * sizeof *x);
  Py_DECREF (array);
  Py_DECREF (result);
  PyGILState_Release (state);
}

static inline int64_t
cross_w6 (const char *text)
{
  PyGILState_STATE state = PyGILState_Ensure ();
  PyObject *result = check (PyObject_CallFunction (f6, "s", text));
  int64_t length = PyLong_AsLongLong (result);

  Py_DECREF (result);
  PyGILState_Release (state);
  return length;
}

#include "workloads.h"
