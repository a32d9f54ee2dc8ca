/* outputs.h - From the objects of a block to its outputs.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Inline, since every crossing comes here.

   The thread holds the GIL.  What VALUES hold belongs to the crossing until
   om_store_outputs, and what is left in them afterwards too.  */

#ifndef OBJMODE_OUTPUTS_H
#define OBJMODE_OUTPUTS_H 1

#include "values/convert.h"
#include "values/follow.h"
#include "values/numpy.h"
#include "run/run.h"
#include <stdlib.h>
#include <string.h>

/* Release what the first N outputs of B hold in VALUES.  They were not stored,
   or were, and hold what was there before.  */

static inline void
om_drop_values (struct om_block *b, union om_value *values, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    {
      const struct om_operations *operations = b->out[i].operations;
      if (OM_UNLIKELY (operations != NULL && operations->drop))
	operations->drop (&values[i]);
    }
}

/* Convert OBJECT to the output SLOT, which needs no place and whose `quick' is
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

/* Convert OBJECT to the output SLOT of B in VALUE; VIEWS are the arguments.  An
   output that is the very view which its input became has its value already.
   Return 0 or -1.  */

static inline int
om_convert_output (struct om_block *b, struct om_slot *slot, PyObject *object,
		   PyObject **views, void *frame, union om_value *value)
{
  const struct om_operations *operations = slot->operations;

  if (OM_LIKELY (!operations || !operations->convert))
    return om_convert_scalar (slot, slot->quick, object, value);
  value->array.source = NULL;
  value->array.target = NULL;
  value->array.data = NULL;
  if (slot->input >= 0 && views[slot->input] == object
      && om_lent_p (&b->in[slot->input], object))
    return 0;
  return operations->convert (slot, object, om_place_of (slot, frame), value);
}

/* Look again at the outputs of B in VALUES, which are for FRAME: code has run
   since the first of them was converted.  Return 0; or -1 with the slot in
   *FAILED.  */

static int __attribute__ ((noinline, unused))
om_recheck_outputs (struct om_block *b, void *frame,
		    const union om_value *values,
		    const struct om_slot **failed)
{
  for (uint32_t i = 0; i < b->n_out; i++)
    {
      struct om_slot *slot = &b->out[i];
      const struct om_operations *operations = slot->operations;
      if (operations && operations->recheck && values[i].array.source
	  && operations->recheck (slot, om_place_of (slot, frame),
				  &values[i]) != 0)
	{
	  *failed = slot;
	  return -1;
	}
    }
  return 0;
}

/* Copy the outputs of B that go to memory outside of the frame.  Return 0, or
   -1, which only lack of memory does, with the slot in *FAILED.  */

static int
om_copy_outputs (struct om_block *b, union om_value *values,
		 const struct om_slot **failed)
{
  for (uint32_t i = 0; i < b->n_out; i++)
    {
      const struct om_operations *operations = b->out[i].operations;
      if (operations && operations->copy && values[i].array.source
	  && operations->copy (&values[i]) != 0)
	{
	  *failed = &b->out[i];
	  return -1;
	}
    }
  return 0;
}

/* Store VALUE of the output SLOT in FRAME or the variable, unless it was
   copied.  */

static inline __attribute__ ((always_inline)) void
om_store_output (struct om_slot *slot, void *frame, union om_value *value)
{
  const struct om_operations *operations = slot->operations;

  if (OM_LIKELY (!operations))
    om_store_scalar (slot, slot->quick, om_place_of (slot, frame), value);
  else if (operations->store)
    operations->store (slot, om_place_of (slot, frame), value);
}

/* Store the other outputs of B in the frame or the variables.  */

static inline void
om_store_outputs (struct om_block *b, void *frame, union om_value *values)
{
  for (uint32_t i = 0; i < b->n_out; i++)
    om_store_output (&b->out[i], frame, &values[i]);
}

/* The text or C body of B has ended with FAILURE or NULL: check its views,
   which are among VIEWS, the arguments, or NULL if they were not all made, and
   copy the arrays in VALUES, which are for FRAME.  Return FAILURE or a new
   one; then nothing is held in VALUES.  */

static inline __attribute__ ((always_inline)) struct objmode_failure *
om_finish_outputs (struct om_block *b, PyObject **views, void *frame,
		   union om_value *values, struct objmode_failure *failure)
{
  struct objmode_failure *held = NULL;
  const struct om_slot *failed;
  int rechecks = b->rechecks;

  if ((b->n_views != 0 && views) || OM_UNLIKELY (om_leases != NULL))
    held = om_check_views (b, b->n_views != 0 ? views : NULL, failure,
			   &rechecks);
  if (!failure && !held
      && ((OM_UNLIKELY (rechecks)
	   && om_recheck_outputs (b, frame, values, &failed) != 0)
	  || om_copy_outputs (b, values, &failed) != 0))
    held = om_take_failure (b->block, failed, 1);
  if (!failure && held)
    om_drop_values (b, values, b->n_out);
  return held ? held : failure;
}

#endif /* OBJMODE_OUTPUTS_H */
