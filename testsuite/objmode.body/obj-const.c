/* OBJ of const variables, parameters, statics, enumerators' variables,
   volatile and atomic ones, strings, structs, unions, functions.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-Wall -Wextra -Wshadow" } */
#include <Python.h>
#include "check.h"

enum colour { RED, GREEN = 5 };
struct point { double x; const int k; char name[4]; };
union word { int i; unsigned char b[4]; };
static const int fixed = 41;
static const double table[2][2] = { { 1, 2 }, { 3, 4 } };
static _Thread_local int own = 7;
const char *const title = "t\xc3\xa9";

static int
twice (int n)
{
  return 2 * n;
}

/* Take a new reference to O as a long.  */

static long
as_long (PyObject *o)
{
  long n = PyLong_AsLong (o);
  Py_XDECREF (o);
  return n;
}

static long
parameters (const int n, const double *const p, char c, _Bool flag,
	    enum colour colour, float f, const char s[], struct point point,
	    const double m[const][2], int (*function) (int))
{
  long sum = 0;
  with_objmode (p = "[n]", m = "[n, 2]")
    {
      sum += PyLong_AsLong (OBJ (n));
      sum += as_long (PyObject_CallMethod (OBJ (p), "argmax", NULL));
      sum += PyLong_AsLong (OBJ (c)) + (OBJ (flag) == Py_True);
      sum += PyLong_AsLong (OBJ (colour)) + (long) PyFloat_AsDouble (OBJ (f));
      sum += PyUnicode_GetLength (OBJ (s));
      sum += as_long (PyObject_GetAttrString (OBJ (point), "k"));
      sum += as_long (PyObject_GetAttrString (OBJ (m), "size"));
      sum += as_long (PyObject_CallFunction (OBJ (function), "i", 50));
    }
  return sum;
}

/* What is const is read-only for Python too.  */

static void
read_only (void)
{
  int rc;
  PyObject *zero = NULL;
  with_objmode (error (rc))
    {
      CHECK (PyLong_AsLong (OBJ (fixed)) == 41 && PyLong_AsLong (OBJ (own)) == 7);
      CHECK (PyUnicode_GetLength (OBJ (title)) == 2);
      zero = PyLong_FromLong (0);
      PyObject_SetItem (OBJ (table), zero, zero);
      Py_CLEAR (zero);
    }
  CHECK (rc && strstr (last_error (), "read-only") && table[0][0] == 1);
}

static void
odd (void)
{
  volatile int v = 3;
  _Atomic int a = 4;
  register int r = 5;
  union word w = { 0x01010101 };
  with_objmode (v, a, r)
    {
      Py_SETREF (OBJ (v), PyNumber_Add (OBJ (v), OBJ (a)));
      OBJ (a) = Py_NewRef (OBJ (r));
      OBJ (r) = PyLong_FromLong (as_long (PyObject_CallMethod (OBJ (w), "sum", NULL)));
    }
  CHECK (v == 7 && a == 5 && r == 4);
}

int
main (void)
{
  double d[3] = { 1, 3, 2 };
  struct point point = { 1, 20, "abc" };
  /* 3 + 1 + 65 + 1 + 5 + 2 + 4 + 20 + 6 + 100 */
  CHECK (parameters (3, d, 'A', 1, GREEN, 2.5f, "abcd", point,
		     (const double[3][2]) { { 0 } }, twice) == 207);
  read_only ();
  odd ();
  return 0;
}
