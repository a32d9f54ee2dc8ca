/* conv-float.c - float and double.
   Copyright (C) 2026 The objmode authors

   This file is part of objmode.

   objmode is free software: you can redistribute it and/or modify it
   under the terms of the GNU General Public License as published by
   the Free Software Foundation, either version 3 of the License, or
   (at your option) any later version.

   objmode is distributed in the hope that it will be useful, but
   WITHOUT ANY WARRANTY; without even the implied warranty of
   MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the GNU
   General Public License for more details.

   Under Section 7 of GPL version 3, you are granted additional
   permissions described in the GCC Runtime Library Exception, version
   3.1, as published by the Free Software Foundation.

   You should have received a copy of the GNU General Public License
   and a copy of the GCC Runtime Library Exception along with this
   program; see the files COPYING and COPYING.RUNTIME respectively.  If
   not, see <https://www.gnu.org/licenses/>.  */

#include "internal.h"
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

/* Store in *D the real number that OBJECT, which is no float, is.  Return
   0 or -1.  */

static OM_COLD int
convert_other (const struct om_slot *slot, PyObject *object, double *d)
{
  PyNumberMethods *number = Py_TYPE (object)->tp_as_number;

  /* NumPy's complex numbers have __float__, which loses a part.  */
  if (!number || !(number->nb_float || number->nb_index)
      || PyUnicode_Check (object) || PyComplex_Check (object)
      || om_numpy_scalar_p (object, "complexfloating"))
    return om_value_error (slot, PyExc_TypeError, object,
			   "is not a real number");
  *d = PyFloat_AsDouble (object);
  if (*d != -1.0 || !PyErr_Occurred ())
    return 0;
  if (PyErr_ExceptionMatches (PyExc_OverflowError) && PyLong_Check (object))
    return om_value_error (slot, PyExc_OverflowError, object,
			   "does not fit");
  return -1;
}

/* Store OBJECT as a double in VALUE.  */

static int
double_from_python (const struct om_slot *slot, PyObject *object,
		    union om_value *value)
{
  double d;

  if (OM_LIKELY (PyFloat_Check (object)))
    d = PyFloat_AS_DOUBLE (object);
  else if (convert_other (slot, object, &d) != 0)
    return -1;
  memcpy (value->bytes, &d, sizeof d);
  return 0;
}

/* Store OBJECT as a float in VALUE.  */

static int
float_from_python (const struct om_slot *slot, PyObject *object,
		   union om_value *value)
{
  double d;
  float f;

  if (OM_LIKELY (PyFloat_Check (object)))
    d = PyFloat_AS_DOUBLE (object);
  else if (convert_other (slot, object, &d) != 0)
    return -1;
  f = (float) d;
  if (OM_UNLIKELY (isinf (f) && isfinite (d)))
    return om_value_error (slot, PyExc_OverflowError, object,
			   "does not fit");
  memcpy (value->bytes, &f, sizeof f);
  return 0;
}

/* See om_choose.  */

int
om_choose_float (struct om_slot *slot)
{
  if (slot->size == sizeof (double))
    {
      slot->is_double = 1;
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
  return om_slot_error (slot, PyExc_TypeError,
			"has %d bytes, which no supported real type has",
			(int) slot->size);
}
