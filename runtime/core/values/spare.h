/* spare.h - Objects that are used again.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* To make a float, an int, a str or an array and to free it again costs more
   than all else that is done for an input.  When nothing but the runtime has a
   reference to such an object, nobody can tell whether the next run gets it or
   another one, so SPARE of the input's slot keeps it.  A float or an int stays
   there while it is used, and the count of its references tells whether it is;
   of a str or an array more is to be looked at when its use ends, so it is put
   back then.  A block that is entered while it runs, by another thread or by
   itself, finds no spare or one in use, and makes its own.  The GIL is
   held.  */

#ifndef OBJMODE_SPARE_H
#define OBJMODE_SPARE_H 1

#include "values/numpy.h"
#include <string.h>

#pragma GCC visibility push (hidden)

/* Let OBJECT, a new reference or NULL, be the spare of SLOT too.  Return
   OBJECT.  */

static inline PyObject *
om_make_spare (struct om_slot *slot, PyObject *object)
{
  if (object)
    Py_XSETREF (slot->spare, Py_NewRef (object));
  return object;
}

/* Return the double at PLACE, which may be anywhere, as a float for the input
   SLOT.  */

static inline PyObject *
om_spare_double (struct om_slot *slot, const char *place)
{
  PyObject *object = slot->spare;

  if (OM_UNLIKELY (!object || Py_REFCNT (object) != 1))
    return om_make_spare (slot, slot->to_python (slot, place));
  memcpy (&((PyFloatObject *) object)->ob_fval, place, sizeof (double));
  return Py_NewRef (object);
}

/* Return the integer at PLACE, an int32_t if NARROW, else an int64_t, as an
   int for the input SLOT.  Of the spare one only the digit is changed, so that
   the old and the new value have one.  */

static inline PyObject *
om_spare_int (struct om_slot *slot, const char *place, int narrow)
{
  PyObject *object = slot->spare;
  long long value;

  if (narrow)
    {
      int32_t v;
      memcpy (&v, place, sizeof v);
      value = v;
    }
  else
    memcpy (&value, place, sizeof value);
  if (OM_UNLIKELY (!om_one_digit_p (value)))
    return slot->to_python (slot, place);
  if (OM_UNLIKELY (!object || Py_REFCNT (object) != 1))
    return om_make_spare (slot, slot->to_python (slot, place));
  om_set_digit (object, value);
  return Py_NewRef (object);
}

/* How long the strings may be for which a spare str has room.  */
#define OM_TEXT_ROOM 63

/* Copy the LENGTH bytes at FROM, at least 2, to TO.  Return 1 if all are
   ASCII.  */

static inline int
om_copy_ascii (char *to, const char *from, size_t length)
{
  uint64_t word, all = 0;

  if (length >= sizeof word)
    {
      size_t last = length - sizeof word;
      for (size_t i = 0; i < last; i += sizeof word)
	{
	  memcpy (&word, from + i, sizeof word);
	  memcpy (to + i, &word, sizeof word);
	  all |= word;
	}
      memcpy (&word, from + last, sizeof word);
      memcpy (to + last, &word, sizeof word);
      all |= word;
    }
  else
    for (size_t i = 0; i < length; i++)
      {
	to[i] = from[i];
	all |= (unsigned char) from[i];
      }
  return (all & 0x8080808080808080) == 0;
}

/* Return the string at PLACE, if IN_PLACE, or that the pointer there points to,
   as a str for the input SLOT; or None for a null pointer, or NULL.  The spare
   is ASCII and has room for OM_TEXT_ROOM characters; the slot has none while
   it is used.  Store in *SPARE whether it is.  */

static inline PyObject *
om_spare_text (struct om_slot *slot, const char *place, int in_place,
	       int *spare)
{
  PyObject *object = slot->spare;
  const char *text = place;
  size_t length;

  if (!in_place)
    memcpy (&text, place, sizeof text);
  if (OM_UNLIKELY (!object || !text))
    return slot->to_python (slot, place);
  length = (in_place ? strnlen (text, slot->size) : strlen (text));
  /* CPython has one object for each shorter string.  */
  if (OM_UNLIKELY (length < 2 || length > OM_TEXT_ROOM
		   || !om_copy_ascii (om_text_data (object), text, length)))
    return slot->to_python (slot, place);
  om_set_length (object, length);
  slot->spare = NULL;
  *spare = 1;
  return object;
}

/* conv-string.c */
extern void om_make_spare_text (struct om_slot *);

/* Keep OBJECT, a str that SLOT was given and nothing else refers to, for the
   next time if that can be; SPARE is what om_spare_text has stored.  Return 1
   if the reference is kept.  Strings that are kept by Python have no more room
   than they need: the spare is made when one was not kept.  */

static inline int
om_keep_text (struct om_slot *slot, PyObject *object, int spare)
{
  if (OM_UNLIKELY (slot->spare != NULL))
    return 0;
  if (OM_UNLIKELY (!spare || !om_own_text_p (object)))
    {
      om_make_spare_text (slot);
      return 0;
    }
  slot->spare = object;
  return 1;
}

/* Return 1 if ARRAY, of as many dimensions as MEMORY has, with elements of
   SIZE bytes, has its shape and strides.  */

static inline int
om_same_shape_p (const struct om_array *array,
		 const struct om_frame_memory *memory, ptrdiff_t size)
{
  int nd = array->nd;

  for (int i = 0; i < nd; i++)
    if (array->dimensions[i] != memory->shape[i]
	|| array->strides[i] != memory->shape[nd + i] * size)
      return 0;
  return 1;
}

/* Return a view of the array that PLACE, in the frame, describes, for the
   input SLOT; or None, or NULL.  Store the flags of an array in *FLAGS.  The
   spare one is of use if shape, strides and alignment are the same, so that
   nothing that was checked when it was made can be wrong now.  */

static inline PyObject *
om_spare_view (struct om_slot *slot, const char *place, int *flags)
{
  const struct om_frame_memory *memory = (const void *) place;
  struct om_array *array = (struct om_array *) slot->spare;
  PyObject *object;

  if (OM_LIKELY (array && memory->data
		 && (((uintptr_t) memory->data ^ (uintptr_t) array->data)
		     & 63) == 0
		 && om_same_shape_p (array, memory, slot->size)))
    {
      slot->spare = NULL;
      array->data = memory->data;
      *flags = array->flags;
      return (PyObject *) array;
    }
  object = slot->to_python (slot, place);
  if (object && Py_TYPE (object) == om_array_type)
    *flags = ((struct om_array *) object)->flags;
  return object;
}

/* Keep OBJECT, a view that om_spare_view has returned with FLAGS for PLACE and
   that nothing else refers to, for the next run of SLOT's block if that can
   be.  Return 1 if the reference is kept.  What Python has changed, or refers
   to weakly, is not kept; but dimensions and strides are looked at when it is
   used again.  */

static inline int
om_keep_view (struct om_slot *slot, const char *place, PyObject *object,
	      int flags)
{
  const struct om_frame_memory *memory = (const void *) place;
  struct om_array *array = (struct om_array *) object;

  if (OM_UNLIKELY (Py_TYPE (object) != om_array_type
		   || array->data != memory->data
		   || array->flags != flags
		   || array->nd != (int) slot->var->ndim
		   || array->descr != slot->descr
		   || array->base != slot->base
		   || array->weakrefs))
    return 0;
  /* A shape that changes with each run is best served by the last one.  */
  Py_XSETREF (slot->spare, object);
  return 1;
}

#pragma GCC visibility pop

#endif /* OBJMODE_SPARE_H */
