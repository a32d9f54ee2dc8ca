/* No object is left over by any kind of variable, whether the body ends,
   leaves or fails; one that is left over on purpose is seen.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-Wall -Wextra -Wshadow" } */
#include <Python.h>
#include <complex.h>
#include "check.h"

#define ROUNDS 300

enum { ENDS, RETURNS, BREAKS, GOES, FAILS, FAILS_GOING, NO_OUTPUT, BAD_OUTPUT,
       LEAKS, N_WAYS };

struct point { double x; int k[3]; char name[8]; };

/* What the block allocates in C; the caller frees it.  */
static objmode_object *o;
static char *copy;

static int
callee (int n)
{
  return n;
}

/* Use objects of all kinds, and end by the way HOW.  */

static int
all (int how, const char *text, double *p, struct point point,
     int (*function) (int))
{
  int rc = 0;
  long long n = 1LL << 40, y = 0;
  double d = 1.5, array[4] = { 1, 2, 3, 4 };
  double _Complex z = 2;
  char name[16] = "name", *list[2] = { "a", "b" };
  for (;;)
    {
      with_objmode (y, d, z, name, copy, array, o, p = "[4]", list = "str[2]", error (rc))
	{
	  PyObject *all = PyTuple_Pack (8, OBJ (n), OBJ (text), OBJ (p), OBJ (point), OBJ (list), OBJ (function), OBJ (o), OBJ (array));
	  long k = PyTuple_Size (all) + 100000;
	  Py_DECREF (all);
	  OBJ (y) = PyLong_FromLong (k);
	  Py_SETREF (OBJ (d), PyNumber_Add (OBJ (d), OBJ (n)));
	  Py_SETREF (OBJ (z), PyNumber_Multiply (OBJ (z), OBJ (z)));
	  Py_SETREF (OBJ (name), PyUnicode_FromFormat ("%U-%d", OBJ (name), 12345));
	  OBJ (copy) = PyUnicode_FromString ("a new string");
	  Py_SETREF (OBJ (array), Py_BuildValue ("(dddd)", 1., 2., 3., 4e9));
	  Py_SETREF (OBJ (o), PyList_New (3));
	  switch (how)
	    {
	    case RETURNS: return 0;
	    case GOES: goto out;
	    case FAILS: PyErr_SetString (PyExc_ValueError, "planned"); break;
	    case FAILS_GOING: PyErr_SetString (PyExc_ValueError, "planned"); goto out;
	    case NO_OUTPUT: Py_CLEAR (OBJ (name)); break;
	    case BAD_OUTPUT: Py_SETREF (OBJ (array), Py_NewRef (OBJ (text))); break;
	    case LEAKS: Py_INCREF (OBJ (o)); break;
	    }
	  if (how == BREAKS)
	    break;
	}
      break;
    }
out:
  CHECK (rc ? !copy : y == 100008 && !strcmp (name, "name-12345") && array[3] == 4e9);
  return rc;
}

/* Return how many objects two thirds of ROUNDS runs that end by HOW leave
   over.  */

static long
left_over (int how)
{
  static double p[4];
  long before = 0, after = 0;
  for (int i = 0; i < ROUNDS; i++)
    {
      if (i == ROUNDS / 3)
	with_objmode (before) { "import sys, gc; gc.collect (); before = sys.getallocatedblocks ()"; }
      with_objmode (o) { "o = [1, 2]"; }
      int rc = all (how, "text \303\251", p, (struct point) { .x = 3, .name = "n" }, callee);
      CHECK (!rc == (how < FAILS || how == LEAKS));
      CHECK (!rc == (copy && !strcmp (copy, "a new string")));
      free (copy);
      copy = NULL;
      objmode_release (o);
      o = NULL;
      objmode_clear_error ();
    }
  with_objmode (after) { "import sys, gc; gc.collect (); after = sys.getallocatedblocks ()"; }
  return after - before;
}

int
main (void)
{
  for (int how = 0; how < N_WAYS; how++)
    {
      long n = left_over (how);
      /* A list is two blocks of memory.  */
      if (how == LEAKS ? n < ROUNDS : n > ROUNDS / 6)
	{
	  fprintf (stderr, "way %d: %ld left over\n", how, n);
	  abort ();
	}
    }
  return 0;
}
