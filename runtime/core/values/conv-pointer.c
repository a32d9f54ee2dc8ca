/* conv-pointer.c - Pointers to what Python knows nothing of.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Such a pointer is a number to Python, which no memory belongs to.  If it
   points to what Python could use, and only the extents are missing, the number
   is one of objmode.address, which says so when it is subscripted.  The
   thread that crosses calls these functions and holds the GIL; there are no
   locks.  */

#include "values/convert.h"
#include "values/follow.h"
#include "values/numpy.h"
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

/* Choose the functions for SLOT, a pointer: as a variable it is an int, no
   matter what it points to.  Return 0.  */

int
om_choose_pointer (struct om_slot *slot)
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

/* Let the pointer at P of FIELD be OBJECT, an integer or None.  Return 0 or
   -1.  */

int
om_set_pointer (const struct om_field *field, char *p, PyObject *object)
{
  union om_value value;

  if (om_numpy_scalar_p (object, "ndarray"))
    return om_slot_error (&field->slot, PyExc_TypeError, "is a pointer, to "
			  "which an array cannot be assigned; write "
			  "%s[...] = a", field->var.c_name);
  if (field->slot.from_python (&field->slot, object, &value) != 0)
    return -1;
  memcpy (p, value.bytes, sizeof (void *));
  return 0;
}

/* Copy the pointer at FROM to P: see struct om_member_operations.  */

int
om_copy_pointer (char *p, const char *from, int fresh,
		 struct om_pending *pending)
{
  (void) fresh;
  (void) pending;
  memcpy (p, from, sizeof (void *));
  return 0;
}

/* Store POINTER at P: see struct om_member_operations.  */

int
om_store_pointer (char *p, void *pointer, struct om_pending *pending)
{
  (void) pending;
  memcpy (p, &pointer, sizeof pointer);
  return 0;
}

/* Return the member FIELD of VIEW at P: see struct om_member_operations.  */

static PyObject *
get (const struct om_field *field, char *p, PyObject *view, int read_only)
{
  void *pointer;

  (void) read_only;
  if (!(field->flags & OBJMODE_FIELD_ADDRESS))
    return to_python (&field->slot, p);
  memcpy (&pointer, p, sizeof pointer);
  return om_address (field, pointer, view);
}

/* Return what repr shows of the member FIELD at P.  */

static PyObject *
show (const struct om_field *field, const char *p)
{
  const char *type = field->type.name, *star = strrchr (type, '*');
  PyObject *target, *text;
  void *pointer;

  memcpy (&pointer, p, sizeof pointer);
  if (!(field->flags & OBJMODE_FIELD_ADDRESS) || !star || star == type)
    {
      target = to_python (&field->slot, p);
      text = target ? PyObject_Repr (target) : NULL;
      Py_XDECREF (target);
      return text;
    }
  if (!pointer)
    return PyUnicode_FromString ("None");
  target = PyUnicode_FromStringAndSize (type, star - type - 1);
  text = target ? PyUnicode_FromFormat ("<%U at %p>", target, pointer) : NULL;
  Py_XDECREF (target);
  return text;
}

/* Let the member FIELD at P be OBJECT: see struct om_member_operations.  */

static int
set (const struct om_field *field, char *p, PyObject *object, int owned,
     struct om_pending *pending)
{
  (void) owned;
  (void) pending;
  return om_set_pointer (field, p, object);
}

static const struct om_member_operations member = {
  .get = get, .show = show, .set = set, .copy = om_copy_pointer,
  .set_pointer = om_store_pointer
};

const struct om_kind om_kind_POINTER = {
  .choose = om_choose_pointer,
  .number = om_pointer_number, .untyped = 1, .pointer = 1, .member = &member
};
