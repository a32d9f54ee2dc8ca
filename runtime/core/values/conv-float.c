/* conv-float.c - float and double.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Whatever is a real number is taken if it is not too large.  The thread
   that crosses calls these functions and holds the GIL; there are no locks. 
   Only long double needs NumPy, whose scalars keep all its bits.  */

#include "values/convert.h"
#include "values/numpy.h"
#include <float.h>
#include <math.h>
#include <string.h>

/* Return the double at P as a float.  */

static PyObject *
double_to_python (const struct om_slot *slot, const void *p)
{
  double d;

  (void) slot;
  memcpy (&d, p, sizeof d);
  return PyFloat_FromDouble (d);
}

/* Return the float at P as a float.  */

static PyObject *
float_to_python (const struct om_slot *slot, const void *p)
{
  float f;

  (void) slot;
  memcpy (&f, p, sizeof f);
  return PyFloat_FromDouble (f);
}

/* Return 0 if OBJECT is a real number: has __float__ or __index__, and is
   neither a str nor complex nor an array.  Else return -1 with a
   TypeError.  */

OM_COLD int
om_check_real (const struct om_slot *slot, PyObject *object)
{
  PyNumberMethods *number = Py_TYPE (object)->tp_as_number;

  if (PyLong_Check (object))
    return 0;
  if (om_refuse_array (slot, object, "a real number") != 0)
    return -1;
  /* NumPy's complex numbers have __float__, which loses a part.  */
  if (!number || !(number->nb_float || number->nb_index)
      || PyUnicode_Check (object) || PyComplex_Check (object)
      || om_numpy_scalar_p (object, "complexfloating")
      || om_numpy_other_p (object))
    return om_value_error (slot, PyExc_TypeError, object,
			   "is not a real number");
  return 0;
}

/* Return 1 if OBJECT, of which the infinite D was made, is a finite number:
   numpy.longdouble, Decimal and others become infinite where an int raises
   OverflowError.  Return 0 if not, -1 with an exception.  */

OM_COLD int
om_finite_p (PyObject *object, double d)
{
  PyObject *infinite = PyFloat_FromDouble (d);
  int nearer;

  if (!infinite)
    return -1;
  nearer = PyObject_RichCompareBool (object, infinite, d > 0 ? Py_LT : Py_GT);
  Py_DECREF (infinite);
  /* What cannot be compared says itself how large it is.  */
  if (nearer < 0 && PyErr_ExceptionMatches (PyExc_TypeError))
    {
      PyErr_Clear ();
      return 0;
    }
  return nearer;
}

/* Store in *D the real number that OBJECT, which is not a float, is.  Return
   0 or -1.  */

static OM_COLD int
convert_other (const struct om_slot *slot, PyObject *object, double *d)
{
  int lost = 0;

  if (om_check_real (slot, object) != 0)
    return -1;
  *d = PyFloat_AsDouble (object);
  if (*d == -1.0 && PyErr_Occurred ())
    lost = (PyErr_ExceptionMatches (PyExc_OverflowError)
	    && PyLong_Check (object) ? 1 : -1);
  else if (isinf (*d))
    lost = om_finite_p (object, *d);
  if (lost > 0)
    return om_value_error (slot, PyExc_OverflowError, object,
			   "does not fit");
  return lost;
}

/* Store in *D the real number that OBJECT is.  Return 0 or -1.  */

static inline int
real_value (const struct om_slot *slot, PyObject *object, double *d)
{
  if (OM_UNLIKELY (!PyFloat_Check (object)))
    return convert_other (slot, object, d);
  *d = PyFloat_AS_DOUBLE (object);
  return 0;
}

/* Store OBJECT as a double in VALUE.  */

static int
double_from_python (const struct om_slot *slot, PyObject *object,
		    union om_value *value)
{
  double d;

  if (real_value (slot, object, &d) != 0)
    return -1;
  memcpy (value->bytes, &d, sizeof d);
  return 0;
}

/* *D is the real number OBJECT rounded to double, and is going to be rounded
   to a type of fewer bits.  If *D is not OBJECT, let *D be that of the two
   doubles around OBJECT which has an odd last bit: it is never halfway between
   two values of the other type, so the result is as if OBJECT had been rounded
   once.  Return 0 or -1.  */

OM_COLD int
om_round_to_odd (PyObject *object, double *d)
{
  PyObject *rounded;
  int above, below = 0;
  uint64_t bits;

  if (!isfinite (*d))
    return 0;
  rounded = PyFloat_FromDouble (*d);
  if (!rounded)
    return -1;
  above = PyObject_RichCompareBool (object, rounded, Py_GT);
  if (above == 0)
    below = PyObject_RichCompareBool (object, rounded, Py_LT);
  Py_DECREF (rounded);
  if (above < 0 || below < 0)
    {
      /* What cannot be compared has only its __float__.  */
      if (!PyErr_ExceptionMatches (PyExc_TypeError))
	return -1;
      PyErr_Clear ();
      return 0;
    }
  memcpy (&bits, d, sizeof bits);
  if ((above || below) && !(bits & 1))
    *d = nextafter (*d, above ? INFINITY : -INFINITY);
  return 0;
}

/* Store OBJECT as a float in VALUE.  */

static int
float_from_python (const struct om_slot *slot, PyObject *object,
		   union om_value *value)
{
  double d;
  float f;

  if (real_value (slot, object, &d) != 0)
    return -1;
  f = (float) d;
  if (OM_UNLIKELY (f != d && !PyFloat_Check (object)))
    {
      if (om_round_to_odd (object, &d) != 0)
	return -1;
      f = (float) d;
    }
  if (OM_UNLIKELY (isinf (f) && isfinite (d)))
    return om_value_error (slot, PyExc_OverflowError, object,
			   "does not fit");
  memcpy (value->bytes, &f, sizeof f);
  return 0;
}

/* Return the _Float16 at P as a float.  */

static PyObject *
half_to_python (const struct om_slot *slot, const void *p)
{
  double d = PyFloat_Unpack2 (p, PY_LITTLE_ENDIAN);

  (void) slot;
  if (d == -1.0 && PyErr_Occurred ())
    return NULL;
  return PyFloat_FromDouble (d);
}

/* Store OBJECT as a _Float16 in VALUE.  */

static int
half_from_python (const struct om_slot *slot, PyObject *object,
		  union om_value *value)
{
  double d;

  if (real_value (slot, object, &d) != 0)
    return -1;
  if (!PyFloat_Check (object) && om_round_to_odd (object, &d) != 0)
    return -1;
  if (PyFloat_Pack2 (d, value->bytes, PY_LITTLE_ENDIAN) == 0)
    return 0;
  return om_value_error (slot, PyExc_OverflowError, object, "does not fit");
}

/* Return 1 if OBJECT, a real number, says which rational number it is, as a
   Decimal and a Fraction do.  Return 0 if not, or -1 with an exception.  NumPy
   knows what to do with ints and its own scalars.  */

OM_COLD int
om_rational_p (PyObject *object)
{
  if (PyLong_Check (object) || om_numpy_scalar_p (object, "generic"))
    return 0;
  return om_has_attribute ((PyObject *) Py_TYPE (object), "as_integer_ratio");
}

/* Store OBJECT, which is finite and for which om_rational_p is true, in *WIDE,
   rounded once.  Return 0, 1 if it is too large, or -1 with an exception.  */

static OM_COLD int
round_ratio (PyObject *object, long double *wide)
{
  PyObject *parts
    = om_bootstrap_call ("rounded_ratio", "(Oiii)", object, LDBL_MANT_DIG,
			 LDBL_MIN_EXP - LDBL_MANT_DIG, LDBL_MAX_10_EXP + 1);
  unsigned long long high, low;
  int negative, exponent, ok;

  if (!parts || parts == Py_None)
    {
      Py_XDECREF (parts);
      return parts ? 1 : -1;
    }
  ok = PyArg_ParseTuple (parts, "pKKi", &negative, &high, &low, &exponent);
  Py_DECREF (parts);
  if (!ok)
    return -1;
  *wide = ldexpl (ldexpl (high, 64) + low, exponent);
  if (negative)
    *wide = -*wide;
  return isinf (*wide) ? 1 : 0;
}

/* Store OBJECT, for which om_rational_p is true, in *WIDE.  What is not finite,
   and zero with its sign, comes from its __float__.  Return as round_ratio
   does.  */

static OM_COLD int
convert_rational (PyObject *object, long double *wide)
{
  double d = PyFloat_AsDouble (object);
  int exact = 1;

  *wide = d;
  /* A Fraction raises what a Decimal makes infinite.  */
  if (d == -1.0 && PyErr_Occurred ())
    {
      if (!PyErr_ExceptionMatches (PyExc_OverflowError))
	return -1;
      PyErr_Clear ();
    }
  else if (isinf (d))
    exact = om_finite_p (object, d);
  else if (d == 0)
    exact = PyObject_IsTrue (object);
  else if (isnan (d))
    exact = 0;
  return exact > 0 ? round_ratio (object, wide) : exact;
}

/* Store OBJECT as a long double at P, no bit of a numpy.longdouble or an int
   being lost, and a Decimal or Fraction being rounded once.  SLOT's dtype is
   that of P.  Return 0 or -1.  */

int
om_set_long_double (const struct om_slot *slot, PyObject *object, void *p)
{
  long double wide;
  int rational, lost = 0;

  /* A subclass may have a __float__, which does not count for the other
     types either.  */
  if (PyFloat_Check (object))
    {
      wide = PyFloat_AS_DOUBLE (object);
      memcpy (p, &wide, sizeof wide);
      return 0;
    }
  if (om_check_real (slot, object) != 0)
    return -1;
  rational = om_rational_p (object);
  if (rational < 0)
    return -1;
  memset (p, 0, sizeof wide);
  if (rational)
    lost = convert_rational (object, &wide);
  else if (om_numpy_set (slot, object, p) == 0)
    {
      memcpy (&wide, p, sizeof wide);
      if (isinf (wide))
	lost = om_finite_p (object, (double) wide);
    }
  else if (!PyLong_Check (object) || PyErr_ExceptionMatches (PyExc_MemoryError))
    lost = -1;
  else
    {
      /* NumPy takes an int by way of its digits, of which there is a limit.  */
      PyErr_Clear ();
      lost = round_ratio (object, &wide);
    }
  if (lost > 0)
    return om_value_error (slot, PyExc_OverflowError, object,
			   "does not fit");
  if (lost == 0)
    memcpy (p, &wide, sizeof wide);
  return lost;
}

/* Store OBJECT as a long double in VALUE.  */

static int
long_double_from_python (const struct om_slot *slot, PyObject *object,
			 union om_value *value)
{
  return om_set_long_double (slot, object, value->bytes);
}

/* Choose the functions for SLOT, a real number, by its size.  Return 0 or
   -1.  */

static int
choose (struct om_slot *slot)
{
  if (slot->size == sizeof (double))
    {
      slot->quick = OM_QUICK_DOUBLE;
      slot->to_python = double_to_python;
      slot->from_python = double_from_python;
      return 0;
    }
  if (slot->size == sizeof (float))
    {
      slot->to_python = float_to_python;
      slot->from_python = float_from_python;
      return 0;
    }
  if (slot->size == 2)
    {
      slot->to_python = half_to_python;
      slot->from_python = half_from_python;
      return 0;
    }
  if (slot->size == sizeof (long double))
    {
      slot->descr = om_numpy_load () == 0 ? om_numpy_dtype (slot) : NULL;
      slot->to_python = om_numpy_get;
      slot->from_python = long_double_from_python;
      return slot->descr ? 0 : -1;
    }
  return om_slot_error (slot, PyExc_TypeError,
			"a real type of %d bytes is not supported",
			(int) slot->size);
}

/* Return the number that NumPy has for real numbers of TYPE, or -1.  */

static int
number (const struct __objmode_type *type)
{
  return (type->size == 8 ? 12 : type->size == 4 ? 11
	  : type->size == 2 ? 23
	  : type->size == sizeof (long double) ? 13 : -1);
}

const struct om_kind om_kind_FLOAT = {
  .choose = choose, .number = number, .ffi = om_ffi_real,
  .narrow_size = sizeof (double)
};
