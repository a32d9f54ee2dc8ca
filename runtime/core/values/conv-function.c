/* conv-function.c - Function pointers.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A function pointer becomes a callable (callable.c); only a callable of the
   same prototype becomes a function pointer again.  The thread that crosses
   calls these functions and holds the GIL; there are no locks.  */

#include "values/callable.h"
#include "values/convert.h"
#include "values/record.h"
#include <stdlib.h>
#include <string.h>

/* Return the callable of the function pointer at P, None for NULL.  */

static PyObject *
to_python (const struct om_slot *slot, const void *p)
{
  void *address;

  memcpy (&address, p, sizeof address);
  return (address ? om_callable_at (slot->var->type->function, address, Py_None)
	  : Py_NewRef (Py_None));
}

/* Let the function pointer in VALUE point to what OBJECT, a callable of the
   same prototype or None, is.  Return 0 or -1.  */

static int
from_python (const struct om_slot *slot, PyObject *object,
	     union om_value *value)
{
  const char *key;
  void *address = NULL;

  if (object != Py_None)
    {
      key = om_callable_key (object, &address);
      if (!key)
	return om_value_error (slot, PyExc_TypeError, object,
			       "is not a C function or None");
      if (strcmp (key, slot->var->type->function->key) != 0)
	return om_value_error (slot, PyExc_TypeError, object,
			       "has a different prototype");
    }
  memcpy (value->bytes, &address, sizeof address);
  return 0;
}

/* Choose the functions for SLOT, a function pointer.  Return 0 or -1.  */

static int
choose (struct om_slot *slot)
{
  if (!slot->var->type->function)
    return om_slot_error (slot, PyExc_SystemError, "internal error: the "
			  "function pointer has no prototype");
  slot->to_python = to_python;
  slot->from_python = from_python;
  return 0;
}

/* Return the function pointers of SLOT at P, of NDIM extents SHAPE: a tuple
   for each dimension.  */

static PyObject *
get_functions (const struct om_slot *slot, const char *p,
	       const Py_ssize_t *shape, int ndim)
{
  Py_ssize_t step = sizeof (void *);
  PyObject *tuple;

  if (ndim == 0)
    return to_python (slot, p);
  for (int d = 1; d < ndim; d++)
    step *= shape[d];
  tuple = PyTuple_New (shape[0]);
  for (Py_ssize_t i = 0; tuple && i < shape[0]; i++)
    {
      PyObject *one = get_functions (slot, p + i * step, shape + 1,
				     ndim - 1);
      if (one)
	PyTuple_SET_ITEM (tuple, i, one);
      else
	Py_CLEAR (tuple);
    }
  return tuple;
}

/* Convert OBJECT, a sequence for each dimension, to the function pointers of
   SLOT at P, of NDIM extents SHAPE.  Return 0 or -1.  */

static int
convert_functions (const struct om_slot *slot, char *p,
		   const Py_ssize_t *shape, int ndim, PyObject *object)
{
  Py_ssize_t step = sizeof (void *), n;
  union om_value value;
  PyObject *tuple;
  int result = 0;

  if (ndim == 0)
    {
      if (from_python (slot, object, &value) != 0)
	return -1;
      memcpy (p, value.bytes, sizeof (void *));
      return 0;
    }
  if (!PyTuple_Check (object) && !PyList_Check (object))
    return om_value_error (slot, PyExc_TypeError, object,
			   "is not a tuple or list");
  /* PySequence_List of 3.11 leaks if it fails.  */
  tuple = PySequence_Tuple (object);
  if (!tuple)
    return -1;
  n = PyTuple_GET_SIZE (tuple);
  if (n != shape[0])
    result = om_slot_error (slot, PyExc_ValueError,
			    "has %zd elements, not %zd", n, shape[0]);
  for (int d = 1; d < ndim; d++)
    step *= shape[d];
  for (Py_ssize_t i = 0; i < n && result == 0; i++)
    result = convert_functions (slot, p + i * step, shape + 1, ndim - 1,
				PyTuple_GET_ITEM (tuple, i));
  Py_DECREF (tuple);
  return result;
}

/* Return the function pointers of the array FIELD at P: a tuple for each
   dimension.  */

static PyObject *
get_array (const struct om_field *field, const char *p)
{
  return get_functions (&field->slot, p, field->shape, field->ndim);
}

/* Let the function pointers of the array FIELD at P be those of OBJECT, a
   sequence for each dimension, all or none.  Return 0 or -1.  */

static int
set_array (const struct om_field *field, char *p, PyObject *object)
{
  size_t size = sizeof (void *);
  char *copy;
  int result;

  for (int d = 0; d < field->ndim; d++)
    size *= field->shape[d];
  copy = malloc (size);
  if (!copy)
    {
      PyErr_NoMemory ();
      return -1;
    }
  result = convert_functions (&field->slot, copy, field->shape, field->ndim,
			      object);
  if (result == 0)
    memcpy (p, copy, size);
  free (copy);
  return result;
}

/* Let the function pointer at P be POINTER.  PENDING is not needed.  Return
   0.  */

static int
set_pointer (char *p, void *pointer, struct om_pending *pending)
{
  (void) pending;
  memcpy (p, &pointer, sizeof pointer);
  return 0;
}

static const struct om_member_operations member = {
  .get_array = get_array, .set_array = set_array, .set_pointer = set_pointer
};

const struct om_kind om_kind_FUNCTION = {
  .choose = choose,
  .number = om_pointer_number, .member = &member
};
