/* address.c - Pointers as numbers, and the memory at them.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* objmode.address is the class of the ints that pointers without extents are,
   and objmode.carray makes an array of the memory at an address, about which
   nothing is checked.  The thread that crosses calls these functions and holds
   the GIL; there are no locks.  */

#include "values/convert.h"
#include "values/numpy.h"
#include "values/follow.h"
#include "values/offers.h"

/* Return the class objmode.address, a new reference, or NULL.  It is made
   once.  */

PyObject *
om_offer_address (void)
{
  static PyObject *class;

  if (!class)
    {
      PyObject *made = om_bootstrap_call ("make_address", "()");
      /* Python code has run, so another thread may have made it.  */
      if (made && !class)
	class = made;
      else
	Py_XDECREF (made);
    }
  return Py_XNewRef (class);
}

/* Return POINTER, the member FIELD of VIEW, as an objmode.address that says how
   its extents can be given.  */

PyObject *
om_address (const struct om_field *field, void *pointer, PyObject *view)
{
  PyObject *class = om_offer_address (), *number, *place = NULL, *result = NULL;
  struct om_path *path;
  char *data;
  int owned;

  number = class ? PyLong_FromVoidPtr (pointer) : NULL;
  if (number)
    result = PyObject_CallOneArg (class, number);
  if (result)
    place = om_place_new (NULL, 1, &path);
  if (place)
    om_path_follow (path, om_view_path (view),
		    om_view_record (view, &data, &owned), field, -1);
  if (result && (!place || PyObject_SetAttrString (result, "_why", place) != 0))
    Py_CLEAR (result);
  Py_XDECREF (place);
  Py_XDECREF (number);
  Py_XDECREF (class);
  return result;
}

/* Store the address that OBJECT is, an integer or the view of a struct, in
   *ADDRESS.  Return 0 or -1.  */

static int
address_of (PyObject *object, char **address)
{
  PyObject *index;
  int owned;

  if (om_view_p (object))
    {
      om_view_record (object, address, &owned);
      return 0;
    }
  index = PyNumber_Index (object);
  *address = index ? PyLong_AsVoidPtr (index) : NULL;
  Py_XDECREF (index);
  if (!*address && !PyErr_Occurred ())
    PyErr_SetString (PyExc_ValueError, "carray: a null pointer");
  return *address ? 0 : -1;
}

/* Return an array of the memory at DATA with the extents SHAPE, a tuple of
   ints, and the dtype DESCR, or NULL.  */

static PyObject *
array_at (char *data, PyObject *shape, PyObject *descr)
{
  Py_ssize_t extents[OM_MAX_DIMENSIONS], n = PyTuple_GET_SIZE (shape);

  if (n > OM_MAX_DIMENSIONS)
    return PyErr_Format (PyExc_ValueError,
			 "carray: %zd dimensions are too many", n);
  for (Py_ssize_t i = 0; i < n; i++)
    {
      extents[i] = PyLong_AsSsize_t (PyTuple_GET_ITEM (shape, i));
      if (extents[i] == -1 && PyErr_Occurred ())
	return NULL;
    }
  return om_numpy_view (descr, n, extents, NULL, data, 0);
}

/* The Python function carray (ADDRESS, SHAPE, DTYPE).  */

static PyObject *
carray (PyObject *self, PyObject *args, PyObject *keywords)
{
  static char *names[] = { "address", "shape", "dtype", NULL };
  PyObject *object, *shape, *dtype, *layout, *result = NULL;
  char *data;

  (void) self;
  if (!PyArg_ParseTupleAndKeywords (args, keywords, "OOO:carray", names,
				    &object, &shape, &dtype)
      || om_numpy_load () != 0)
    return NULL;
  layout = om_bootstrap_call ("array_layout", "(OO)", shape, dtype);
  if (layout && address_of (object, &data) == 0)
    result = array_at (data, PyTuple_GET_ITEM (layout, 0),
		       PyTuple_GET_ITEM (layout, 1));
  Py_XDECREF (layout);
  return result;
}

/* The function objmode.carray.  */
PyMethodDef om_offer_carray = {
  "carray", (PyCFunction) (void (*) (void)) carray,
  METH_VARARGS | METH_KEYWORDS,
  "carray($module, address, shape, dtype)\n--\n\n"
  "Return an array of the memory at ADDRESS.  Nothing is checked, and the\n"
  "array ends with nothing."
};
