/* record.c - What the members of a struct are.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A record is what the core knows of a type of struct.  It copies the
   plugin's descriptors, because a copy of a struct may outlive the file that
   they are in.  The thread that crosses calls these functions and holds the
   GIL; there are no locks.  */

#include "values/adapt.h"
#include "values/convert.h"
#include "values/offers.h"
#include "values/record.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Return what messages call the member NAME of the struct of SLOT: "s.x", or
   "f().x" if a function returned the struct.  Malloced, or NULL.  */

static char *
member_name (const struct om_slot *slot, const char *name)
{
  const char *of = slot->var->c_name, *call = "";
  size_t size;
  char *text;

  if (!of)
    {
      of = slot->function->name;
      call = "()";
    }
  size = strlen (of) + strlen (name) + 4;
  text = malloc (size);
  if (text)
    snprintf (text, size, "%s%s.%s", of, call, name);
  return text;
}

/* Copy the extents of GIVEN, which the plugin has written, to FIELD, and
   compute the strides.  Return 0, or -1 without memory.  */

static int
set_shape (struct om_field *field, const struct __objmode_field *given)
{
  Py_ssize_t stride = given->type->size;

  field->ndim = given->ndim;
  if (field->ndim == 0)
    return 0;
  field->shape = calloc (2 * field->ndim, sizeof *field->shape);
  if (!field->shape)
    {
      PyErr_NoMemory ();
      return -1;
    }
  field->strides = field->shape + field->ndim;
  for (int d = field->ndim; d-- > 0;)
    {
      field->shape[d] = given->shape[d];
      field->strides[d] = stride;
      stride *= given->shape[d];
    }
  return 0;
}

/* Return what messages call the C type of FIELD, malloced, or NULL.  */

static char *
type_name (const struct om_field *field, const char *name)
{
  size_t size = strlen (name) + 16;
  char *text = field->width ? malloc (size) : strdup (name);

  if (text && field->width)
    snprintf (text, size, "%s : %d", name, (int) field->width);
  return text;
}

/* Choose the conversion of FIELD, of the type GIVEN.  Return 0 or -1.  */

static int
choose_field (struct om_field *field, const struct __objmode_type *given)
{
  const struct om_member_operations *member = field->member;

  if (member && member->choose)
    return member->choose (field, given);
  if (field->ndim > 0)
    field->var.flags |= OBJMODE_VAR_ARRAY;
  if (field->ndim > 0 && !(member && member->get_array))
    return om_choose_elements (field);
  return om_choose_value (&field->slot);
}

/* Let FIELD, an array, be one of NumPy.  Return 0 or -1.  */

int
om_choose_elements (struct om_field *field)
{
  struct om_slot *slot = &field->slot;

  if (om_numpy_load () != 0)
    return -1;
  slot->descr = om_numpy_dtype (slot);
  return slot->descr ? 0 : -1;
}

/* Set the names of FIELD, which C calls NAME.  Python has the NFKC form of what
   is not ASCII.  Return 0 or -1.  */

static int
set_names (struct om_field *field, const char *name)
{
  field->spelled = PyUnicode_InternFromString (name);
  if (!field->spelled)
    return -1;
  field->name = (PyUnicode_IS_ASCII (field->spelled)
		 ? Py_NewRef (field->spelled)
		 : om_bootstrap_call ("identifier", "(O)", field->spelled));
  if (!field->name)
    return -1;
  PyUnicode_InternInPlace (&field->name);
  return 0;
}

/* Fill in FIELD of RECORD, which GIVEN describes; SLOT is the struct's.
   Return 0 or -1.  */

static int
make_field (struct om_record *record, struct om_field *field,
	    const struct __objmode_field *given, const struct om_slot *slot)
{
  field->offset = given->offset;
  field->bit = given->bit;
  field->width = given->width;
  field->flags = given->flags;
  field->target = given->target;
  field->extents = given->extents;
  field->self = given->self;
  field->rank = given->rank;
  field->levels = given->levels;
  field->type = *given->type;
  field->type.fields = NULL;
  field->type.name = type_name (field, given->type->name);
  field->record_name = record->name;
  field->var.name = field->var.c_name = member_name (slot, given->name);
  field->var.type = &field->type;
  field->var.line = slot->var->line;
  field->var.in = field->var.out = field->var.addr = -1;
  field->slot.var = &field->var;
  field->slot.block = &record->block;
  /* Whoever has a struct that a function returned looks for no argument.  */
  field->slot.function = slot->var->c_name ? slot->function : NULL;
  field->slot.size = field->type.size;
  field->slot.input = -1;
  field->member = om_kind_of (&field->slot)->member;
  if (set_names (field, given->name) != 0)
    return -1;
  if (!field->type.name || !field->var.name)
    {
      PyErr_NoMemory ();
      return -1;
    }
  if (field->flags & OBJMODE_FIELD_OPAQUE)
    {
      record->atomic |= (field->flags & OBJMODE_FIELD_ATOMIC) != 0;
      record->guarded |= record->atomic;
      return 0;
    }
  if (om_set_adapter (&field->slot, given->adapter) != 0
      || set_shape (field, given) != 0
      || choose_field (field, given->type) != 0)
    return -1;
  record->guarded |= ((field->flags & OBJMODE_FIELD_CONST)
		      || om_counted_p (field));
  if (field->slot.record)
    {
      record->guarded |= field->slot.record->guarded;
      record->has_pointers |= field->slot.record->has_pointers;
      record->atomic |= field->slot.record->atomic;
    }
  else if (om_owned_p (field))
    record->has_pointers = 1;
  return 0;
}

/* Enter field I of RECORD under its names.  Return 0 or -1.  */

static int
enter_name (struct om_record *record, uint32_t i)
{
  const struct om_field *field = &record->fields[i];
  PyObject *number = PyLong_FromUnsignedLong (i);
  int result = number ? PyDict_SetItem (record->numbers, field->name, number)
    : -1;

  if (result == 0 && field->spelled != field->name)
    {
      if (!record->spelled)
	record->spelled = PyDict_New ();
      result = record->spelled ? PyDict_SetItem (record->spelled,
						 field->spelled, number) : -1;
    }
  Py_XDECREF (number);
  return result;
}

/* Make the N fields of RECORD that GIVEN describes, the opaque ones last;
   SLOT is the struct's.  Return 0 or -1.  */

static int
make_fields (struct om_record *record, const struct __objmode_field *given,
	     uint32_t n, const struct om_slot *slot)
{
  record->numbers = PyDict_New ();
  if (!record->numbers)
    return -1;
  for (uint32_t i = 0, k = 0; i < n; i++)
    if (!(given[i].flags & OBJMODE_FIELD_OPAQUE)
	&& (make_field (record, &record->fields[k], &given[i], slot) != 0
	    || enter_name (record, k++) != 0))
      return -1;
  for (uint32_t i = 0, k = record->n_fields; i < n; i++)
    if ((given[i].flags & OBJMODE_FIELD_OPAQUE)
	&& make_field (record, &record->fields[k++], &given[i], slot) != 0)
      return -1;
  return 0;
}

/* Return a new table, with one reference, of the members of the struct that
   SLOT's variable or element is, or NULL.  */

struct om_record *
om_record_new (const struct om_slot *slot)
{
  const struct __objmode_type *type = slot->var->type;
  const struct __objmode_field *given = type->fields;
  struct om_record *record = calloc (1, sizeof *record);
  uint32_t n = 0, n_opaque = 0;

  for (; given[n].name; n++)
    n_opaque += (given[n].flags & OBJMODE_FIELD_OPAQUE) != 0;
  if (record)
    {
      record->references = 1;
      record->origin = given;
      record->size = type->size;
      record->kind = type->kind;
      record->name = strdup (type->name);
      if (slot->block && slot->block->file)
	record->block.file = strdup (slot->block->file);
      record->fields = calloc (n + 1, sizeof *record->fields);
    }
  if (!record || !record->name || !record->fields
      || (slot->block && slot->block->file && !record->block.file))
    {
      om_record_release (record);
      PyErr_NoMemory ();
      return NULL;
    }
  record->n_fields = n - n_opaque;
  record->n_opaque = n_opaque;
  if (make_fields (record, given, n, slot) != 0)
    {
      om_record_release (record);
      return NULL;
    }
  return record;
}

/* The records that have a dtype.  */
static struct om_record *with_dtype;

/* Return the record whose dtype is DESCR, borrowed, or NULL.  What was found
   last is looked at first.  */

struct om_record *
om_record_of_dtype (PyObject *descr)
{
  for (struct om_record **at = &with_dtype; *at; at = &(*at)->next)
    if ((*at)->dtype == descr)
      {
	struct om_record *record = *at;
	*at = record->next;
	record->next = with_dtype;
	with_dtype = record;
	return record;
      }
  return NULL;
}

/* Let DESCR, a reference that is taken over, be the dtype of RECORD, unless it
   has one: Python code has run.  */

static void
set_dtype (struct om_record *record, PyObject *descr)
{
  if (record->dtype)
    {
      Py_DECREF (descr);
      return;
    }
  record->dtype = descr;
  record->next = with_dtype;
  with_dtype = record;
}

/* Let go of the dtype of RECORD.  */

static void
clear_dtype (struct om_record *record)
{
  struct om_record **at = &with_dtype;

  if (!record->dtype)
    return;
  while (*at != record)
    at = &(*at)->next;
  *at = record->next;
  Py_CLEAR (record->dtype);
}

/* Let go of RECORD.  NULL is allowed.  */

void
om_record_release (struct om_record *record)
{
  if (!record || --record->references > 0)
    return;
  for (uint32_t i = 0; i < record->n_fields + record->n_opaque; i++)
    {
      struct om_field *field = &record->fields[i];
      Py_XDECREF (field->name);
      Py_XDECREF (field->spelled);
      Py_XDECREF (field->slot.descr);
      om_record_release (field->slot.record);
      free ((char *) field->type.name);
      free ((char *) field->var.name);
      free (field->shape);
      if (field->elements)
	{
	  Py_XDECREF (field->elements->slot.descr);
	  free (field->elements);
	}
    }
  Py_XDECREF (record->numbers);
  Py_XDECREF (record->spelled);
  clear_dtype (record);
  free (record->fields);
  free ((char *) record->block.file);
  free (record->name);
  free (record);
}

/* Return 1 if the members A and B are at the same place and of one type.  */

static int
same_field_p (const struct om_field *a, const struct om_field *b)
{
  if (a->name != b->name || a->offset != b->offset || a->bit != b->bit
      || a->width != b->width || a->ndim != b->ndim
      || a->type.size != b->type.size)
    return 0;
  /* Another unit may have declared more about a pointer.  */
  if (om_kind_of (&a->slot)->pointer && om_kind_of (&b->slot)->pointer)
    return strcmp (a->type.name, b->type.name) == 0;
  if (a->type.kind != b->type.kind
      || a->type.is_signed != b->type.is_signed
      || !a->slot.adapter != !b->slot.adapter
      || !a->slot.record != !b->slot.record)
    return 0;
  for (int d = 0; d < a->ndim; d++)
    if (a->shape[d] != b->shape[d])
      return 0;
  return !a->slot.record || om_record_same_p (a->slot.record, b->slot.record);
}

/* Return 1 if A and B are one type of struct, which two units may have.  */

int
om_record_same_p (const struct om_record *a, const struct om_record *b)
{
  if (a->origin == b->origin)
    return 1;
  if (a->size != b->size || a->n_fields != b->n_fields
      || strcmp (a->name, b->name) != 0)
    return 0;
  for (uint32_t i = 0; i < a->n_fields; i++)
    if (!same_field_p (&a->fields[i], &b->fields[i]))
      return 0;
  return 1;
}

/* Return the field NAME of RECORD, as Python or C writes it; or NULL, perhaps
   with an exception.  */

struct om_field *
om_record_field (const struct om_record *record, PyObject *name)
{
  struct om_field **recent = (struct om_field **) &record->recent
    [((uintptr_t) name >> 4) % OM_RECENT];
  PyObject *number;

  /* The names of members and those in a text are interned.  */
  if (OM_LIKELY (*recent && (*recent)->name == name))
    return *recent;
  number = PyDict_GetItemWithError (record->numbers, name);
  if (!number && record->spelled && !PyErr_Occurred ())
    number = PyDict_GetItemWithError (record->spelled, name);
  if (!number)
    return NULL;
  return *recent = &record->fields[PyLong_AsLong (number)];
}

/* If NAME is an opaque member of RECORD, set an exception ERROR that says so
   and return 1.  */

int
om_opaque (const struct om_record *record, PyObject *name, PyObject *error)
{
  for (uint32_t i = 0; i < record->n_opaque; i++)
    {
      struct om_field *field = &record->fields[record->n_fields + i];
      int same = PyObject_RichCompareBool (field->name, name, Py_EQ);
      if (same == 0)
	same = PyObject_RichCompareBool (field->spelled, name, Py_EQ);
      if (same > 0)
	om_slot_error (&field->slot, error,
		       "has a type that Python text cannot use");
      if (same != 0)
	return 1;
    }
  return 0;
}

/* Return 1 if NumPy has nothing for FIELD: it is a bit-field, or of a type
   that NumPy does not have.  */

int
om_hidden_p (const struct om_field *field)
{
  return (field->width
	  || (field->member && field->member->hidden_p
	      && field->member->hidden_p (field)));
}

/* Return what an array of structs has for FIELD: a dtype or, for arrays, a
   pair.  Return None if NumPy has nothing for it.  */

static PyObject *
format_of (const struct om_field *field)
{
  PyObject *shape, *descr, *format;

  if (om_hidden_p (field))
    return Py_NewRef (Py_None);
  if (field->ndim == 0)
    return (field->member && field->member->format
	    ? field->member->format (field) : om_numpy_dtype (&field->slot));
  descr = (field->slot.descr ? Py_NewRef (field->slot.descr)
	   : om_numpy_dtype (&field->slot));
  shape = om_shape_tuple (field->shape, field->ndim);
  format = shape && descr ? PyTuple_Pack (2, descr, shape) : NULL;
  Py_XDECREF (descr);
  Py_XDECREF (shape);
  return format;
}

/* Append what the dtype has of FIELD to three lists.  Return 0 or -1.  */

static int
append_format (const struct om_field *field, PyObject *names,
	       PyObject *formats, PyObject *offsets)
{
  PyObject *format = format_of (field), *offset;
  int result;

  if (!format || format == Py_None)
    {
      Py_XDECREF (format);
      return format ? 0 : -1;
    }
  offset = PyLong_FromUnsignedLong (field->offset);
  result = (offset && PyList_Append (names, field->spelled) == 0
	    && PyList_Append (formats, format) == 0
	    && PyList_Append (offsets, offset) == 0 ? 0 : -1);
  Py_XDECREF (offset);
  Py_DECREF (format);
  return result;
}

/* Return the dtype of RECORD.  */

PyObject *
om_record_dtype (struct om_record *record)
{
  PyObject *names, *formats, *offsets, *class, *descr = NULL;
  int ok;

  if (record->dtype)
    return Py_NewRef (record->dtype);
  class = om_offer_record ();
  if (!class)
    return NULL;
  names = PyList_New (0);
  formats = PyList_New (0);
  offsets = PyList_New (0);
  ok = names && formats && offsets;
  for (uint32_t i = 0; ok && i < record->n_fields; i++)
    ok = append_format (&record->fields[i], names, formats, offsets) == 0;
  if (ok)
    descr = om_bootstrap_call ("record_dtype", "(OOOOI)", class, names, formats,
			       offsets, (unsigned) record->size);
  if (descr)
    set_dtype (record, descr);
  Py_DECREF (class);
  Py_XDECREF (names);
  Py_XDECREF (formats);
  Py_XDECREF (offsets);
  return descr ? Py_NewRef (record->dtype) : NULL;
}

/* Call FN with CLOSURE for each string and object of the struct RECORD at
   DATA.  Return 0, or -1 as soon as FN has.  */

int
om_each_pointer (const struct om_record *record, char *data,
		 om_pointer_fn *fn, void *closure)
{
  if (!record->has_pointers)
    return 0;
  for (uint32_t i = 0; i < record->n_fields; i++)
    {
      const struct om_field *field = &record->fields[i];
      char *p = data + field->offset;
      Py_ssize_t n = 1;

      for (int d = 0; d < field->ndim; d++)
	n *= field->shape[d];
      if (field->slot.record)
	{
	  for (Py_ssize_t k = 0; k < n; k++)
	    if (om_each_pointer (field->slot.record,
				 p + k * field->type.size, fn, closure) != 0)
	      return -1;
	}
      else if (om_owned_p (field))
	{
	  p += field->member->pointer_offset;
	  for (Py_ssize_t k = 0; k < n; k++)
	    if (fn (field, p + k * field->type.size, closure) != 0)
	      return -1;
	}
    }
  return 0;
}
