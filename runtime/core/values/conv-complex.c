/* conv-complex.c - Complex numbers.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Numbers of Python, of NumPy and what has __complex__ are taken if no part
   is lost.  The thread that crosses calls these functions and holds the GIL;
   there are no locks.  Only long double _Complex needs NumPy.  */

#include "values/convert.h"
#include "values/numpy.h"
#include <math.h>
#include <string.h>

/* Return the double _Complex at P as a complex.  */

static PyObject *
double_to_python (const struct om_slot *slot, const void *p)
{
  double part[2];

  (void) slot;
  memcpy (part, p, sizeof part);
  return PyComplex_FromDoubles (part[0], part[1]);
}

/* Return the float _Complex at P as a complex.  */

static PyObject *
float_to_python (const struct om_slot *slot, const void *p)
{
  float part[2];

  (void) slot;
  memcpy (part, p, sizeof part);
  return PyComplex_FromDoubles (part[0], part[1]);
}

/* Return 1 if OBJECT's class has __complex__, 0 if not, -1 with an
   exception.  */

static int
has_complex_p (PyObject *object)
{
  return om_has_attribute ((PyObject *) Py_TYPE (object), "__complex__");
}

/* Return 0 if OBJECT is a complex or real number, else -1 with an
   exception, a TypeError if nothing else fails.  */

static int
check (const struct om_slot *slot, PyObject *object)
{
  PyNumberMethods *number = Py_TYPE (object)->tp_as_number;
  int has_complex;

  if (PyComplex_Check (object) || PyFloat_Check (object)
      || PyLong_Check (object))
    return 0;
  has_complex = PyUnicode_Check (object) ? 0 : has_complex_p (object);
  if (has_complex < 0
      || om_refuse_array (slot, object, "a complex number") != 0)
    return -1;
  if (PyUnicode_Check (object) || om_numpy_other_p (object)
      || !(has_complex || (number && (number->nb_float || number->nb_index))))
    return om_value_error (slot, PyExc_TypeError, object,
			   "is not a complex number");
  return 0;
}

/* Return 1 if PART, the attribute NAME of OBJECT, is finite but has become
   the infinite D; else 0, or -1 with an exception.  */

static int
part_lost_p (PyObject *object, const char *name, double d)
{
  PyObject *part;
  int result;

  if (!isinf (d))
    return 0;
  part = PyObject_GetAttrString (object, name);
  if (!part && PyErr_ExceptionMatches (PyExc_AttributeError))
    {
      PyErr_Clear ();
      return 0;
    }
  result = part ? om_finite_p (part, d) : -1;
  Py_XDECREF (part);
  return result;
}

/* Store the parts of the number OBJECT in *Z.  Return 0 or -1.  */

static int
convert (const struct om_slot *slot, PyObject *object, Py_complex *z)
{
  int lost = 0;

  if (check (slot, object) != 0)
    return -1;
  *z = PyComplex_AsCComplex (object);
  if (z->real == -1.0 && PyErr_Occurred ())
    lost = (PyErr_ExceptionMatches (PyExc_OverflowError)
	    && PyLong_Check (object) ? 1 : -1);
  else if (OM_UNLIKELY (!PyComplex_CheckExact (object)
			&& !PyFloat_Check (object)))
    {
      lost = part_lost_p (object, "real", z->real);
      if (lost == 0)
	lost = part_lost_p (object, "imag", z->imag);
    }
  if (lost > 0)
    return om_value_error (slot, PyExc_OverflowError, object,
			   "does not fit");
  return lost;
}

/* Store OBJECT as a double _Complex in VALUE.  */

static int
double_from_python (const struct om_slot *slot, PyObject *object,
		    union om_value *value)
{
  Py_complex z;

  if (convert (slot, object, &z) != 0)
    return -1;
  memcpy (value->bytes, &z.real, sizeof (double));
  memcpy (value->bytes + sizeof (double), &z.imag, sizeof (double));
  return 0;
}

/* Return *D, which is the attribute NAME of OBJECT rounded to double, rounded
   to float as if that were done once.  If OBJECT has no such attribute *D is
   all there is.  Set *FAILED if there is an exception.  */

static float
narrow_part (PyObject *object, const char *name, double *d, int *failed)
{
  PyObject *part;

  if ((float) *d == *d || isnan (*d) || PyComplex_CheckExact (object)
      || PyFloat_Check (object))
    return (float) *d;
  part = PyObject_GetAttrString (object, name);
  if (part)
    *failed |= om_round_to_odd (part, d) != 0;
  else if (PyErr_ExceptionMatches (PyExc_AttributeError))
    PyErr_Clear ();
  else
    *failed = 1;
  Py_XDECREF (part);
  return (float) *d;
}

/* Store OBJECT as a float _Complex in VALUE.  */

static int
float_from_python (const struct om_slot *slot, PyObject *object,
		   union om_value *value)
{
  Py_complex z;
  float part[2];
  int failed = 0;

  if (convert (slot, object, &z) != 0)
    return -1;
  part[0] = narrow_part (object, "real", &z.real, &failed);
  if (!failed)
    part[1] = narrow_part (object, "imag", &z.imag, &failed);
  if (failed)
    return -1;
  if ((isinf (part[0]) && isfinite (z.real))
      || (isinf (part[1]) && isfinite (z.imag)))
    return om_value_error (slot, PyExc_OverflowError, object,
			   "does not fit");
  memcpy (value->bytes, part, sizeof part);
  return 0;
}

/* Store the real number OBJECT at P, a long double _Complex, as a long
   double is stored.  Return 0 or -1.  */

static int
set_real (const struct om_slot *slot, PyObject *object, void *p)
{
  struct __objmode_type type = *slot->var->type;
  struct __objmode_var var = *slot->var;
  struct om_slot part = *slot;
  int result = -1;

  type.kind = OBJMODE_KIND_FLOAT;
  type.size /= 2;
  var.type = &type;
  part.var = &var;
  part.descr = om_numpy_dtype (&part);
  if (part.descr)
    result = om_set_long_double (&part, object, p);
  Py_XDECREF (part.descr);
  return result;
}

/* Store OBJECT as a long double _Complex in VALUE.  */

static int
long_double_from_python (const struct om_slot *slot, PyObject *object,
			 union om_value *value)
{
  long double part[2];
  int lost, real;

  if (check (slot, object) != 0)
    return -1;
  memset (value->bytes, 0, sizeof part);
  /* A Fraction has __complex__, but that is of two floats.  */
  real = PyComplex_Check (object) ? 0 : om_rational_p (object);
  if (real == 0 && !PyComplex_Check (object))
    {
      real = has_complex_p (object);
      real = real < 0 ? -1 : !real;
    }
  if (real < 0)
    return -1;
  if (real)
    return set_real (slot, object, value->bytes);
  if (om_numpy_set (slot, object, value->bytes) != 0)
    return -1;
  memcpy (part, value->bytes, sizeof part);
  lost = part_lost_p (object, "real", isinf (part[0]) ? (double) part[0] : 0);
  if (lost == 0)
    lost = part_lost_p (object, "imag", isinf (part[1]) ? (double) part[1] : 0);
  if (lost > 0)
    return om_value_error (slot, PyExc_OverflowError, object,
			   "does not fit");
  return lost;
}

/* Choose the functions for SLOT, a complex number, by its size.  Return 0 or
   -1.  */

static int
choose (struct om_slot *slot)
{
  if (slot->size == 2 * sizeof (double))
    {
      slot->to_python = double_to_python;
      slot->from_python = double_from_python;
      return 0;
    }
  if (slot->size == 2 * sizeof (float))
    {
      slot->to_python = float_to_python;
      slot->from_python = float_from_python;
      return 0;
    }
  if (slot->size == 2 * sizeof (long double))
    {
      slot->descr = om_numpy_load () == 0 ? om_numpy_dtype (slot) : NULL;
      slot->to_python = om_numpy_get;
      slot->from_python = long_double_from_python;
      return slot->descr ? 0 : -1;
    }
  return om_slot_error (slot, PyExc_TypeError,
			"a complex type of %d bytes is not supported",
			(int) slot->size);
}

/* Return the number that NumPy has for complex numbers of TYPE, or -1.  */

static int
number (const struct __objmode_type *type)
{
  return (type->size == 2 * sizeof (double) ? 15
	  : type->size == 2 * sizeof (float) ? 14
	  : type->size == 2 * sizeof (long double) ? 16 : -1);
}

/* Return the characters for a buffer of complex numbers of TYPE.  */

static const char *
codes (const struct __objmode_type *type)
{
  return (type->size == 2 * sizeof (float) ? "Zf"
	  : type->size == 2 * sizeof (double) ? "Zd" : "Zg");
}

const struct om_kind om_kind_COMPLEX = {
  .choose = choose, .number = number,
  .codes = codes, .ffi = om_ffi_complex, .narrow_size = 2 * sizeof (double)
};
