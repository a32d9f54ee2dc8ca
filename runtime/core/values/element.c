/* element.c - Elements of arrays of structs.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* An element is a scalar of NumPy, of the class objmode.record.  That is
   numpy.void with one difference: the names of members are attributes too, and
   come before NumPy's own.  So f[0].size is the member of that name.  The
   thread that crosses calls these functions and holds the GIL; there are no
   locks.  */

#include "values/numpy.h"
#include "values/offers.h"

/* The class, made once, and the str "names".  */
static PyTypeObject *record_class;
static PyObject *names_key;

/* Return the names of the members of SELF, a tuple, or None; or NULL with an
   exception.  They are asked for each time, because NumPy lets a text rename
   the fields of a dtype.  */

static PyObject *
names_of (PyObject *self)
{
  return PyObject_GetAttr (om_numpy_scalar_descr (self), names_key);
}

/* Return 1 if OTHER, a name of C that is not ASCII, is what Python's source
   has as NAME; 0 if not, or -1.  */

static int
normalized_p (PyObject *other, PyObject *name)
{
  PyObject *form;
  int result;

  if (PyUnicode_IS_ASCII (other))
    return 0;
  form = om_bootstrap_call ("identifier", "(O)", other);
  result = form ? PyObject_RichCompareBool (form, name, Py_EQ) : -1;
  Py_XDECREF (form);
  return result;
}

/* Return the member of NAMES, a tuple or None, that the attribute NAME stands
   for, borrowed from NAMES; or NULL, perhaps with an exception.  */

static PyObject *
find_name (PyObject *names, PyObject *name)
{
  Py_ssize_t n = PyTuple_Check (names) ? PyTuple_GET_SIZE (names) : 0;

  for (Py_ssize_t i = 0; i < n; i++)
    if (PyTuple_GET_ITEM (names, i) == name)
      return PyTuple_GET_ITEM (names, i);
  for (Py_ssize_t i = 0; i < n; i++)
    {
      PyObject *other = PyTuple_GET_ITEM (names, i);
      int same = PyObject_RichCompareBool (other, name, Py_EQ);
      if (same == 0 && !PyUnicode_IS_ASCII (name))
	same = normalized_p (other, name);
      if (same != 0)
	return same > 0 ? other : NULL;
    }
  return NULL;
}

/* Set the AttributeError that says that SELF has no member NAME.  */

static void
no_member (PyObject *name)
{
  PyErr_Format (PyExc_AttributeError, "the struct has no member '%U' that "
		"NumPy has a type for; objmode.structs (array) has them all",
		name);
}

/* SELF.NAME  */

static PyObject *
get_attribute (PyObject *self, PyObject *name)
{
  PyObject *names = names_of (self), *key, *result;

  if (!names)
    return NULL;
  key = find_name (names, name);
  if (key)
    result = PyObject_GetItem (self, key);
  else if (PyErr_Occurred ())
    result = NULL;
  else
    {
      result = PyObject_GenericGetAttr (self, name);
      if (!result && PyErr_ExceptionMatches (PyExc_AttributeError))
	no_member (name);
    }
  Py_DECREF (names);
  return result;
}

/* SELF.NAME = VALUE  */

static int
set_attribute (PyObject *self, PyObject *name, PyObject *value)
{
  PyObject *names = names_of (self), *key;
  int result = -1;

  if (!names)
    return -1;
  key = find_name (names, name);
  if (key && value)
    result = PyObject_SetItem (self, key, value);
  else if (key)
    PyErr_Format (PyExc_AttributeError, "the member '%U' cannot be deleted",
		  name);
  else if (!PyErr_Occurred ())
    {
      result = PyObject_GenericSetAttr (self, name, value);
      if (result != 0 && PyErr_ExceptionMatches (PyExc_AttributeError))
	no_member (name);
    }
  Py_DECREF (names);
  return result;
}

/* dir (SELF): the members and what NumPy's scalars have.  */

static PyObject *
list_names (PyObject *self, PyObject *nothing)
{
  PyObject *names = names_of (self), *more = NULL, *all = NULL;

  (void) nothing;
  if (names && PyTuple_Check (names))
    Py_SETREF (names, PySequence_List (names));
  else if (names)
    Py_SETREF (names, PyList_New (0));
  if (names)
    more = PyObject_Dir ((PyObject *) Py_TYPE (self));
  if (more)
    all = PySequence_Concat (names, more);
  Py_XDECREF (names);
  Py_XDECREF (more);
  return all;
}

/* SELF.__reduce__ (), for pickle.  NumPy asks for the attribute dtype, which
   may be a member.  */

static PyObject *
reduce (PyObject *self, PyObject *nothing)
{
  (void) nothing;
  return om_bootstrap_call ("reduce_record", "(OO)", self,
			    om_numpy_scalar_descr (self));
}

/* repr (SELF), which is its str: NumPy's own repr may look at attributes of
   SELF, which its members may hide.  */

static PyObject *
represent (PyObject *self)
{
  return PyObject_Str (self);
}

/* Return the class objmode.record, a new reference, or NULL.  */

PyObject *
om_offer_record (void)
{
  static PyMethodDef methods[] = {
    { "__dir__", list_names, METH_NOARGS, NULL },
    { "__reduce__", reduce, METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL }
  };
  static PyType_Slot slots[] = {
    { Py_tp_doc, "An element of an array of C structs.  Its members are\n"
		 "attributes and items." },
    { Py_tp_methods, methods },
    { Py_tp_getattro, get_attribute },
    { Py_tp_setattro, set_attribute },
    { Py_tp_repr, represent },
    { 0, NULL }
  };
  static PyType_Spec spec = {
    .name = "objmode.record",
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = slots
  };
  PyObject *base;

  if (record_class)
    return Py_NewRef (record_class);
  if (om_numpy_load () != 0)
    return NULL;
  if (!names_key)
    names_key = PyUnicode_InternFromString ("names");
  base = names_key ? om_numpy_class ("void") : NULL;
  if (base)
    record_class = (PyTypeObject *) PyType_FromSpecWithBases (&spec, base);
  return Py_XNewRef (record_class);
}

/* Return 1 if OBJECT is an element of an array of structs.  */

int
om_element_p (PyObject *object)
{
  return record_class && Py_TYPE (object) == record_class;
}
