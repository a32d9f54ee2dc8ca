/* adapt.c - Values that are other objects in Python.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* An adapter makes another object of the raw one, and such a one of what C
   gets.  For an input or output of a block its functions take the place of
   those of the slot, which are kept beside them, so that crossings without
   adapters do not look for them.  For members of structs, and for arguments and
   results of C functions, the callers look.  The thread that crosses is here
   with the GIL; there are no locks.  */

#include "values/adapt.h"
#include "values/follow.h"
#include <stdlib.h>
#include <string.h>

/* What a slot was before om_adapt.  */
struct om_raw
{
  om_to_python *to_python;
  om_from_python *from_python;
  const struct om_operations *own;	/* The slot's, or NULL.  */
  struct om_operations operations;	/* In their place.  */
};

static om_unit_names_fn *unit_names;

/* Let FUNCTION tell the names of units.  GIL not needed.  */

void
om_adapt_init (om_unit_names_fn *function)
{
  unit_names = function;
}

/* Return the adapter that GIVEN, of the plugin, describes, made if need be; or
   NULL with an exception.  */

static struct om_adapter *
adapter_of (struct __objmode_adapter *given)
{
  struct om_adapter *adapter;
  PyObject *names;

  if (given->state)
    return given->state;
  names = unit_names (given->unit);
  if (!names)
    return NULL;
  adapter = calloc (1, sizeof *adapter);
  if (adapter)
    {
      adapter->to_name = strdup (given->to);
      adapter->from_name = given->from ? strdup (given->from) : NULL;
    }
  if (!adapter || !adapter->to_name || (given->from && !adapter->from_name))
    {
      if (adapter)
	free (adapter->to_name);
      free (adapter);
      return (struct om_adapter *) PyErr_NoMemory ();
    }
  adapter->names = Py_NewRef (names);
  given->state = adapter;
  return adapter;
}

/* Let SLOT have the adapter that GIVEN describes, which may be NULL.  Return 0
   or -1.  */

int
om_set_adapter (struct om_slot *slot, struct __objmode_adapter *given)
{
  slot->adapter = given ? adapter_of (given) : NULL;
  return given && !slot->adapter ? -1 : 0;
}

/* Return the function NAME of ADAPTER, which *FUNCTION remembers, borrowed; or
   NULL with an exception.  */

static PyObject *
function_of (const struct om_adapter *adapter, PyObject **function,
	     const char *name)
{
  PyObject *found;

  if (*function)
    return *function;
  found = om_bootstrap_call ("adapter_function", "(Os)", adapter->names, name);
  /* Another thread may have been faster.  */
  if (found && !*function)
    *function = found;
  else
    Py_XDECREF (found);
  return found ? *function : NULL;
}

/* Note that RAW, a view that SLOT has become, is held by something, which must
   end with the block.  An exception may be set, and stays.  Return 0 or
   -1.  */

static int
lend (const struct om_slot *slot, PyObject *raw)
{
  PyObject *type, *value, *traceback;
  int result;

  PyErr_Fetch (&type, &value, &traceback);
  result = om_lend (raw, slot);
  if (type)
    PyErr_Restore (type, value, traceback);
  return result;
}

/* Return the object that RAW, of SLOT, which has an adapter, is in Python.  The
   reference RAW is taken over, and may be NULL after an exception; then so is
   the result.  IS_VIEW says that RAW is a view that ends with the block.  */

PyObject *
om_adapter_to (const struct om_slot *slot, PyObject *raw, int is_view)
{
  struct om_adapter *adapter = slot->adapter;
  PyObject *function, *object;

  if (!raw)
    return NULL;
  function = function_of (adapter, &adapter->to, adapter->to_name);
  object = function ? PyObject_CallOneArg (function, raw) : NULL;
  if (!object)
    om_place_error (slot);
  if (is_view && Py_REFCNT (raw) > 1 && lend (slot, raw) != 0)
    Py_CLEAR (object);
  Py_DECREF (raw);
  return object;
}

/* Return the raw object for OBJECT, which SLOT, which has an adapter, is to
   get; a new reference, or NULL.  */

PyObject *
om_adapter_from (const struct om_slot *slot, PyObject *object)
{
  struct om_adapter *adapter = slot->adapter;
  PyObject *function, *raw;

  if (!adapter->from_name)
    {
      om_slot_error (slot, PyExc_TypeError, "cannot be assigned, since "
		     "objmode_adapt of its type does not have 'from'");
      return NULL;
    }
  function = function_of (adapter, &adapter->from, adapter->from_name);
  raw = function ? PyObject_CallOneArg (function, object) : NULL;
  if (!raw)
    om_place_error (slot);
  return raw;
}

/* Make the object of the value of SLOT at P.  */

static PyObject *
to_python (const struct om_slot *slot, const void *p)
{
  const struct om_operations *own = slot->raw->own;
  PyObject *raw = slot->raw->to_python (slot, p);

  return om_adapter_to (slot, raw,
			raw && slot->is_view && raw != Py_None
			&& !(own->lasting_p && own->lasting_p (raw)));
}

/* Convert OBJECT to the C type of SLOT in VALUE.  Return 0 or -1.  */

static int
from_python (const struct om_slot *slot, PyObject *object,
	     union om_value *value)
{
  PyObject *raw = om_adapter_from (slot, object);
  int result = raw ? slot->raw->from_python (slot, raw, value) : -1;

  Py_XDECREF (raw);
  return result;
}

/* Convert OBJECT to the output SLOT at PLACE, which is memory, in VALUE.
   Return 0 or -1.  */

static int
convert (const struct om_slot *slot, PyObject *object, const char *place,
	 union om_value *value)
{
  PyObject *raw = om_adapter_from (slot, object);
  int result = raw ? slot->raw->own->convert (slot, raw, place, value) : -1;

  Py_XDECREF (raw);
  return result;
}

/* Return 1: OBJECT, what the adapter has made, may be held after the block.  If
   it holds the view that it was made of, that is seen there.  */

static int
lasting_p (PyObject *object)
{
  (void) object;
  return 1;
}

/* Let SLOT, of a variable whose functions have been chosen, convert by the
   adapter of the variable, if it has one.  Return 0 or -1.  */

int
om_adapt (struct om_slot *slot)
{
  struct om_raw *raw;

  if (OM_LIKELY (!slot->var->adapter))
    return 0;
  if (om_set_adapter (slot, slot->var->adapter) != 0)
    return -1;
  raw = calloc (1, sizeof *raw);
  if (!raw)
    {
      PyErr_NoMemory ();
      return -1;
    }
  raw->to_python = slot->to_python;
  raw->from_python = slot->from_python;
  raw->own = slot->operations;
  if (raw->own)
    {
      raw->operations = *raw->own;
      raw->operations.convert = raw->own->convert ? convert : NULL;
      raw->operations.take = NULL;
      raw->operations.bytes_in = NULL;
      raw->operations.lasting_p = lasting_p;
      slot->operations = &raw->operations;
    }
  slot->raw = raw;
  slot->to_python = slot->to_python ? to_python : NULL;
  slot->from_python = slot->from_python ? from_python : NULL;
  slot->quick = OM_QUICK_NOT;
  return 0;
}

/* Free what om_adapt has made for SLOT.  */

void
om_unadapt (struct om_slot *slot)
{
  free (slot->raw);
  slot->raw = NULL;
}
