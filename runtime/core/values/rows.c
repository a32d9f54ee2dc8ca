/* rows.c - Pointers to pointers.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A variable or a member with levels of pointers is a tuple of what each of
   them points to: a tuple again, and at last an array, or the view of a struct.
   All of it is made when the name or the member is read, and ends with the
   block like anything that was reached through a pointer.  The thread that
   crosses calls these functions and holds the GIL; there are no locks.  */

#include "values/convert.h"
#include "values/follow.h"
#include <stdlib.h>
#include <string.h>

/* What a path has for the levels behind the first: an index alone.  */
static const struct om_field inner = { .var = { .c_name = "" } };

/* Return the array of R at DATA, which was reached by PATH.  */

static PyObject *
make_array (const struct om_rows *r, char *data, const struct om_path *path)
{
  struct { void *data; ptrdiff_t shape[2 * OM_MAX_DIMENSIONS]; } frame;
  Py_ssize_t strides[OM_MAX_DIMENSIONS];
  int ndim = r->rank - r->levels;
  struct om_memory memory = { data, ndim, frame.shape, strides };
  PyObject *place, *array;
  struct om_path *own;

  frame.data = data;
  memcpy (frame.shape, r->shape + r->levels, ndim * sizeof *frame.shape);
  memcpy (frame.shape + ndim, r->shape + r->rank + r->levels,
	  ndim * sizeof *frame.shape);
  if (om_check_memory (r->leaf, &frame, strides) != 0)
    return NULL;
  if (r->distrusted && !om_memory_sound_p (r->leaf, &frame))
    return om_unreadable (data);
  place = om_place_new (Py_XNewRef (r->holder), r->read_only, &own);
  if (!place)
    return NULL;
  om_path_copy (own, path);
  array = om_numpy_member (r->leaf->descr, &memory, r->read_only, place);
  Py_DECREF (place);
  if (array && r->copied)
    Py_SETREF (array, PyObject_CallMethod (array, "copy", NULL));
  return array;
}

/* Return the view of the struct of R at DATA, which was reached by PATH.  */

static PyObject *
make_view (const struct om_rows *r, char *data, const struct om_path *path)
{
  struct om_record *record = r->leaf->record;
  PyObject *view;

  if (r->distrusted && !om_readable_p (data, record->size))
    return om_unreadable (data);
  if (r->copied)
    return om_view_copy (record, data);
  view = om_view_reach (record, data, r->holder, r->read_only);
  if (view && r->distrusted)
    om_view_distrust (view);
  if (view)
    om_path_copy (om_view_path (view), path);
  return view;
}

/* Return what is at DATA of R, which was reached by PATH through LEVEL
   levels.  */

static PyObject *
make_level (const struct om_rows *r, char *data, const struct om_path *path,
	    int level)
{
  Py_ssize_t n = level < r->levels ? r->shape[level] : 0;
  PyObject *tuple;

  if (!data)
    return Py_NewRef (Py_None);
  if (level == r->levels)
    return (r->rank > r->levels ? make_array (r, data, path)
	    : make_view (r, data, path));
  if (n < 0)
    {
      om_slot_error (r->leaf, PyExc_ValueError,
		     "extent %zd of dimension %d is negative", n, level);
      return NULL;
    }
  if (r->distrusted
      && ((size_t) n > PTRDIFF_MAX / sizeof (void *)
	  || !om_readable_p (data, n * sizeof (void *))))
    return om_unreadable (data);
  tuple = PyTuple_New (n);
  for (Py_ssize_t i = 0; tuple && i < n; i++)
    {
      struct om_path next;
      PyObject *part;
      char *target;

      memcpy (&target, data + i * sizeof target, sizeof target);
      om_path_follow (&next, path, r->record, level == 0 ? r->field : &inner,
		      i);
      part = make_level (r, target, &next, level + 1);
      om_path_clear (&next);
      if (part)
	PyTuple_SET_ITEM (tuple, i, part);
      else
	Py_CLEAR (tuple);
    }
  return tuple;
}

/* Return what R says of DATA, a tuple, or None for a null pointer.  */

PyObject *
om_make_rows (const struct om_rows *r, char *data)
{
  return make_level (r, data, r->path, 0);
}

/* A variable with levels is followed like a member of a struct, which this
   is.  */
struct root
{
  struct om_record record;
  struct om_field field;
  struct om_elements leaf;	/* Of the dimensions that are not levels.  */
};

/* Return the tuple of the input SLOT, whose frame is at P.  */

static PyObject *
to_python (const struct om_slot *slot, const void *p)
{
  static const struct om_path no_path;
  const struct om_frame_memory *memory = p;
  const struct root *root = (const struct root *) slot->element;
  uint32_t flags = slot->var->flags;
  struct om_rows rows = {
    .leaf = &root->leaf.slot, .field = &root->field,
    .record = (struct om_record *) &root->record, .path = &no_path,
    .levels = slot->var->levels, .rank = slot->var->ndim,
    .read_only = (flags & OBJMODE_VAR_CONST) != 0,
    .copied = (flags & OBJMODE_VAR_COPY) != 0,
    .distrusted = (slot->block->flags & OBJMODE_BLOCK_ALL_NAMES) != 0,
    .shape = memory->shape
  };
  PyObject *result;

  if (!(flags & (OBJMODE_VAR_STATIC | OBJMODE_VAR_COPY))
      && om_lease (&rows.holder) != 0)
    return NULL;
  result = om_make_rows (&rows, memory->data);
  Py_XDECREF (rows.holder);
  return result;
}

/* Return 1: the tuple itself may be held, since what it has refers to the
   lease.  OBJECT is not needed.  */

static int
lasting_p (PyObject *object)
{
  (void) object;
  return 1;
}

static const struct om_operations operations = { .lasting_p = lasting_p };

/* Let SLOT have what a path says of it.  It is never freed: paths may refer to
   it.  Return 0 or -1.  */

static int
make_root (struct om_slot *slot)
{
  struct root *root = calloc (1, sizeof *root);

  if (!root)
    {
      PyErr_NoMemory ();
      return -1;
    }
  /* One reference for good.  */
  root->record.references = 1;
  root->record.block.file = slot->block->file;
  root->field.var = *slot->var;
  root->field.type = *slot->var->type;
  root->leaf.slot = *slot;
  root->leaf.slot.var = &root->leaf.var;
  root->leaf.var = *slot->var;
  root->leaf.var.ndim -= slot->var->levels;
  slot->element = (const struct __objmode_field *) (const void *) root;
  return 0;
}

/* Choose the functions for SLOT, a variable with levels of pointers.  Return 0
   or -1.  */

int
om_choose_rows (struct om_slot *slot)
{
  if (slot->var->ndim > OM_MAX_DIMENSIONS)
    return om_slot_error (slot, PyExc_ValueError,
			  "has %u dimensions, which are too many",
			  slot->var->ndim);
  if (slot->var->type->fields)
    {
      slot->record = om_record_of (slot->var->type);
      if (!slot->record)
	return -1;
      slot->record->references++;
    }
  if (slot->var->ndim > slot->var->levels)
    {
      if (om_numpy_load () != 0)
	return -1;
      slot->descr = om_numpy_dtype (slot);
      if (!slot->descr)
	return -1;
    }
  slot->to_python = to_python;
  slot->operations = &operations;
  slot->is_view = 1;
  return make_root (slot);
}
