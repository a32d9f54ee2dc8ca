/* conv-object.c - objmode_object *.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#include "values/convert.h"
#include <string.h>

/* Return the object of the variable at P, None for NULL.  */

static PyObject *
to_python (const struct om_slot *slot, const void *p)
{
  PyObject *object;

  (void) slot;
  memcpy (&object, p, sizeof object);
  return Py_NewRef (object ? object : Py_None);
}

/* Any OBJECT will do.  */

static int
from_python (const struct om_slot *slot, PyObject *object,
	     union om_value *value)
{
  (void) slot;
  value->object = Py_NewRef (object);
  return 0;
}

/* See om_choose.  */

int
om_choose_object (struct om_slot *slot)
{
  slot->to_python = to_python;
  slot->from_python = from_python;
  return 0;
}
