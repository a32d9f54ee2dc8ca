/* conv-int.c - _Bool and integers up to 64 bits.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Whatever has __index__ is taken if it fits; a bool only becomes a _Bool. 
   The thread that crosses calls these functions and holds the GIL; there are
   no locks.  */

#include "values/convert.h"
#include "values/numpy.h"
#include "values/record.h"
#include <string.h>

/* Return the _Bool at P.  */

static PyObject *
bool_to_python (const struct om_slot *slot, const void *p)
{
  (void) slot;
  return PyBool_FromLong (*(const unsigned char *) p);
}

/* Store OBJECT, which must be a bool or a numpy.bool, in VALUE: that
   everything has a truth value hides too many mistakes.  */

int
om_bool_from_python (const struct om_slot *slot, PyObject *object,
		     union om_value *value)
{
  int truth;

  if (object == Py_True || object == Py_False)
    truth = object == Py_True;
  else if (om_numpy_scalar_p (object, "bool_"))
    truth = PyObject_IsTrue (object);
  else if (om_refuse_array (slot, object, "a bool") != 0)
    return -1;
  else
    return om_value_error (slot, PyExc_TypeError, object, "is not a bool");
  if (truth < 0)
    return -1;
  value->bytes[0] = truth;
  return 0;
}

/* Choose the functions for SLOT, a _Bool.  Return 0.  */

static int
choose_bool (struct om_slot *slot)
{
  slot->quick = OM_QUICK_BOOL;
  slot->to_python = bool_to_python;
  slot->from_python = om_bool_from_python;
  return 0;
}

/* Return NumPy's number of bool_.  */

static int
bool_number (const struct __objmode_type *type)
{
  (void) type;
  return 0;
}

/* Return the characters for a buffer of _Bool.  */

static const char *
bool_codes (const struct __objmode_type *type)
{
  (void) type;
  return "?";
}

const struct om_kind om_kind_BOOL = {
  .choose = choose_bool,
  .number = bool_number, .codes = bool_codes, .ffi = om_ffi_integer,
  .integral = 1, .truth = 1
};

/* Return an int object for OBJECT, which is not an int, from its __index__.
   A float has none.  A numpy.bool is what bool is, also since NumPy 2, where
   it has none.  */

OM_COLD PyObject *
om_index (const struct om_slot *slot, PyObject *object)
{
  if (om_numpy_scalar_p (object, "bool_"))
    {
      int truth = PyObject_IsTrue (object);
      return truth < 0 ? NULL : PyLong_FromLong (truth);
    }
  if (PyErr_Occurred ())
    return NULL;
  if (om_refuse_array (slot, object, "an integer") != 0)
    return NULL;
  if (!PyIndex_Check (object))
    {
      om_value_error (slot, PyExc_TypeError, object, "is not an integer");
      return NULL;
    }
  return PyNumber_Index (object);
}

/* Store OBJECT in *RESULT if it is an integer from MIN to MAX.  */

static inline int
signed_value (const struct om_slot *slot, PyObject *object, long long min,
	      long long max, long long *result)
{
  PyObject *index = NULL;
  int overflow;

  if (OM_LIKELY (PyLong_Check (object)))
    {
      if (OM_LIKELY (om_small_int (object, result)
		     && *result >= min && *result <= max))
	return 0;
    }
  else
    {
      index = om_index (slot, object);
      if (!index)
	return -1;
    }
  *result = PyLong_AsLongLongAndOverflow (index ? index : object, &overflow);
  if (OM_UNLIKELY (overflow || *result < min || *result > max))
    {
      om_value_error (slot, PyExc_OverflowError, index ? index : object,
		      "does not fit");
      Py_XDECREF (index);
      return -1;
    }
  Py_XDECREF (index);
  return 0;
}

/* Store OBJECT in *RESULT if it is an integer from 0 to 2**64 - 1.  */

static int
unsigned_value (const struct om_slot *slot, PyObject *object,
		unsigned long long *result)
{
  PyObject *index = NULL;
  int failed;

  if (OM_UNLIKELY (!PyLong_Check (object)))
    {
      index = om_index (slot, object);
      if (!index)
	return -1;
    }
  *result = PyLong_AsUnsignedLongLong (index ? index : object);
  failed = *result == (unsigned long long) -1 && PyErr_Occurred ();
  if (OM_UNLIKELY (failed))
    om_value_error (slot, PyExc_OverflowError, index ? index : object,
		    "does not fit");
  Py_XDECREF (index);
  return failed ? -1 : 0;
}

/* Define the two functions of the integer TYPE, between MIN and MAX of
   long long, which MAKE makes an object of.  */
#define DEFINE_INT(TYPE, MIN, MAX, MAKE)				\
static PyObject *							\
TYPE##_to_python (const struct om_slot *slot, const void *p)		\
{									\
  TYPE v;								\
									\
  (void) slot;								\
  memcpy (&v, p, sizeof v);						\
  return MAKE (v);							\
}									\
									\
static int								\
TYPE##_from_python (const struct om_slot *slot, PyObject *object,	\
		    union om_value *value)				\
{									\
  long long result;							\
  TYPE v;								\
									\
  if (signed_value (slot, object, MIN, MAX, &result) != 0)		\
    return -1;								\
  v = (TYPE) result;							\
  memcpy (value->bytes, &v, sizeof v);					\
  return 0;								\
}

DEFINE_INT (int8_t, INT8_MIN, INT8_MAX, PyLong_FromLong)
DEFINE_INT (uint8_t, 0, UINT8_MAX, PyLong_FromLong)
DEFINE_INT (int16_t, INT16_MIN, INT16_MAX, PyLong_FromLong)
DEFINE_INT (uint16_t, 0, UINT16_MAX, PyLong_FromLong)
DEFINE_INT (int32_t, INT32_MIN, INT32_MAX, PyLong_FromLong)
DEFINE_INT (uint32_t, 0, UINT32_MAX, PyLong_FromLongLong)
DEFINE_INT (int64_t, INT64_MIN, INT64_MAX, PyLong_FromLongLong)

/* Return the uint64_t at P as an int.  */

static PyObject *
uint64_t_to_python (const struct om_slot *slot, const void *p)
{
  uint64_t v;

  (void) slot;
  memcpy (&v, p, sizeof v);
  return PyLong_FromUnsignedLongLong (v);
}

/* Store OBJECT as a uint64_t in VALUE.  */

static int
uint64_t_from_python (const struct om_slot *slot, PyObject *object,
		      union om_value *value)
{
  unsigned long long result;
  uint64_t v;

  if (unsigned_value (slot, object, &result) != 0)
    return -1;
  v = result;
  memcpy (value->bytes, &v, sizeof v);
  return 0;
}

/* Store OBJECT, for SLOT of any size, as an int64_t in VALUE.  */

int
om_int64_from_python (const struct om_slot *slot, PyObject *object,
		      union om_value *value)
{
  return int64_t_from_python (slot, object, value);
}

/* Store OBJECT, for SLOT of any size, as a uint64_t in VALUE.  */

int
om_uint64_from_python (const struct om_slot *slot, PyObject *object,
		       union om_value *value)
{
  return uint64_t_from_python (slot, object, value);
}

/* Choose the functions for SLOT, an integer, by its size and sign.  Return 0
   or -1.  */

static int
choose_int (struct om_slot *slot)
{
  if (slot->size <= 8 && slot->var->type->precision < slot->size * 8)
    return om_choose_narrow (slot);
#define CHOOSE(SIZE, SIGNED, TYPE)					\
  if (slot->size == SIZE && !slot->var->type->is_signed == !SIGNED)	\
    {									\
      slot->quick = (SIGNED && SIZE == 8 ? OM_QUICK_INT64		\
		     : SIGNED && SIZE == 4 ? OM_QUICK_INT32		\
		     : OM_QUICK_NOT);					\
      slot->to_python = TYPE##_to_python;				\
      slot->from_python = TYPE##_from_python;				\
      return 0;								\
    }
  CHOOSE (1, 1, int8_t)
  CHOOSE (1, 0, uint8_t)
  CHOOSE (2, 1, int16_t)
  CHOOSE (2, 0, uint16_t)
  CHOOSE (4, 1, int32_t)
  CHOOSE (4, 0, uint32_t)
  CHOOSE (8, 1, int64_t)
  CHOOSE (8, 0, uint64_t)
#undef CHOOSE
  if (slot->size == 16)
    return om_choose_int128 (slot);
  return om_slot_error (slot, PyExc_TypeError,
			"an integer type of %d bytes is not supported",
			(int) slot->size);
}

/* Return the number that NumPy has for integers of the bytes and the sign of
   TYPE, or -1.  */

int
om_int_number (const struct __objmode_type *type)
{
  static const signed char numbers[9][2] = {
    [1] = { 2, 1 }, [2] = { 4, 3 }, [4] = { 6, 5 },
    [8] = { sizeof (long) == 8 ? 8 : 10, sizeof (long) == 8 ? 7 : 9 }
  };

  if (type->size > 8 || !numbers[type->size][0])
    return -1;
  return numbers[type->size][type->is_signed != 0];
}

/* Return the characters for a buffer of integers of TYPE.  */

static const char *
int_codes (const struct __objmode_type *type)
{
  return type->is_signed ? "bhilqn" : "BHILQN";
}

/* Return 1 if FIELD has more than 64 bits, or fewer than its bytes have: NumPy
   has no such integers.  */

static int
hidden_p (const struct om_field *field)
{
  const struct __objmode_type *type = &field->type;

  return type->size > 8 || type->precision < type->size * 8;
}

static const struct om_member_operations int_member = {
  .hidden_p = hidden_p
};

const struct om_kind om_kind_INT = {
  .choose = choose_int,
  .number = om_int_number, .codes = int_codes, .ffi = om_ffi_integer,
  .integral = 1, .member = &int_member
};
