/* conv-object.c - objmode_object *.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The reference that C has stays C's: the text borrows the object, and what
   the text leaves in the variable is a reference of C's own.  The old object
   is released after everything is stored, since its end may run any code. 
   The thread that crosses calls these functions and holds the GIL; there are
   no locks.  */

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

/* Return 1 if there seems to be an object where the pointer at P points to, or
   if that is NULL.  SLOT is not needed.  */

static int
sound_p (const struct om_slot *slot, const void *p)
{
  PyObject *object;

  (void) slot;
  memcpy (&object, p, sizeof object);
  return om_object_p (object);
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

/* Let the variable of SLOT at PLACE have the reference of VALUE.  VALUE gets
   the one that was in the shared variable, or where the frame has the
   input.  */

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

/* Store OBJECT, an argument, at PLACE: the C function borrows it.  SLOT and
   HOLD are not needed.  Return 0.  */

static int
argument (const struct om_slot *slot, PyObject *object, char *place,
	  struct om_hold *hold)
{
  (void) slot;
  (void) hold;
  memcpy (place, &object, sizeof object);
  return 0;
}

/* Return the object that a C function of S has stored in FRAME as its result,
   whose reference is taken over; None for NULL.  ARGS are not needed.  */

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

/* Choose the functions for SLOT, an object.  Return 0.  */

static int
choose (struct om_slot *slot)
{
  slot->operations = &operations;
  slot->to_python = to_python;
  slot->from_python = from_python;
  return 0;
}

/* Let the reference at P, of a member, be one to OBJECT, and release the one
   that was there.  The other arguments are not needed.  Return 0.  */

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

/* Give the copy of a struct that P is in a reference of its own to the object
   at P.  Return 0.  */

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
  .set = set_member, .own = own_member, .counted = 1, .column = "object"
};

const struct om_kind om_kind_OBJECT = {
  .choose = choose, .sound_p = sound_p, .number = number,
  .codes = codes, .member = &member
};
