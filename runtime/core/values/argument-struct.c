/* argument-struct.c - Structs that C functions get and return.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A pointer to a struct points to the memory of the view that is passed; a
   struct by value is copied, and borrows what the view owns.  The thread
   that crosses calls these functions and holds the GIL; there are no locks.  */

#include "values/callable.h"
#include "values/convert.h"
#include "values/record.h"
#include <stdlib.h>
#include <string.h>

/* Set an exception: the argument OBJECT is the struct RECORD, not that of
   SLOT.  Return -1.  */

static OM_COLD int
wrong_struct (const struct om_slot *slot, const struct om_record *record)
{
  if (strcmp (record->name, slot->record->name) == 0)
    return om_slot_error (slot, PyExc_TypeError,
			  "is given a different type with the same name");
  return om_slot_error (slot, PyExc_TypeError, "is given a %s",
			record->name);
}

/* Store in *ADDRESS where the struct of VIEW is, for the pointer SLOT;
   the rest is as in om_struct_argument.  */

static int
view_argument (const struct om_slot *slot, PyObject *view,
	       const int64_t *extents, struct om_hold *hold, char **address)
{
  int owned, is_const = (slot->var->flags & OBJMODE_VAR_CONST) != 0;
  const struct om_record *record = om_view_record (view, address, &owned);

  if (!om_record_same_p (record, slot->record))
    return wrong_struct (slot, record);
  if (om_view_read_only_p (view) && !is_const)
    return om_refuse_argument (slot, PyExc_ValueError, view, "is read-only");
  if ((uintptr_t) *address % slot->var->type->align != 0)
    return om_refuse_argument (slot, PyExc_ValueError, view,
			       "is not aligned");
  if (om_check_extents (slot, view, extents, 0, NULL) != 0)
    return -1;
  if (owned && record->has_pointers && !is_const)
    {
      hold->before = malloc (record->size);
      if (!hold->before)
	{
	  PyErr_NoMemory ();
	  return -1;
	}
      memcpy (hold->before, *address, record->size);
    }
  return 0;
}

/* Store in *ADDRESS where the struct of OBJECT is, which C gets as the pointer
   SLOT, a result: a view of memory of C's.  Return 0 or -1.  */

int
om_struct_address (const struct om_slot *slot, PyObject *object,
		   char **address)
{
  const struct om_record *record;
  int owned;

  if (!om_view_p (object))
    return om_value_error (slot, PyExc_TypeError, object,
			   "is not such a struct or None");
  record = om_view_record (object, address, &owned);
  if (!om_record_same_p (record, slot->record))
    return wrong_struct (slot, record);
  if (owned)
    return om_refuse_argument (slot, PyExc_TypeError, object,
			       "is a copy, whose memory is not C's");
  if (om_view_read_only_p (object) && !(slot->var->flags & OBJMODE_VAR_CONST))
    return om_refuse_argument (slot, PyExc_ValueError, object,
			       "is read-only");
  return 0;
}

/* Store in *ADDRESS where the structs of OBJECT, an array or another buffer,
   are, for the pointer SLOT; the rest is as in om_struct_argument.  */

static int
array_argument (const struct om_slot *slot, PyObject *object,
		const int64_t *extents, struct om_hold *hold, char **address)
{
  PyObject *dtype = om_record_dtype (slot->record);
  struct om_memory memory;
  const char *why;
  int same;

  if (!dtype)
    return -1;
  if (om_numpy_array_p (object))
    hold->keep = Py_NewRef (object);
  else
    hold->keep = om_bootstrap_call ("as_memory", "(O)", object);
  same = (hold->keep && om_numpy_array_p (hold->keep)
	  ? PyObject_RichCompareBool (om_numpy_descr (hold->keep), dtype,
				      Py_EQ) : -1);
  Py_DECREF (dtype);
  if (same < 0)
    return om_refuse_argument (slot, PyExc_TypeError, object,
			       "is not such a struct, an array of it or None");
  if (!same)
    return om_slot_error (slot, PyExc_TypeError,
			  "%s object has elements of a different type, %R",
			  Py_TYPE (object)->tp_name,
			  om_numpy_descr (hold->keep));
  why = om_numpy_unfit (hold->keep, !(slot->var->flags & OBJMODE_VAR_CONST));
  memory = om_numpy_memory (hold->keep);
  /* NumPy knows no alignment of a dtype that was not made with align.  */
  if (!why && (uintptr_t) memory.data % slot->var->type->align != 0)
    why = "is not aligned";
  if (why)
    return om_refuse_argument (slot, PyExc_ValueError, object, why);
  *address = memory.data;
  return om_check_extents (slot, object, extents, memory.ndim, memory.shape);
}

/* Put the address of the struct OBJECT, a view, None, or an array of the same
   dtype, to which SLOT is to point, into FRAME, and what it needs into HOLD;
   EXTENTS are as in om_check_extents.  Return 0 or -1.  */

int
om_struct_argument (const struct om_slot *slot, PyObject *object,
		    const int64_t *extents, char *frame, struct om_hold *hold)
{
  char *address = NULL;
  int result = 0;

  if (om_view_p (object))
    result = view_argument (slot, object, extents, hold, &address);
  else if (object != Py_None)
    result = array_argument (slot, object, extents, hold, &address);
  if (result == 0)
    memcpy (frame + slot->offset, &address, sizeof address);
  return result;
}

/* Put OBJECT as the struct of SLOT, an argument, at PLACE, and what it needs
   into HOLD.  Of a view of the same type the struct has the strings and
   objects too.  Return 0 or -1.  */

int
om_value_argument (const struct om_slot *slot, PyObject *object, char *place,
		   struct om_hold *hold)
{
  const struct om_record *record;
  char *data;
  int owned;

  if (om_view_p (object))
    {
      record = om_view_record (object, &data, &owned);
      if (!om_record_same_p (record, slot->record))
	return wrong_struct (slot, record);
      memcpy (place, data, slot->size);
      hold->keep = Py_NewRef (object);
      return 0;
    }
  hold->keep = om_struct_new (slot, place, object);
  return hold->keep ? 0 : -1;
}

/* What own_string needs to know.  */
struct change
{
  char *data;
  const char *before;
  int failed;
};

/* The string at P, of a struct that owns it, is const for C, which may have
   replaced it by any other: let it be a copy of that one.  */

static int
own_string (const struct om_field *field, char *p, void *closure)
{
  struct change *change = closure;
  char *now, *old;

  if (om_counted_p (field) || !(field->flags & OBJMODE_FIELD_CONST))
    return 0;
  memcpy (&now, p, sizeof now);
  memcpy (&old, change->before + (p - change->data), sizeof old);
  if (now == old)
    return 0;
  if (now)
    {
      now = strdup (now);
      change->failed |= !now;
    }
  memcpy (p, &now, sizeof now);
  free (old);
  return 0;
}

/* A C function that got VIEW for SLOT has returned; the struct, which owns
   its strings, was BEFORE.  See that it still does.  Return 0 or -1; an
   exception may be set, and then is not lost.  */

int
om_own_strings (const struct om_slot *slot, PyObject *view,
		const char *before)
{
  struct change change = { NULL, before, 0 };
  int owned;

  om_view_record (view, &change.data, &owned);
  om_each_pointer (slot->record, change.data, own_string, &change);
  if (!change.failed)
    return 0;
  if (!PyErr_Occurred ())
    PyErr_NoMemory ();
  return -1;
}

/* Return which of the ARGS of S has the struct of SIZE bytes at DATA in its
   memory, borrowed, or NULL.  */

static PyObject *
owner_of (const struct om_signature *s, PyObject *const *args,
	  const char *data, size_t size)
{
  for (uint32_t i = 0; i < s->function->n_parameters; i++)
    {
      const char *start = NULL;
      size_t n = 0;
      int owned;

      if (!om_array_p (&s->parameters[i]))
	continue;
      if (om_view_p (args[i]))
	n = om_view_record (args[i], (char **) &start, &owned)->size;
      else if (om_numpy_array_p (args[i]))
	n = om_numpy_bytes (args[i], &start,
			    s->parameters[i].var->type->size);
      if (n >= size && data >= start && data - start <= (ptrdiff_t) (n - size))
	return args[i];
    }
  return NULL;
}

/* Take away the reference of the object at P, if it is one.  */

static int
take_object (const struct om_field *field, char *p, void *closure)
{
  PyObject *object;

  (void) closure;
  if (om_counted_p (field))
    {
      memcpy (&object, p, sizeof object);
      Py_XDECREF (object);
    }
  return 0;
}

/* Return the object of the struct, or pointer to a struct, that is the result
   of S in FRAME; ARGS are the arguments.  */

PyObject *
om_struct_result (const struct om_signature *s, PyObject *const *args,
		  char *frame)
{
  const struct om_slot *slot = &s->result;
  char *data = frame + slot->offset;
  PyObject *result;

  if (!om_array_p (slot))
    {
      /* The references of the result are taken over.  */
      result = om_view_copy (slot->record, data);
      om_each_pointer (slot->record, data, take_object, NULL);
      return result;
    }
  memcpy (&data, data, sizeof data);
  if (!data)
    return Py_NewRef (Py_None);
  return om_view_new (slot->record, data,
		      owner_of (s, args, data, slot->record->size),
		      (slot->var->flags & OBJMODE_VAR_CONST) != 0);
}
