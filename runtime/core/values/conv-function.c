/* conv-function.c - Function pointers.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A function pointer becomes a callable (callable.c).  A callable of the same
   prototype becomes that function pointer again, and any other callable of
   Python's becomes a C function that calls it (closure.c).  C gets a reference
   to such a C function with each pointer that is stored.  The thread that
   crosses calls these functions and holds the GIL; there are no locks.  */

#include "values/closure.h"
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

/* Store in *ADDRESS the C function of the type of SLOT that OBJECT, a callable
   or None, is or becomes.  If it is a closure, the caller owns a reference to
   it.  Return 0 or -1.  */

static int
function_of (const struct om_slot *slot, PyObject *object, void **address)
{
  PyObject *kept = om_kept (object);
  const char *key;

  *address = NULL;
  if (object == Py_None)
    return 0;
  if (kept)
    object = kept;
  key = om_callable_key (object, address);
  if (!key && !PyCallable_Check (object))
    return om_value_error (slot, PyExc_TypeError, object,
			   "is not a function or None");
  if (!key)
    {
      *address = om_closure_of (slot, object);
      return *address ? 0 : -1;
    }
  if (strcmp (key, slot->var->type->function->key) != 0)
    return om_value_error (slot, PyExc_TypeError, object,
			   "has a different prototype");
  om_closure_retain (*address);
  return 0;
}

/* Let the function pointer in VALUE point to the C function that OBJECT is or
   becomes, with a reference if that is a closure.  Return 0 or -1.  */

static int
from_python (const struct om_slot *slot, PyObject *object,
	     union om_value *value)
{
  void *address;

  if (function_of (slot, object, &address) != 0)
    return -1;
  memcpy (value->bytes, &address, sizeof address);
  return 0;
}

/* Let the variable of SLOT at PLACE have the pointer of VALUE, and the
   reference.  What was there is C's to release.  SLOT is not needed.  */

static void
store (const struct om_slot *slot, char *place, union om_value *value)
{
  (void) slot;
  memcpy (place, value->bytes, sizeof (void *));
  memset (value->bytes, 0, sizeof (void *));
}

/* Release the reference of VALUE, if it was not stored.  */

static void
drop (union om_value *value)
{
  void *address;

  memcpy (&address, value->bytes, sizeof address);
  if (address)
    om_closure_release (address);
}

/* Put the C function that OBJECT, an argument of SLOT, is or becomes at PLACE,
   and what is to be released after the call into HOLD.  Return 0 or -1.  */

static int
argument (const struct om_slot *slot, PyObject *object, char *place,
	  struct om_hold *hold)
{
  void *address;

  if (function_of (slot, object, &address) != 0)
    return -1;
  if (!om_kept (object))
    hold->closure = address;
  memcpy (place, &address, sizeof address);
  return 0;
}

static const struct om_operations operations = {
  .store = store, .drop = drop, .argument = argument, .holds = 1
};

/* Choose the functions for SLOT, a function pointer.  Return 0 or -1.  */

static int
choose (struct om_slot *slot)
{
  if (!slot->var->type->function)
    return om_slot_error (slot, PyExc_SystemError, "internal error: the "
			  "function pointer has no prototype");
  slot->operations = &operations;
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
   SLOT at P, of NDIM extents SHAPE.  Return 0; or -1, and then some of them may
   be there, with references.  */

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

/* Let PENDING, or if that is NULL the struct, own the references to the N
   function pointers at COPY.  If FAILED, or if there is no memory for that,
   release them.  Return 0 or -1.  */

static int
own_functions (struct om_pending *pending, void **copy, size_t n, int failed)
{
  for (size_t i = 0; i < n; i++)
    if (copy[i] && failed)
      om_closure_release (copy[i]);
    else if (copy[i] && pending)
      failed = om_remember_closure (pending, copy[i]) != 0;
  return failed ? -1 : 0;
}

/* Let the function pointers of the array FIELD at P be those of OBJECT, a
   sequence for each dimension, all or none.  P is in the copy of PENDING, or
   that is NULL.  Return 0 or -1.  */

static int
set_array (const struct om_field *field, char *p, PyObject *object,
	   struct om_pending *pending)
{
  size_t n = 1;
  char *copy;
  int result;

  for (int d = 0; d < field->ndim; d++)
    n *= field->shape[d];
  copy = calloc (n + 1, sizeof (void *));
  if (!copy)
    {
      PyErr_NoMemory ();
      return -1;
    }
  result = convert_functions (&field->slot, copy, field->shape, field->ndim,
			      object);
  result = own_functions (pending, (void **) copy, n, result != 0);
  if (result == 0)
    memcpy (p, copy, n * sizeof (void *));
  free (copy);
  return result;
}

/* Let the function pointer FIELD at P be what OBJECT is or becomes.  P is in
   the copy of PENDING, or that is NULL.  OWNED is not needed.  Return 0 or
   -1.  */

static int
set (const struct om_field *field, char *p, PyObject *object, int owned,
     struct om_pending *pending)
{
  void *address;

  (void) owned;
  if (function_of (&field->slot, object, &address) != 0
      || (address && pending && om_remember_closure (pending, address) != 0))
    return -1;
  memcpy (p, &address, sizeof address);
  return 0;
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
  .set = set, .get_array = get_array, .set_array = set_array,
  .set_pointer = set_pointer
};

const struct om_kind om_kind_FUNCTION = {
  .choose = choose,
  .number = om_pointer_number, .member = &member
};
