/* References are exact, however a C body ends.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-Wall -Wextra -Wshadow" } */
#include <Python.h>
#include "check.h"

#define ROUNDS 1000

static PyObject *known;		/* A list that many things may refer to.  */
static objmode_object *held;

static int
leave (int how, objmode_object *o)
{
  double a[3] = { 1, 2, 3 };
  for (int i = 0; i < 2; i++)
    {
      with_objmode (o)
	{
	  PyObject *sum = PyNumber_InPlaceAdd (OBJ (a), OBJ (a));
	  Py_DECREF (sum);
	  Py_SETREF (OBJ (o), Py_NewRef (known));
	  switch (how)
	    {
	    case 0: break;
	    case 1: return Py_REFCNT (OBJ (o)) > 1;
	    case 2: goto out;
	    }
	  if (how == 3)
	    break;
	  if (how == 4)
	    continue;
	}
    }
 out:
  objmode_release (o);
  return a[0] == 2 || a[0] == 4;
}

static int
fail (int how, double x, objmode_object *o)
{
  int rc, y = 1;
  double a[3] = { 1, 2, 3 };
  with_objmode (error (rc), y, o)
    {
      OBJ (y) = Py_NewRef (known);
      Py_SETREF (OBJ (o), Py_NewRef (known));
      if (how == 0)
	PyErr_SetObject (PyExc_ValueError, known);
      if (how == 1)
	Py_SETREF (OBJ (y), PyNumber_Add (OBJ (x), known));
      if (how == 2)
	Py_CLEAR (OBJ (y));
      if (how == 3)
	PyList_Append (known, OBJ (a));
      if (how == 4)
	{
	  PyErr_SetString (PyExc_KeyError, "k");
	  return -1;
	}
    }
  if (how == 3)
    with_objmode () { PyList_SetSlice (known, 0, 1, NULL); }
  return rc != 0 && y == 1;
}

int
main (void)
{
  int bad = 0;
  with_objmode () { known = PyList_New (0); held = (objmode_object *) Py_NewRef (known); }
  for (int how = 0; how < 5; how++)
    {
      Py_ssize_t before = Py_REFCNT (known);
      for (int i = 0; i < ROUNDS; i++)
	bad += !leave (how, objmode_retain (held)) && how != 1;
      Py_ssize_t after = Py_REFCNT (known);
      /* `return' drops the reference of the output.  */
      CHECK (after - before == (how == 1 ? ROUNDS : 0));
      CHECK_NUM (bad, 0);
    }
  for (int how = 0; how < 5; how++)
    {
      Py_ssize_t before = Py_REFCNT (known);
      /* A view that is held costs a collection of garbage.  */
      for (int i = 0; i < (how == 3 ? ROUNDS / 100 : ROUNDS / 4); i++)
	{
	  CHECK (fail (how, 1, held));
	  objmode_clear_error ();
	}
      CHECK (Py_REFCNT (known) == before);
    }
  return 0;
}
