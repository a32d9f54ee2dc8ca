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
  e->var.ndim = field->rank - field->levels;
  e->slot.var = &e->var;
  e->slot.block = field->slot.block;
  e->slot.function = field->slot.function;
  e->slot.size = field->target->size;
  e->slot.record = record;
  e->slot.input = -1;
  if (field->rank > field->levels)
    e->slot.descr = om_numpy_dtype (&e->slot);
  if ((field->rank > field->levels && !e->slot.descr) || field->elements)
    {
      /* Python code has run, so another thread may have been here.  */
      Py_XDECREF (e->slot.descr);
      free (e);
    }
  else
    ((struct om_field *) field)->elements = e;
  return field->elements ? &field->elements->slot : NULL;
}

/* Compute the extents and strides of FIELD, whose function gets SELF, and store
   them in SHAPE.  SLOT is that of the elements.  Return 0 or -1.  */

static int
measure (const struct om_field *field, const struct om_slot *slot, char *self,
	 ptrdiff_t *shape)
{
  int64_t values[2 * OM_MAX_DIMENSIONS];

  if (field->rank > OM_MAX_DIMENSIONS)
    return om_slot_error (slot, PyExc_ValueError,
			  "has %d dimensions, which are too many", field->rank);
  field->extents (self, values);
  if (values[0] == INT64_MIN)
    return om_slot_error (slot, PyExc_ValueError,
			  "its extents divide by 0 or by -1");
  for (int d = 0; d < 2 * field->rank; d++)
    shape[d] = values[d];
  return 0;
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

/* Return the tuple of FIELD of VIEW, whose pointers are at DATA, with the
   extents SHAPE; SLOT is that of the elements.  */

static PyObject *
make_rows (const struct om_field *field, const struct om_slot *slot,
	   const ptrdiff_t *shape, char *data, PyObject *view)
{
  struct om_rows rows = {
    .leaf = slot, .field = field, .path = om_view_path (view),
    .levels = field->levels, .rank = field->rank,
    .read_only = (field->flags & OBJMODE_FIELD_TO_CONST) != 0,
    .copied = (field->flags & OBJMODE_FIELD_COPIED) != 0,
    .distrusted = om_view_distrusted_p (view), .shape = shape
  };
  PyObject *result;
  char *start;
  int owned;

  if (!(field->flags & (OBJMODE_FIELD_LASTING | OBJMODE_FIELD_COPIED))
      && om_holder (view, &rows.holder) != 0)
    return NULL;
  rows.record = om_view_record (view, &start, &owned);
  result = om_make_rows (&rows, data);
  Py_XDECREF (rows.holder);
  return result;
}

/* Return 1 if MEMORY, the elements SLOT, is aligned and has no gaps, in C's
   order.  */

static int
dense_p (const struct om_slot *slot, const struct om_memory *memory)
{
  Py_ssize_t stride = slot->size;

  for (int d = memory->ndim; d-- > 0; stride *= memory->shape[d])
    if (memory->strides[d] != stride || memory->shape[d] == 0)
      return 0;
  return (uintptr_t) memory->data % slot->var->type->align == 0;
}

/* Return the array of FIELD of VIEW at DATA, with the extents and strides of
   SHAPE; SLOT is that of the elements.  */

static PyObject *
make_elements (const struct om_field *field, const struct om_slot *slot,
	       const ptrdiff_t *shape, char *data, PyObject *view,
	       int read_only)
{
  static double nothing;
  struct { void *data; ptrdiff_t shape[2 * OM_MAX_DIMENSIONS]; } frame;
  Py_ssize_t strides[OM_MAX_DIMENSIONS];
  struct om_memory memory = { data ? data : (char *) &nothing, field->rank,
			      shape, strides };

  frame.data = data;
  memcpy (frame.shape, shape, 2 * field->rank * sizeof *shape);
  if (om_check_memory (slot, &frame, strides) != 0)
    return NULL;
  if (om_view_distrusted_p (view) && !om_memory_sound_p (slot, &frame))
    return om_unreadable (data);
  memory.dense = dense_p (slot, &memory);
  return make_array (field, slot, &memory, view, read_only);
}

/* Return the member FIELD of VIEW at P: see struct om_member_operations.  */

static PyObject *
get (const struct om_field *field, char *p, PyObject *view, int read_only)
{
  const struct om_slot *slot;
  ptrdiff_t shape[2 * OM_MAX_DIMENSIONS];
  char *data = p, *self = p - field->offset + field->self, *start;
  int owned;

  om_view_record (view, &start, &owned);
  if (!(field->flags & OBJMODE_FIELD_FLEXIBLE))
    {
      /* An array of pointers is in the struct.  */
      if (field->ndim == 0)
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
  if (!slot || measure (field, slot, self, shape) != 0)
    return NULL;
  return (field->levels ? make_rows (field, slot, shape, data, view)
	  : make_elements (field, slot, shape, data, view, read_only));
}

/* Return what repr shows of the member FIELD at P.  */

static PyObject *
show (const struct om_field *field, const char *p)
{
  const void *data = p;

  if (!(field->flags & OBJMODE_FIELD_FLEXIBLE) && field->ndim == 0)
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

/* Refuse that the array FIELD at P, of pointers, becomes OBJECT: see struct
   om_member_operations.  */

static int
set_array (const struct om_field *field, char *p, PyObject *object,
	   struct om_pending *pending)
{
  (void) pending;
  (void) p;
  (void) object;
  return om_slot_error (&field->slot, PyExc_TypeError, "is an array of "
			"pointers and cannot be assigned; write %s[i][...] = a",
			field->var.c_name);
}

/* Choose the conversion of FIELD.  GIVEN is not needed.  Return 0.  */

static int
choose_member (struct om_field *field, const struct __objmode_type *given)
{
  (void) given;
  return om_choose_pointer (&field->slot);
}

/* Return 1 if NumPy has nothing for FIELD.  */

static int
hidden_p (const struct om_field *field)
{
  return (field->flags & OBJMODE_FIELD_FLEXIBLE) != 0;
}

static const struct om_member_operations member = {
  .choose = choose_member, .get = get, .gets_arrays = 1, .show = show,
  .set = set, .set_array = set_array, .copy = om_copy_pointer,
  .set_pointer = om_store_pointer, .hidden_p = hidden_p
};

const struct om_kind om_kind_MEMORY = {
  .choose = om_choose_pointer, .number = om_pointer_number, .pointer = 1,
  .member = &member
};
