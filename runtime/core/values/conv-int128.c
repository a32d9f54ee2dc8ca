/* conv-int128.c - Integers of more than 64 bits, up to 128.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The thread that crosses calls these functions and holds the GIL; there are
   no locks.  */

#include "values/convert.h"
#include <string.h>

/* An integer of 128 bits, as two words of this machine's order.  */
struct words
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  uint64_t low, high;
#else
  uint64_t high, low;
#endif
};

/* Return OBJECT shifted by 64 bits, to the left or to the right, a new
   reference, or NULL.  */

static PyObject *
shift (PyObject *object, int left)
{
  PyObject *by = PyLong_FromLong (64), *result;

  if (!by)
    return NULL;
  result = (left ? PyNumber_Lshift (object, by)
	    : PyNumber_Rshift (object, by));
  Py_DECREF (by);
  return result;
}

/* Return the upper word HIGH with the bits that are above the precision of
   TYPE made what its sign says.  */

static uint64_t
extend (const struct __objmode_type *type, uint64_t high)
{
  int unused = 128 - type->precision;

  return (type->is_signed ? (uint64_t) ((int64_t) (high << unused) >> unused)
	  : high << unused >> unused);
}

/* Return the integer at P as an int.  */

static PyObject *
to_python (const struct om_slot *slot, const void *p)
{
  struct words w;
  PyObject *high, *shifted, *low, *result = NULL;

  memcpy (&w, p, sizeof w);
  w.high = extend (slot->var->type, w.high);
  high = (slot->var->type->is_signed
	  ? PyLong_FromLongLong ((int64_t) w.high)
	  : PyLong_FromUnsignedLongLong (w.high));
  shifted = high ? shift (high, 1) : NULL;
  low = shifted ? PyLong_FromUnsignedLongLong (w.low) : NULL;
  if (low)
    result = PyNumber_Or (shifted, low);
  Py_XDECREF (high);
  Py_XDECREF (shifted);
  Py_XDECREF (low);
  return result;
}

/* Store in *HIGH the upper word of the int INDEX.  Return 0, 1 if it does
   not fit, or -1 with an exception.  */

static int
upper_word (PyObject *index, int is_signed, uint64_t *high)
{
  PyObject *upper = shift (index, 0);
  int overflow = 0;

  if (!upper)
    return -1;
  if (is_signed)
    *high = PyLong_AsLongLongAndOverflow (upper, &overflow);
  else
    {
      *high = PyLong_AsUnsignedLongLong (upper);
      if (*high == (uint64_t) -1 && PyErr_Occurred ())
	{
	  overflow = 1;
	  PyErr_Clear ();
	}
    }
  Py_DECREF (upper);
  return overflow != 0;
}

/* Store OBJECT in VALUE.  */

static int
from_python (const struct om_slot *slot, PyObject *object,
	     union om_value *value)
{
  PyObject *index = (PyLong_Check (object) ? Py_NewRef (object)
		     : om_index (slot, object));
  struct words w;
  int result;

  if (!index)
    return -1;
  result = upper_word (index, slot->var->type->is_signed, &w.high);
  if (result == 0 && extend (slot->var->type, w.high) != w.high)
    result = 1;
  if (result == 1)
    om_value_error (slot, PyExc_OverflowError, index, "does not fit");
  else if (result == 0)
    {
      w.low = PyLong_AsUnsignedLongLongMask (index);
      memcpy (value->bytes, &w, sizeof w);
    }
  Py_DECREF (index);
  return result == 0 ? 0 : -1;
}

/* Choose the functions for SLOT, an integer of 65 to 128 bits.  Return 0 or
   -1.  */

int
om_choose_int128 (struct om_slot *slot)
{
  if (slot->var->type->precision <= 64 || slot->var->type->precision > 128)
    return om_slot_error (slot, PyExc_SystemError, "internal error: the width "
			  "in bits is not valid");
  slot->to_python = to_python;
  slot->from_python = from_python;
  return 0;
}
