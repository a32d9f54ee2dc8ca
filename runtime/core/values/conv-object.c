/* conv-object.c - objmode_object *.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#include "values/callable.h"
#include "values/convert.h"
#include "values/numpy.h"
#include "values/record.h"
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

/* See struct om_operations: VALUE's object becomes C's.  What was there, in the
   shared variable or where the frame has the input, becomes VALUE.  */

static void
store (const struct om_slot *slot, char *place, union om_value *value)
{
  char *old = (slot->shared ? place : slot->var->in < 0 ? NULL
	       : place - slot->offset + slot->var->in);
  PyObject *object = value->object;

  value->object = old ? *(PyObject **) (void *) old : NULL;
  *(PyObject **) (void *) place = object;
}

/* Release the object of VALUE, if it has one.  */

static void
drop (union om_value *value)
{
  Py_XDECREF (value->object);
}

/* See struct om_operations: the C function borrows OBJECT.  */

static int
argument (const struct om_slot *slot, PyObject *object, char *place,
	  struct om_hold *hold)
{
  (void) slot;
  (void) hold;
  memcpy (place, &object, sizeof object);
  return 0;
}

/* See struct om_operations: the reference that the C function has returned is
   taken over; NULL is None.  */

static PyObject *
result (const struct om_signature *s, PyObject *const *args, char *frame)
{
  PyObject *object;

  (void) args;
  memcpy (&object, frame + s->result.offset, sizeof object);
  return object ? object : Py_NewRef (Py_None);
}

static const struct om_operations operations = {
  .store = store, .drop = drop, .argument = argument, .result = result
};

/* See om_choose.  */

static int
choose (struct om_slot *slot)
{
  slot->operations = &operations;
  slot->to_python = to_python;
  slot->from_python = from_python;
  return 0;
}

/* See struct om_member_operations: let the reference at P, of FIELD, be one to
   OBJECT.  */

static int
set_member (const struct om_field *field, char *p, PyObject *object,
	    int owned, struct om_pending *pending)
{
  PyObject *old;

  (void) field;
  (void) owned;
  (void) pending;
  Py_INCREF (object);
  memcpy (&old, p, sizeof old);
  memcpy (p, &object, sizeof old);
  Py_XDECREF (old);
  return 0;
}

/* See struct om_member_operations: the copy of the struct has a reference of
   its own to the object at P.  */

static int
own_member (const struct om_field *field, char *p)
{
  PyObject *object;

  (void) field;
  memcpy (&object, p, sizeof object);
  Py_XINCREF (object);
  return 0;
}

/* Return NumPy's number of objects.  */

static int
number (const struct __objmode_type *type)
{
  (void) type;
  return OM_NUMBER_OBJECT;
}

/* Return the character for a buffer of objects.  */

static const char *
codes (const struct __objmode_type *type)
{
  (void) type;
  return "O";
}

static const struct om_member_operations member = {
  .set = set_member, .own = own_member, .counted = 1
};

const struct om_kind om_kind_OBJECT = {
  .choose = choose, .number = number,
  .codes = codes, .member = &member
};
