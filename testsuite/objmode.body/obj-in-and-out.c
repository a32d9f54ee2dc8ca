/* Every kind of variable as OBJ, in and out.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-Wall -Wextra -Wshadow" } */
#include <Python.h>
#include <limits.h>
#include <complex.h>
#include "check.h"

struct point { int x, y; double w[2]; };

static long long
sum (const long long *a, int n)
{
  long long s = 0;
  with_objmode (a = "[n]", s)
    {
      PyObject *r = PyObject_CallMethod (OBJ (a), "sum", NULL);
      OBJ (s) = r;
    }
  return s;
}

static int global;

int
main (void)
{
  double d = 1.5, e;
  char small = 3;
  unsigned long long u = ULLONG_MAX;
  double _Complex z = 1 + 2 * I;
  const char *text = "abc";
  char *out = NULL;
  char name[8] = "xyz";
  _Bool flag = 0;
  struct point p = { 1, 2, { 3, 4 } }, *q = &p;
  int a[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
  long long v[] = { 1, 2, 3, 4 };
  struct { double rms; } s = { 2 }, *sp = &s;
  int rc = 7;

  with_objmode (e) { OBJ (e) = PyNumber_Add (OBJ (d), OBJ (small)); }
  CHECK_NUM (e, 4.5);
  with_objmode (u) { Py_SETREF (OBJ (u), PyNumber_Rshift (OBJ (u), OBJ (small))); }
  CHECK (u == ULLONG_MAX >> 3);
  with_objmode (z) { Py_SETREF (OBJ (z), PyNumber_Multiply (OBJ (z), OBJ (z))); }
  CHECK (creal (z) == -3 && cimag (z) == 4);
  with_objmode (out) { OBJ (out) = PyUnicode_FromFormat ("%U/%s", OBJ (text), "d"); }
  CHECK_STR (out, "abc/d");
  free (out);
  with_objmode (name) { Py_SETREF (OBJ (name), PyUnicode_FromFormat ("%U%U", OBJ (name), OBJ (name))); }
  CHECK_STR (name, "xyzxyz");
  with_objmode (flag) { OBJ (flag) = Py_NewRef (Py_True); }
  CHECK (flag);
  with_objmode (p)
    {
      PyObject *x = PyObject_GetAttrString (OBJ (p), "x"), *one = PyLong_FromLong (10);
      PyObject *t = PyNumber_Add (x, one);
      PyObject_SetAttrString (OBJ (p), "x", t);
      Py_DECREF (x); Py_DECREF (one); Py_DECREF (t);
    }
  CHECK_NUM (p.x, 11);
  with_objmode (q) { PyObject *t = PyLong_FromLong (5); PyObject_SetAttrString (OBJ (q), "y", t); Py_DECREF (t); }
  CHECK_NUM (p.y, 5);
  with_objmode (p) { OBJ (p) = Py_BuildValue ("(ii(dd))", 7, 8, 9.0, 10.0); }
  CHECK (p.x == 7 && p.y == 8 && p.w[0] == 9 && p.w[1] == 10);
  CHECK (sum (v, 4) == 10);
  with_objmode (a)
    {
      PyObject *t = PyObject_GetAttrString (OBJ (a), "T"), *f = PyObject_CallMethod (t, "copy", NULL);
      PyObject *r = PyObject_CallMethod (f, "reshape", "((ii))", 2, 3);
      Py_DECREF (t); Py_DECREF (f);
      Py_SETREF (OBJ (a), r);
    }
  CHECK (a[0][1] == 4 && a[1][0] == 5 && a[1][2] == 6);
  with_objmode (a) { OBJ (a) = Py_BuildValue ("((iii)(iii))", 1, 1, 1, 2, 2, 2); }
  CHECK (a[0][1] == 1 && a[1][0] == 2);
  with_objmode (rms (sp->rms)) { Py_SETREF (OBJ (rms), PyNumber_Power (OBJ (rms), OBJ (small), Py_None)); }
  CHECK_NUM (s.rms, 8);
  with_objmode (m (d * 2), e = "float64") { OBJ (e) = Py_NewRef (OBJ (m)); }
  CHECK_NUM (e, 3);
  with_objmode (global, rc)
    {
      OBJ (global) = PyLong_FromLong (12);
      rc = 5;
    }
  CHECK (global == 12 && rc == 5);
  with_objmode (error (rc), global) { OBJ (global) = PyUnicode_FromString ("x"); }
  CHECK (rc && global == 12 && strstr (last_error (), "'global' (C int): 'x'"));
  with_objmode (error (rc), global) { OBJ (global) = NULL; }
  CHECK (rc && global == 12);
  puts (last_error ());
  with_objmode (error (rc), global, d) { OBJ (d) = PyFloat_FromDouble (3); OBJ (global) = PyLong_FromLongLong (1LL << 40); }
  CHECK (rc && global == 12 && d == 1.5);
  with_objmode (error (rc), global, d) { OBJ (d) = PyFloat_FromDouble (3); OBJ (global) = PyLong_FromLongLong (1LL << 20); }
  CHECK (!rc && global == 1 << 20 && d == 3);
  return 0;
}
