/* C bodies in a header: each unit has its own.  */
#ifndef CBODY_AUX_H
#define CBODY_AUX_H
#include <Python.h>
#include <objmode.h>

static __inline__ int
cbody_twice (int n)
{
  int y = 0;
  with_objmode (y)
    {
      static int calls;
      OBJ (y) = PyNumber_Add (OBJ (n), OBJ (n));
      if (calls++ > 1000)
	return -1;
    }
  return y;
}

/* Return what V[0] to V[N - 1] add up to; N if that fails.  */

static __inline__ double
cbody_sum (const double *v, int n)
{
  double s = n;
  int i;
  for (i = 0; i < n; i++)
    with_objmode (s, x (v[i]), goto (failed), once)
      {
	PyObject *f = PyFloat_FromDouble (0), *old;
	int k = 0;
	for (; k < n; k++)
	  {
	    PyObject *e = PyFloat_FromDouble (v[k]);
	    old = f;
	    f = PyNumber_Add (f, e);
	    Py_DECREF (old);
	    Py_DECREF (e);
	  }
	if (PyFloat_AsDouble (OBJ (x)) < 0)
	  PyErr_SetString (PyExc_ValueError, "negative");
	OBJ (s) = f;
	with_objmode (s) { "s = -1.0" ; }
      }
  return s;
failed:
  return n;
}
#endif
