/* conv-memory.c - Members that point to elements with known extents.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Such a member is an array of NumPy over the elements.  Its extents are
   computed each time that it is read, by a function that the plugin has made.
   Its base is a place (path.c), which has the holder.  A flexible array has its
   elements behind the struct.  The thread that crosses calls these functions
   and holds the GIL; there are no locks.  */

#include "values/convert.h"
#include "values/follow.h"
#include <stdlib.h>
#include <string.h>

/* Return the conversion of the elements of FIELD, made when it is first asked
   for, or NULL.  */

static const struct om_slot *
elements_of (const struct om_field *field)
{
  struct om_elements *e = field->elements;
  struct om_record *record = NULL;

  if (e)
    return &e->slot;
  if (om_numpy_load () != 0)
    return NULL;
  if (field->target->fields)
    {
      record = om_record_of (field->target);
      if (!record)
	return NULL;
    }
  e = calloc (1, sizeof *e);
  if (!e)
    return (const struct om_slot *) PyErr_NoMemory ();
  e->var = field->var;
  e->var.type = field->target;
  e->var.flags |= OBJMODE_VAR_ARRAY;
  e->var.ndim = field->rank;
  e->slot.var = &e->var;
  e->slot.block = field->slot.block;
  e->slot.function = field->slot.function;
  e->slot.size = field->target->size;
  e->slot.record = record;
  e->slot.input = -1;
  e->slot.descr = om_numpy_dtype (&e->slot);
  if (!e->slot.descr || field->elements)
    {
      /* Python code has run, so another thread may have been here.  */
      Py_XDECREF (e->slot.descr);
      free (e);
    }
  else
    ((struct om_field *) field)->elements = e;
  return field->elements ? &field->elements->slot : NULL;
}

/* Compute the extents of the elements at DATA of FIELD, whose first argument is
   SELF, and check them; if DISTRUSTED, also that there is such memory.  Store
   extents and strides, in bytes, in MEMORY, which has room for them in ROOM.
   Return 0 or -1.  */

static int
measure (const struct om_field *field, const struct om_slot *slot,
	 char *data, char *self, int distrusted, struct om_memory *memory,
	 Py_ssize_t *room)
{
  int64_t values[2 * OM_MAX_DIMENSIONS];
  struct { void *data; ptrdiff_t shape[2 * OM_MAX_DIMENSIONS]; } frame;
  int rank = field->rank;

  if (rank > OM_MAX_DIMENSIONS)
    return om_slot_error (slot, PyExc_ValueError,
			  "has %d dimensions, which are too many", rank);
  field->extents (self, values);
  if (values[0] == INT64_MIN)
    return om_slot_error (slot, PyExc_ValueError,
			  "its extents divide by 0 or by -1");
  frame.data = data;
  for (int d = 0; d < 2 * rank; d++)
    frame.shape[d] = values[d];
  for (int d = 0; d < rank; d++)
    room[d] = values[d];
  memory->data = data;
  memory->ndim = rank;
  memory->shape = room;
  memory->strides = room + rank;
  if (om_check_memory (slot, &frame, room + rank) != 0)
    return -1;
  return (!distrusted || om_memory_sound_p (slot, &frame) ? 0
	  : om_slot_error (slot, PyExc_ValueError, "cannot be read"));
}

/* Return an array over MEMORY, the elements SLOT of FIELD of VIEW.  */

static PyObject *
make_array (const struct om_field *field, const struct om_slot *slot,
	    const struct om_memory *memory, PyObject *view, int read_only)
{
  PyObject *holder = NULL, *place, *array;
  struct om_path *path;
  char *data;
  int owned;

  /* What lies behind the struct ends with the view of it.  */
  if (field->flags & OBJMODE_FIELD_FLEXIBLE)
    holder = Py_NewRef (view);
  else if (!(field->flags & (OBJMODE_FIELD_LASTING | OBJMODE_FIELD_COPIED))
	   && om_holder (view, &holder) != 0)
    return NULL;
  place = om_place_new (holder, read_only, &path);
  if (!place)
    return NULL;
  om_path_follow (path, om_view_path (view),
		  om_view_record (view, &data, &owned), field, -1);
  array = om_numpy_member (slot->descr, memory, read_only, place);
  Py_DECREF (place);
  if (array && (field->flags & OBJMODE_FIELD_COPIED))
    Py_SETREF (array, PyObject_CallMethod (array, "copy", NULL));
  return array;
}

/* Return the member FIELD of VIEW at P: see struct om_member_operations.  */

static PyObject *
get (const struct om_field *field, char *p, PyObject *view, int read_only)
{
  static double nothing;
  const struct om_slot *slot;
  Py_ssize_t room[2 * OM_MAX_DIMENSIONS];
  struct om_memory memory;
  char *data = p, *self = p - field->offset + field->self, *start;
  int owned;

  om_view_record (view, &start, &owned);
  if (!(field->flags & OBJMODE_FIELD_FLEXIBLE))
    {
      memcpy (&data, p, sizeof data);
      read_only = (field->flags & OBJMODE_FIELD_TO_CONST) != 0;
      if (!data)
	return Py_NewRef (Py_None);
    }
  else if (owned)
    {
      om_slot_error (&field->slot, PyExc_ValueError, "is a flexible array, "
		     "which a copy of the struct does not have");
      return NULL;
    }
  /* A copy of a part does not have the members of the whole.  */
  if (!om_view_owns (view, self))
    return om_address (field, data, view);
  slot = elements_of (field);
  if (!slot || measure (field, slot, data, self,
				 om_view_distrusted_p (view), &memory, room)
      != 0)
    return NULL;
  if (!memory.data)
    memory.data = (char *) &nothing;
  return make_array (field, slot, &memory, view, read_only);
}

/* Return what repr shows of the member FIELD at P.  */

static PyObject *
show (const struct om_field *field, const char *p)
{
  const void *data = p;

  if (!(field->flags & OBJMODE_FIELD_FLEXIBLE))
    memcpy (&data, p, sizeof data);
  return (data ? PyUnicode_FromFormat ("<%s at %p>", field->target->name, data)
	  : PyUnicode_FromString ("None"));
}

/* Let the member FIELD at P be OBJECT: see struct om_member_operations.  */

static int
set (const struct om_field *field, char *p, PyObject *object, int owned,
     struct om_pending *pending)
{
  (void) owned;
  (void) pending;
  if (field->flags & OBJMODE_FIELD_FLEXIBLE)
    return om_slot_error (&field->slot, PyExc_TypeError, "is a flexible array "
			  "and cannot be assigned; write %s[...] = a",
			  field->var.c_name);
  return om_set_pointer (field, p, object);
}

/* Return 1 if NumPy has nothing for FIELD.  */

static int
hidden_p (const struct om_field *field)
{
  return (field->flags & OBJMODE_FIELD_FLEXIBLE) != 0;
}

/* Choose the functions for SLOT, a pointer.  Return 0.  */

static int
choose (struct om_slot *slot)
{
  return om_kind_POINTER.choose (slot);
}

static const struct om_member_operations member = {
  .get = get, .show = show, .set = set, .copy = om_copy_pointer,
  .set_pointer = om_store_pointer, .hidden_p = hidden_p
};

const struct om_kind om_kind_MEMORY = {
  .choose = choose, .number = om_pointer_number, .pointer = 1,
  .member = &member
};
