/* best.c - The workloads by C that uses the CPython API as well as one can.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   A thread state that is kept, cached functions, the vectorcall protocol,
   exact-type reads, NumPy's C API.  No checks but for errors.  */

#include "api.h"
#include <pthread.h>

static __thread PyThreadState *state;
static pthread_key_t key;

/* The thread whose state P is ends.  */
static void
detach (void *p)
{
  PyEval_RestoreThread (p);
  PyThreadState_Clear (p);
  PyThreadState_DeleteCurrent ();
}

/* Prepare for that.  */
static void __attribute__ ((constructor))
make_key (void)
{
  if (pthread_key_create (&key, detach) != 0)
    abort ();
}

/* Take the GIL.  */
static inline void
enter (void)
{
  if (__builtin_expect (state == NULL, 0))
    {
      state = PyGILState_GetThisThreadState ();
      if (!state)
	{
	  state = PyThreadState_New (PyInterpreterState_Main ());
	  pthread_setspecific (key, state);
	}
    }
  PyEval_RestoreThread (state);
}

/* Give it back.  */
static inline void
leave (void)
{
  state = PyEval_SaveThread ();
}

/* Call FUNCTION with the N arguments after ARGUMENTS[0], whose references
   are given up.  Return a new reference.  The GIL is held.  */
static inline PyObject *
call (PyObject *function, PyObject **arguments, size_t n)
{
  PyObject *result
    = check (PyObject_Vectorcall (function, arguments + 1,
				  n | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL));

  for (size_t i = 1; i <= n; i++)
    Py_DECREF (arguments[i]);
  return result;
}

/* Return the value of OBJECT.  The GIL is held.  */
static inline double
double_value (PyObject *object)
{
  double value;

  if (__builtin_expect (PyFloat_CheckExact (object), 1))
    return PyFloat_AS_DOUBLE (object);
  value = PyFloat_AsDouble (object);
  if (value == -1.0 && PyErr_Occurred ())
    fail ();
  return value;
}

/* The same of an integer.  */
static inline int64_t
int_value (PyObject *object)
{
  int64_t value = PyLong_AsLongLong (object);

  if (value == -1 && PyErr_Occurred ())
    fail ();
  return value;
}

static inline void
cross_w1 (void)
{
  PyObject *arguments[1];

  enter ();
  Py_DECREF (call (f1, arguments, 0));
  leave ();
}

static inline double
cross_w2 (double x)
{
  PyObject *arguments[2], *result;
  double y;

  enter ();
  arguments[1] = check (PyFloat_FromDouble (x));
  result = call (f2, arguments, 1);
  y = double_value (result);
  Py_DECREF (result);
  leave ();
  return y;
}

static inline void
cross_w3 (double a, int64_t b, int32_t c, bool d, double *y, int64_t *k)
{
  PyObject *arguments[5], *result;

  enter ();
  arguments[1] = check (PyFloat_FromDouble (a));
  arguments[2] = check (PyLong_FromLongLong (b));
  arguments[3] = check (PyLong_FromLong (c));
  arguments[4] = Py_NewRef (d ? Py_True : Py_False);
  result = call (f3, arguments, 4);
  if (!PyTuple_CheckExact (result) || PyTuple_GET_SIZE (result) != 2)
    fail ();
  *y = double_value (PyTuple_GET_ITEM (result, 0));
  *k = int_value (PyTuple_GET_ITEM (result, 1));
  Py_DECREF (result);
  leave ();
}

static inline double
cross_w4 (double *x, int64_t length)
{
  PyObject *arguments[2], *result;
  npy_intp dimension = length;
  double y;

  enter ();
  arguments[1]
    = check (PyArray_SimpleNewFromData (1, &dimension, NPY_DOUBLE, x));
  result = call (f4, arguments, 1);
  y = double_value (result);
  Py_DECREF (result);
  leave ();
  return y;
}

static inline void
cross_w5 (double *x)
{
  PyObject *arguments[1], *result;

  enter ();
  result = call (f5, arguments, 0);
  if (!PyArray_Check (result)
      || PyArray_TYPE ((PyArrayObject *) result) != NPY_DOUBLE
      || PyArray_NDIM ((PyArrayObject *) result) != 1
      || PyArray_DIM ((PyArrayObject *) result, 0) != 1000
      || !PyArray_IS_C_CONTIGUOUS ((PyArrayObject *) result))
    fail ();
  memcpy (x, PyArray_DATA ((PyArrayObject *) result), 1000 * sizeof *x);
  Py_DECREF (result);
  leave ();
}

static inline int64_t
cross_w6 (const char *text)
{
  PyObject *arguments[2], *result;
  int64_t length;

  enter ();
  arguments[1]
    = check (PyUnicode_FromStringAndSize (text, (Py_ssize_t) strlen (text)));
  result = call (f6, arguments, 1);
  length = int_value (result);
  Py_DECREF (result);
  leave ();
  return length;
}

#include "workloads.h"
