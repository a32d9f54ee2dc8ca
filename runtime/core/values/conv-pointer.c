/* conv-pointer.c - Pointers to what Python knows nothing of.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Such a pointer is a number to Python, which no memory belongs to.  The
   thread that crosses calls these functions and holds the GIL; there are no
   locks.  */

#include "values/convert.h"
#include <string.h>

/* Return the pointer at P as an int.  */

static PyObject *
to_python (const struct om_slot *slot, const void *p)
{
  void *pointer;

  (void) slot;
  memcpy (&pointer, p, sizeof pointer);
  return PyLong_FromVoidPtr (pointer);
}

/* Store OBJECT, an integer or None, in VALUE as a pointer.  */

static int
from_python (const struct om_slot *slot, PyObject *object,
	     union om_value *value)
{
  PyObject *index;
  unsigned long long address = 0;
  void *pointer;

  if (object != Py_None)
    {
      index = (PyLong_Check (object) ? Py_NewRef (object)
	       : om_index (slot, object));
      if (!index)
	return -1;
      address = PyLong_AsUnsignedLongLong (index);
      if ((address == (unsigned long long) -1 && PyErr_Occurred ())
	  || address != (uintptr_t) address)
	{
	  om_value_error (slot, PyExc_OverflowError, index, "does not fit");
	  Py_DECREF (index);
	  return -1;
	}
      Py_DECREF (index);
    }
  pointer = (void *) (uintptr_t) address;
  memcpy (value->bytes, &pointer, sizeof pointer);
  return 0;
}

/* Choose the functions for SLOT, a pointer to unknown memory.  Return 0.  */

static int
choose (struct om_slot *slot)
{
  slot->to_python = to_python;
  slot->from_python = from_python;
  return 0;
}

/* Return NumPy's number of pointers, which are integers to it.  */

int
om_pointer_number (const struct __objmode_type *type)
{
  static const struct __objmode_type address = { .size = sizeof (void *) };

  (void) type;
  return om_int_number (&address);
}

const struct om_kind om_kind_POINTER = {
  .choose = choose,
  .number = om_pointer_number, .untyped = 1
};
