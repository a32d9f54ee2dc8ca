/* outputs.h - From the objects of a block to its outputs.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Inline, since every crossing comes here.  */

#ifndef OBJMODE_OUTPUTS_H
#define OBJMODE_OUTPUTS_H 1

#include "values/convert.h"
#include "values/numpy.h"
#include "run/run.h"
#include <stdlib.h>
#include <string.h>

/* Give up what the first N outputs of B hold in VALUES.  */

static OM_COLD void
om_discard (struct om_block *b, union om_value *values, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    if (b->out[i].is_array)
      {
	Py_XDECREF (values[i].array.source);
	Py_XDECREF (values[i].array.target);
      }
    else if (b->out[i].is_object || b->out[i].is_chars)
      Py_XDECREF (values[i].object);
    else if (b->out[i].is_text)
      free (values[i].text);
}

/* Convert OBJECT to the output SLOT, which is no array and whose `quick' is
   QUICK, in VALUE.  Return 0 or -1.  */

static inline __attribute__ ((always_inline)) int
om_convert_scalar (struct om_slot *slot, unsigned quick, PyObject *object,
		   union om_value *value)
{
  long long number;

  /* numpy.float64 begins as float does.  */
  if (quick == OM_QUICK_DOUBLE
      && OM_LIKELY (PyFloat_CheckExact (object)
		    || Py_TYPE (object) == om_float64_type))
    {
      memcpy (value->bytes, &((PyFloatObject *) object)->ob_fval,
	      sizeof (double));
      return 0;
    }
  /* One digit fits into either type.  */
  if ((quick == OM_QUICK_INT64 || quick == OM_QUICK_INT32)
      && OM_LIKELY (PyLong_CheckExact (object)
		    && om_small_int (object, &number)))
    {
      int32_t narrow = (int32_t) number;
      if (quick == OM_QUICK_INT32)
	memcpy (value->bytes, &narrow, sizeof narrow);
      else
	memcpy (value->bytes, &number, sizeof number);
      return 0;
    }
  return slot->from_python (slot, object, value);
}

/* Copy VALUE, whose bytes are the value of SLOT, whose `quick' is QUICK, to
   PLACE.  */

static inline __attribute__ ((always_inline)) void
om_store_scalar (const struct om_slot *slot, unsigned quick, char *place,
		 const union om_value *value)
{
  if (quick == OM_QUICK_DOUBLE || quick == OM_QUICK_INT64)
    {
      memcpy (place, value->bytes, 8);
      return;
    }
  switch (slot->size)
    {
    case 8: memcpy (place, value->bytes, 8); break;
    case 4: memcpy (place, value->bytes, 4); break;
    case 2: memcpy (place, value->bytes, 2); break;
    case 1: *place = value->bytes[0]; break;
    default: memcpy (place, value->bytes, slot->size); break;
    }
}

/* Convert OBJECT to output I of B in VALUES; VIEWS are the arguments.
   Return 0 or -1.  */

static inline int
om_convert_output (struct om_block *b, uint32_t i, PyObject *object,
		PyObject **views, void *frame, union om_value *values)
{
  struct om_slot *slot = &b->out[i];

  if (OM_LIKELY (!slot->is_array))
    return om_convert_scalar (slot, slot->quick, object, &values[i]);
  values[i].array.source = NULL;
  values[i].array.target = NULL;
  values[i].array.data = NULL;
  if (slot->input >= 0 && views[slot->input] == object
      && b->in[slot->input].is_view
      && (!slot->is_ndarray || om_unowned_p (object)))
    return 0;
  values[i].array.target = (PyObject *) om_place_of (slot, frame);
  return slot->from_python (slot, object, &values[i]);
}

/* Store the outputs of B in the frame or the variables.  */

static inline void
om_store (struct om_block *b, void *frame, union om_value *values)
{
  for (uint32_t i = 0; i < b->n_out; i++)
    {
      struct om_slot *slot = &b->out[i];
      char *place;

      if (OM_UNLIKELY (slot->is_array && !slot->is_ndarray))
	continue;
      place = om_place_of (slot, frame);
      if (OM_UNLIKELY (slot->is_ndarray))
	{
	  om_ndarray_store (slot, place, &values[i]);
	  continue;
	}
      if (OM_UNLIKELY (slot->is_object))
	{
	  /* The old object goes later: its end may run any code.  */
	  char *old = (slot->shared ? place : slot->var->in < 0 ? NULL
		       : (char *) frame + slot->var->in);
	  PyObject *object = values[i].object;
	  values[i].object = old ? *(PyObject **) old : NULL;
	  *(PyObject **) place = object;
	}
      else if (OM_UNLIKELY (slot->is_chars))
	memcpy (place, PyBytes_AS_STRING (values[i].object),
		PyBytes_GET_SIZE (values[i].object) + 1);
      else if (OM_UNLIKELY (slot->is_bits))
	{
	  uint64_t bits;
	  memcpy (&bits, values[i].bytes, sizeof bits);
	  om_bits_store (place, slot->var->type->bit,
			 slot->var->type->precision, bits);
	}
      else
	om_store_scalar (slot, slot->quick, place, &values[i]);
    }
}

/* Copy the arrays among the outputs of B.  Return 0, or -1, which only
   lack of memory does, with the slot in *FAILED.  */

static int
om_store_arrays (struct om_block *b, union om_value *values,
	      const struct om_slot **failed)
{
  for (uint32_t i = 0; i < b->n_out; i++)
    if (b->out[i].is_array && !b->out[i].is_ndarray
	&& om_store_array (&values[i]) != 0)
      {
	*failed = &b->out[i];
	return -1;
      }
  return 0;
}

/* Drop what VALUES hold of the outputs of B that have been stored: old
   objects, bytes, arrays that have been copied.  */

static inline void
om_drop_old (struct om_block *b, union om_value *values)
{
  for (uint32_t i = 0; i < b->n_out; i++)
    if (OM_UNLIKELY (b->out[i].is_array))
      {
	Py_XDECREF (values[i].array.source);
	Py_XDECREF (values[i].array.target);
      }
    else if (OM_UNLIKELY (b->out[i].is_object || b->out[i].is_chars))
      Py_XDECREF (values[i].object);
}

/* The text or C body of B has ended with FAILURE or NULL: check its views,
   which are among VIEWS, the arguments, or NULL if they were not all made, and
   copy the arrays in VALUES.  Return FAILURE or a new one; then nothing is
   held in VALUES.  */

static inline __attribute__ ((always_inline)) struct objmode_failure *
om_finish_outputs (struct om_block *b, PyObject **views, union om_value *values,
	     struct objmode_failure *failure)
{
  struct objmode_failure *held = NULL;
  const struct om_slot *failed;

  if (b->n_views != 0 && views)
    held = om_check_views (b, views, failure);
  if (!failure && !held && om_store_arrays (b, values, &failed) != 0)
    held = om_take_failure (b->block, failed->var, 1);
  if (!failure && held)
    om_discard (b, values, b->n_out);
  return held ? held : failure;
}

#endif /* OBJMODE_OUTPUTS_H */
