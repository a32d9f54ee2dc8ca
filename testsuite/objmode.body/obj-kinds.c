/* OBJ of bit-fields, lists of strings, arrays that C keeps, generators of
   random numbers.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-Wall -Wextra -Wshadow" } */
#include <Python.h>
#include "check.h"
#include <objmode-random.h>
struct b { unsigned x : 3; signed y : 5; };
static OBJMODE_ARRAY (double, 1) arr;
static objmode_rng rng;
int main (void)
{
  struct b s = { 3, -4 }, *p = &s;
  int rc;
  char *names[2] = { "a", "bc" };
  with_objmode (b (p->x), c (s.y)) { Py_SETREF (OBJ (b), PyLong_FromLong (PyLong_AsLong (OBJ (b)) + 2)); OBJ (c) = PyLong_FromLong (-16); }
  CHECK (s.x == 5 && s.y == -16);
  with_objmode (error (rc), b (p->x)) { OBJ (b) = PyLong_FromLong (8); }
  CHECK (rc && s.x == 5 && strstr (last_error (), "8 does not fit"));
  with_objmode (names = "str[2]", rc) { OBJ (rc) = PyLong_FromSsize_t (PyList_Size (OBJ (names))); }
  CHECK_NUM (rc, 2);
  with_objmode (arr) { PyObject *np = PyImport_ImportModule ("numpy"); OBJ (arr) = PyObject_CallMethod (np, "ones", "i", 5); Py_DECREF (np); }
  CHECK (arr.shape[0] == 5 && arr.data[4] == 1);
  with_objmode (error (rc), arr) { PyObject *t = PyObject_CallMethod (OBJ (arr), "sum", NULL); CHECK (PyFloat_AsDouble (t) == 5); Py_DECREF (t); }
  CHECK (!rc && arr.shape[0] == 5);
  with_objmode (error (rc), arr) { Py_SETREF (OBJ (arr), PyObject_CallMethod (OBJ (arr), "copy", NULL)); }
  CHECK (!rc && arr.shape[0] == 5 && arr.data[2] == 1);
  objmode_array_release (&arr);
  with_objmode (rng) { PyObject *random = PyImport_ImportModule ("numpy.random"); OBJ (rng) = PyObject_CallMethod (random, "default_rng", "i", 42); Py_DECREF (random); }
  double x = objmode_rng_double (&rng), y = 0;
  with_objmode (y) { Py_SETREF (OBJ (y), PyObject_CallMethod (OBJ (rng), "random", NULL)); }
  with_objmode (rc) { "import numpy as np; rc = [x, y] == np.random.default_rng (42).random (2).tolist ()"; }
  CHECK_NUM (rc, 1);
  with_objmode (rng) { Py_SETREF (OBJ (rng), Py_NewRef (Py_None)); }
  CHECK (!rng.bits.state);
  return 0;
}
