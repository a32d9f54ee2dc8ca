/* Errors of C bodies: tracebacks, views that are held, exceptions of the
   caller, another version of Python, exit.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-Wall -Wextra -Wshadow" } */
#include <Python.h>
#include "check.h"

static PyObject *kept;

static int
raise_later (int n)
{
  int rc;
  with_objmode (error (rc))
    {
      if (n)
	{
	  PyErr_SetString (PyExc_KeyError, "later");
	  return 7;
	}
    }
  return rc;
}

static void
held (double *x, int n)
{
  int rc;
  with_objmode (error (rc), x = "[n]") { kept = Py_NewRef (OBJ (x)); }
  FAILS_WITH (":31: 'x' (C double array): a view of it is held after the block");
  with_objmode () { Py_CLEAR (kept); }
  with_objmode (error (rc), x = "copy [n]") { kept = Py_NewRef (OBJ (x)); }
  CHECK (!rc);
  with_objmode () { Py_CLEAR (kept); }
  with_objmode (error (rc), x = "[n]") { x[0] = 7; if (n < 0) CHECK (OBJ (x)); }
  CHECK (!rc && x[0] == 7);
  n = -1;
  with_objmode (error (rc), x = "[n]") { CHECK (OBJ (x) && 0); }
  FAILS_WITH ("extent -1 of dimension 0 is negative");
}

/* An exception that is set where a block begins is there when it ends.  */

static void
outer (void)
{
  int rc;
  PyGILState_STATE s = PyGILState_Ensure ();
  PyErr_SetString (PyExc_LookupError, "mine");
  with_objmode (error (rc)) { CHECK (!PyErr_Occurred ()); PyErr_SetString (PyExc_ValueError, "its"); }
  CHECK (rc && PyErr_ExceptionMatches (PyExc_LookupError));
  with_objmode (error (rc)) { CHECK (PyGILState_Check ()); }
  CHECK (!rc && PyGILState_Check ());
  PyErr_Clear ();
  PyGILState_Release (s);
}

/* The value of a declaration may leave the body.  */

static int
initial (int n)
{
  with_objmode ()
    {
      int k = ({ if (n == 3) return -3; n + 1; });
      int m = ({ int z = 0; with_objmode (z) { "z = k + 1"; } z; });
      return m;
    }
}

static int ended;

static void
at_exit (void)
{
  int n = 0;
  with_objmode (n) { OBJ (n) = PyLong_FromLong (5); }
  printf ("%d %d\n", ended, n);
}

int
main (void)
{
  double x[3] = { 1, 2, 3 };
  CHECK (raise_later (0) == 0 && raise_later (1) != 0);
  CHECK (strstr (objmode_error ()->traceback, "line 21, in raise_later\n"));
  CHECK (objmode_error ()->line == 21 && !strcmp (objmode_error ()->function, "raise_later"));
  held (x, 3);
  outer ();
  CHECK (initial (3) == -3 && initial (4) == 6);
  CHECK (!PyGILState_Check ());
  atexit (at_exit);
  with_objmode ()
    {
      ended = 1;
      exit (0);
    }
}
/* { dg-output "^1 5\n$" } */
