/* record-fill.c - Structs from mappings, sequences, records and objects.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* All members are converted to a copy, so that an error leaves the struct of
   C as it was.  The thread that crosses calls these functions and holds the
   GIL; there are no locks.  */

#include "values/convert.h"
#include "values/record.h"
#include <stdio.h>
#include <string.h>

/* Let FIELD of the copy of PENDING at DATA be VALUE, whose type a string of
   const characters cannot take: it has to be the text that is there.  Return
   0 or -1.  */

static int
same_text (const struct om_field *field, char *data, PyObject *value)
{
  PyObject *now = field->slot.to_python (&field->slot, data + field->offset);
  int same = now ? PyObject_RichCompareBool (now, value, Py_EQ) : -1;

  Py_XDECREF (now);
  if (same == 0)
    return om_value_error (&field->slot, PyExc_TypeError, value,
			   "cannot be assigned, since the member is "
			   "read-only");
  return same < 0 ? -1 : 0;
}

/* Let FIELD of the copy of PENDING at DATA be VALUE, of a record of NumPy if
   NUMPY.  Return 0 or -1.  */

static int
take (const struct om_field *field, char *data, PyObject *value, int numpy,
      struct om_pending *pending)
{
  const struct om_member_operations *member = field->member;
  PyObject *object;
  void *pointer;
  int result;

  if (numpy && field->ndim == 0 && member && member->set_pointer
      && !PyUnicode_Check (value) && PyIndex_Check (value))
    {
      PyObject *index = PyNumber_Index (value);
      pointer = index ? PyLong_AsVoidPtr (index) : NULL;
      Py_XDECREF (index);
      if (!pointer && PyErr_Occurred ())
	return -1;
      return member->set_pointer (data + field->offset, pointer, pending);
    }
  if ((field->flags & OBJMODE_FIELD_CONST) && !pending->fresh)
    return same_text (field, data, value);
  if (!numpy)
    return om_set_field (field, data, value, 0, pending);
  /* NumPy knows nothing of adapters.  */
  if (!(member && member->of_numpy))
    return om_set_raw_field (field, data, value, 0, pending);
  object = member->of_numpy (value);
  result = object ? om_set_raw_field (field, data, object, 0, pending) : -1;
  Py_XDECREF (object);
  return result;
}

/* Copy the pointer or the array of pointers FIELD from FROM to P.  */

static void
copy_pointers (const struct om_field *field, char *p, const char *from)
{
  size_t size = (field->flags & OBJMODE_FIELD_FLEXIBLE) ? 0 : sizeof (void *);

  for (int d = 0; d < field->ndim; d++)
    size *= field->shape[d];
  memcpy (p, from, size);
}

/* Fill the struct of SLOT at DATA, in the copy of PENDING, from the view
   SOURCE of one of the same type.  Return 0 or -1.  */

static int
fill_from_view (const struct om_slot *slot, char *data, PyObject *source,
		struct om_pending *pending)
{
  char *from;
  int owned, result = 0;
  struct om_record *record = om_view_record (source, &from, &owned);

  if (!record->has_pointers)
    {
      memcpy (data, from, record->size);
      return 0;
    }
  record = slot->record;
  for (uint32_t i = 0; i < record->n_opaque; i++)
    {
      const struct om_field *field = &record->fields[record->n_fields + i];
      memcpy (data + field->offset, from + field->offset, field->type.size);
    }
  for (uint32_t i = 0; i < record->n_fields && result == 0; i++)
    {
      const struct om_field *field = &record->fields[i];
      int constant = field->flags & OBJMODE_FIELD_CONST;

      if (om_kind_of (&field->slot)->pointer)
	copy_pointers (field, data + field->offset, from + field->offset);
      else if (field->member && field->member->copy && field->ndim == 0
	  && !(constant && owned))
	result = field->member->copy (data + field->offset,
				      from + field->offset,
				      !constant || pending->fresh, pending);
      else
	{
	  PyObject *value = om_field_raw (field, from, source, 1);
	  result = value ? take (field, data, value, 1, pending) : -1;
	  Py_XDECREF (value);
	}
    }
  return result;
}

/* Return 1 if FIELD may be missing in what a struct is filled from, a record
   of NumPy if NUMPY.  */

static int
optional_p (const struct om_field *field, int numpy)
{
  return ((field->flags & OBJMODE_FIELD_UNION)
	  || (numpy && om_hidden_p (field)));
}

/* Fill the struct of SLOT at DATA, in the copy of PENDING, from the items of
   SOURCE that have the NAMES, a sequence; a record of NumPy if NUMPY.  Return
   0 or -1.  */

static int
fill_from_items (const struct om_slot *slot, char *data, PyObject *source,
		 PyObject *names, int numpy, struct om_pending *pending)
{
  const struct om_record *record = slot->record;
  Py_ssize_t n = PySequence_Size (names);
  int result = n < 0 ? -1 : 0;

  for (Py_ssize_t i = 0; i < n && result == 0; i++)
    {
      PyObject *name = PySequence_GetItem (names, i);
      if (!name)
	return -1;
      if (!om_record_field (record, name))
	result = (PyErr_Occurred () ? -1
		  : om_value_error (slot, PyExc_ValueError, name,
				    "is not a member"));
      Py_DECREF (name);
    }
  for (uint32_t i = 0; i < record->n_fields && result == 0; i++)
    {
      const struct om_field *field = &record->fields[i];
      PyObject *name = field->name, *value;
      int there = PySequence_Contains (names, name);

      if (there == 0 && field->spelled != name)
	there = PySequence_Contains (names, name = field->spelled);
      if (there < 0)
	return -1;
      if (!there && optional_p (field, numpy))
	continue;
      if (!there)
	return om_slot_error (slot, PyExc_ValueError,
			      "the value has no member %R", field->name);
      value = PyObject_GetItem (source, name);
      result = value ? take (field, data, value, numpy, pending) : -1;
      Py_XDECREF (value);
    }
  return result;
}

/* Fill the struct of SLOT at DATA, in the copy of PENDING, from SOURCE, which
   has the values in order.  Return 0 or -1.  */

static int
fill_from_sequence (const struct om_slot *slot, char *data, PyObject *source,
		    struct om_pending *pending)
{
  const struct om_record *record = slot->record;
  /* PySequence_List of 3.11 leaks if it fails.  */
  PyObject *tuple = PySequence_Tuple (source);
  int result = 0;

  if (!tuple)
    return -1;
  if (PyTuple_GET_SIZE (tuple) != (Py_ssize_t) record->n_fields)
    result = om_slot_error (slot, PyExc_ValueError,
			    "the value has %zd members, not %u",
			    PyTuple_GET_SIZE (tuple),
			    (unsigned) record->n_fields);
  for (uint32_t i = 0; i < record->n_fields && result == 0; i++)
    result = take (&record->fields[i], data, PyTuple_GET_ITEM (tuple, i), 0,
		   pending);
  Py_DECREF (tuple);
  return result;
}

/* Fill the struct of SLOT at DATA, in the copy of PENDING, from the
   attributes of SOURCE.  Return 0 or -1.  */

static int
fill_from_attributes (const struct om_slot *slot, char *data,
		      PyObject *source, struct om_pending *pending)
{
  const struct om_record *record = slot->record;
  int result = 0;

  for (uint32_t i = 0; i < record->n_fields && result == 0; i++)
    {
      const struct om_field *field = &record->fields[i];
      PyObject *value = PyObject_GetAttr (source, field->name);

      if (!value && PyErr_ExceptionMatches (PyExc_AttributeError)
	  && optional_p (field, 0))
	PyErr_Clear ();
      else if (!value && PyErr_ExceptionMatches (PyExc_AttributeError))
	{
	  char what[128];
	  PyErr_Clear ();
	  snprintf (what, sizeof what, "has no member '%.80s'",
		    PyUnicode_AsUTF8 (field->name));
	  result = om_value_error (slot, PyExc_TypeError, source, what);
	}
      else
	result = value ? take (field, data, value, 0, pending) : -1;
      Py_XDECREF (value);
    }
  return result;
}

/* Return 1 if OBJECT has the values of the members of RECORD in order, 0 if
   by name, -1 with an exception.  */

static int
ordered_p (const struct om_record *record, PyObject *object)
{
  PySequenceMethods *sequence = Py_TYPE (object)->tp_as_sequence;
  int named;

  if (PyList_Check (object))
    return 1;
  if (om_numpy_array_p (object))
    return om_numpy_memory (object).ndim == 1;
  if (PyTuple_Check (object))
    named = om_has_attribute (object, "_fields");
  else if (sequence && sequence->sq_item && sequence->sq_length
	   && !PyUnicode_Check (object) && !PyBytes_Check (object)
	   && !PyByteArray_Check (object))
    named = om_has_attribute (object,
			   PyUnicode_AsUTF8 (record->fields[0].name));
  else
    return 0;
  return named < 0 ? -1 : !named;
}

/* Return the names of the members of the record of NumPy OBJECT, a new
   reference, or NULL, without an exception if it is none.  */

static PyObject *
numpy_names (PyObject *object)
{
  PyObject *dtype, *names = NULL;

  if (!(om_numpy_array_p (object) && om_numpy_memory (object).ndim == 0)
      && !om_numpy_scalar_p (object, "void"))
    return NULL;
  /* A member may be called dtype.  */
  dtype = (om_element_p (object)
	   ? Py_NewRef (om_numpy_scalar_descr (object))
	   : om_attribute (object, "dtype"));
  if (dtype)
    names = om_attribute (dtype, "names");
  Py_XDECREF (dtype);
  if (names == Py_None)
    Py_CLEAR (names);
  return names;
}

/* Return the keys of the mapping OBJECT, a new reference, or NULL, without
   an exception if it is none.  */

static PyObject *
mapping_names (PyObject *object)
{
  if (!PyMapping_Check (object) || om_has_attribute (object, "keys") <= 0)
    return NULL;
  return PyMapping_Keys (object);
}

/* Fill the struct of SLOT at DATA, in the copy of PENDING, from OBJECT.
   Return 0 or -1.  */

static int
fill (const struct om_slot *slot, char *data, PyObject *object,
      struct om_pending *pending)
{
  PyObject *names;
  char *from;
  int owned, numpy, result;

  if (om_view_p (object)
      && om_record_same_p (om_view_record (object, &from, &owned),
			   slot->record))
    return fill_from_view (slot, data, object, pending);
  names = numpy_names (object);
  numpy = names != NULL;
  if (!names && !PyErr_Occurred ())
    names = mapping_names (object);
  if (names)
    {
      result = fill_from_items (slot, data, object, names, numpy, pending);
      Py_DECREF (names);
      return result;
    }
  if (PyErr_Occurred ())
    return -1;
  result = ordered_p (slot->record, object);
  if (result < 0)
    return -1;
  return (result ? fill_from_sequence (slot, data, object, pending)
	  : fill_from_attributes (slot, data, object, pending));
}

/* Fill the structs of SLOT from DATA on, in the copy of PENDING, which are
   those of MEMORY from its dimension D on, from OBJECT.  Return 0 or -1.  */

int
om_fill_array (const struct om_slot *slot, char *data,
	       const struct om_memory *memory, int d, PyObject *object,
	       struct om_pending *pending)
{
  Py_ssize_t step = slot->size, n;
  PyObject *tuple;
  int result = 0;

  if (d == memory->ndim)
    return fill (slot, data, object, pending);
  for (int i = d + 1; i < memory->ndim; i++)
    step *= memory->shape[i];
  if (!PySequence_Check (object) || PyUnicode_Check (object)
      || PyBytes_Check (object))
    return om_value_error (slot, PyExc_TypeError, object,
			   "is not a sequence");
  /* PySequence_List of 3.11 leaks if it fails.  */
  tuple = PySequence_Tuple (object);
  if (!tuple)
    return -1;
  n = PyTuple_GET_SIZE (tuple);
  if (n != memory->shape[d])
    result = om_slot_error (slot, PyExc_ValueError,
			    "has length %zd in dimension %d, not %zd", n, d,
			    memory->shape[d]);
  for (Py_ssize_t i = 0; i < n && result == 0; i++)
    {
      result = om_fill_array (slot, data + i * step, memory, d + 1,
			      PyTuple_GET_ITEM (tuple, i), pending);
      if (result != 0)
	om_index_error (slot, i);
    }
  Py_DECREF (tuple);
  return result;
}
