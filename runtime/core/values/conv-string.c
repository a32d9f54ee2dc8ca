/* conv-string.c - const char *.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A string goes in as a str, which surrogate escapes make reversible for any
   bytes.  Out of a str C gets a malloced copy, which it owns, or the
   characters of its own char[N].  The thread that crosses calls these
   functions and holds the GIL; there are no locks.  */

#include "values/callable.h"
#include "values/convert.h"
#include "values/record.h"
#include "values/spare.h"
#include <stdlib.h>

/* Return LENGTH bytes at TEXT as a str, decoded as os.fsdecode does in
   UTF-8 mode, so that every byte string comes back the same.  */

static inline PyObject *
decode (const char *text, size_t length)
{
  return PyUnicode_DecodeUTF8 (text, length, "surrogateescape");
}

/* Return the string that the pointer at P points to as a str, None for
   NULL.  */

static PyObject *
to_python (const struct om_slot *slot, const void *p)
{
  const char *text;

  (void) slot;
  memcpy (&text, p, sizeof text);
  if (!text)
    return Py_NewRef (Py_None);
  return decode (text, strlen (text));
}

/* Return 1 if the string that the pointer at P points to can be read, or if
   that is NULL.  SLOT is not needed.  */

static int
sound_p (const struct om_slot *slot, const void *p)
{
  const char *text;

  (void) slot;
  memcpy (&text, p, sizeof text);
  return !text || om_readable_text_p (text);
}

/* A string of SLOT was used and not kept: let it have a spare one for the next
   time.  No exception is set.  */

OM_COLD void
om_make_spare_text (struct om_slot *slot)
{
  slot->spare = PyUnicode_New (OM_TEXT_ROOM, 127);
  if (!slot->spare)
    PyErr_Clear ();
}

/* Return the bytes of the str OBJECT, which may have no null character, a
   new reference, or NULL.  */

static PyObject *
encode (const struct om_slot *slot, PyObject *object)
{
  PyObject *bytes;

  if (!PyUnicode_Check (object))
    {
      om_value_error (slot, PyExc_TypeError, object, "is not a str");
      return NULL;
    }
  bytes = PyUnicode_AsEncodedString (object, "utf-8", "surrogateescape");
  if (!bytes)
    {
      if (PyErr_ExceptionMatches (PyExc_UnicodeEncodeError))
	om_value_error (slot, PyExc_ValueError, object,
			"contains a lone surrogate");
      return NULL;
    }
  if (strlen (PyBytes_AS_STRING (bytes)) != (size_t) PyBytes_GET_SIZE (bytes))
    {
      om_value_error (slot, PyExc_ValueError, object,
		      "contains a null character");
      Py_DECREF (bytes);
      return NULL;
    }
  return bytes;
}

/* Store a malloced copy of BYTES, of which the reference is given up, in
   VALUE.  Return 0, or -1, also if BYTES is NULL, with an exception set.  */

int
om_take_text (PyObject *bytes, union om_value *value)
{
  if (!bytes)
    return -1;
  value->text = strdup (PyBytes_AS_STRING (bytes));
  Py_DECREF (bytes);
  if (value->text)
    return 0;
  PyErr_NoMemory ();
  return -1;
}

/* Store OBJECT, a str or None, in VALUE as a malloced copy.  */

static int
from_python (const struct om_slot *slot, PyObject *object,
	     union om_value *value)
{
  value->text = NULL;
  if (object == Py_None)
    return 0;
  return om_take_text (encode (slot, object), value);
}

/* Store the text of VALUE, which becomes C's, in the pointer of SLOT at
   PLACE.  */

void
om_store_text (const struct om_slot *slot, char *place,
	       union om_value *value)
{
  (void) slot;
  memcpy (place, &value->text, sizeof value->text);
  value->text = NULL;
}

/* Free the text of VALUE, if it has one.  */

void
om_drop_text (union om_value *value)
{
  free (value->text);
}

/* Store at PLACE the address of the bytes of OBJECT, an argument, which is a
   str, bytes or None, and keep them in HOLD.  Return 0 or -1.  */

static int
argument (const struct om_slot *slot, PyObject *object, char *place,
	  struct om_hold *hold)
{
  const char *text = NULL;
  PyObject *bytes = NULL;

  if (PyUnicode_Check (object))
    {
      bytes = PyUnicode_AsEncodedString (object, "utf-8", "surrogateescape");
      if (!bytes)
	return (PyErr_ExceptionMatches (PyExc_UnicodeEncodeError)
		? om_value_error (slot, PyExc_ValueError, object,
				  "contains a lone surrogate") : -1);
      hold->keep = bytes;
      text = PyBytes_AS_STRING (bytes);
      if (strlen (text) != (size_t) PyBytes_GET_SIZE (bytes))
	return om_value_error (slot, PyExc_ValueError, object,
			       "contains a null character");
    }
  else if (PyBytes_Check (object))
    text = PyBytes_AS_STRING (object);
  else if (object != Py_None)
    return om_value_error (slot, PyExc_TypeError, object,
			   "is not a str, bytes or None");
  memcpy (place, &text, sizeof text);
  return 0;
}

static const struct om_operations operations = {
  .store = om_store_text, .drop = om_drop_text,
  .argument = argument, .holds = 1
};

/* Choose the functions for SLOT, a pointer to a string.  Return 0.  */

static int
choose (struct om_slot *slot)
{
  slot->operations = &operations;
  slot->quick = OM_QUICK_TEXT;
  slot->to_python = to_python;
  slot->from_python = from_python;
  return 0;
}

/* Return the string at P, an element of the list SLOT.  */

static PyObject *
element_to_python (const struct om_slot *slot, const char *p)
{
  const char *text;

  memcpy (&text, p, sizeof text);
  return ((slot->var->flags & OBJMODE_VAR_UNSET) && !sound_p (slot, p)
	  ? om_unreadable (text) : to_python (slot, p));
}

/* Return the strings of the pointers in the memory at P as a list.  */

static PyObject *
list_to_python (const struct om_slot *slot, const void *p)
{
  const struct om_frame_bytes *memory = p;
  PyObject *list;

  if (om_check_extent (slot, memory) != 0)
    return NULL;
  if (!memory->data && memory->extent > 0)
    {
      om_slot_error (slot, PyExc_ValueError,
		     "is a null pointer, not an array");
      return NULL;
    }
  list = PyList_New (memory->extent);
  for (ptrdiff_t i = 0; list && i < memory->extent; i++)
    {
      PyObject *text
	= element_to_python (slot, memory->data + i * sizeof (char *));
      if (text)
	PyList_SET_ITEM (list, i, text);
      else
	Py_CLEAR (list);
    }
  return list;
}

/* Choose the functions for SLOT, an array of pointers to strings, which is an
   input only.  Return 0 or -1.  */

static int
choose_list (struct om_slot *slot)
{
  if (slot->offset < 0)
    return om_slot_error (slot, PyExc_SystemError, "internal error: the "
			  "variable has no place in the frame");
  slot->to_python = list_to_python;
  return 0;
}

/* Let the string at P, of the member FIELD, be a malloced copy of OBJECT.
   OWNED and PENDING are as in om_put_text.  Return 0 or -1.  */

static int
set_member (const struct om_field *field, char *p, PyObject *object,
	    int owned, struct om_pending *pending)
{
  union om_value value;

  if (from_python (&field->slot, object, &value) != 0)
    return -1;
  return om_put_text (p, value.text, owned, pending);
}

/* Give the copy of a struct that P is in a copy of its own of the string at P.
   Return 0, or -1 without memory.  */

static int
own_member (const struct om_field *field, char *p)
{
  char *text;

  (void) field;
  memcpy (&text, p, sizeof text);
  if (!text)
    return 0;
  /* If there is no memory, the others are all freed, so this one may not be
     shared.  */
  text = strdup (text);
  memcpy (p, &text, sizeof text);
  return text ? 0 : -1;
}

/* Let the string at P, in the copy of PENDING, be that at FROM; FRESH if it
   must not be shared.  Return 0 or -1.  */

static int
copy_member (char *p, const char *from, int fresh, struct om_pending *pending)
{
  char *text;

  memcpy (&text, from, sizeof text);
  return om_copy_text (p, text, fresh, pending);
}

/* Let the string at P, in the copy of PENDING, be the one at POINTER.  Return
   0 or -1.  */

static int
set_pointer (char *p, void *pointer, struct om_pending *pending)
{
  return om_copy_text (p, pointer, 0, pending);
}

/* Return what NumPy makes the dtype of FIELD of: it is an integer.  */

static PyObject *
format (const struct om_field *field)
{
  (void) field;
  return PyUnicode_FromFormat ("u%d", (int) sizeof (void *));
}

static const struct om_member_operations member = {
  .set = set_member, .own = own_member, .copy = copy_member,
  .set_pointer = set_pointer, .format = format
};

const struct om_kind om_kind_STRING = {
  .choose = choose, .choose_array = choose_list, .sound_p = sound_p,
  .member = &member
};

/* Return the char[N] at P, up to its null character, as a str.  */

static PyObject *
chars_to_python (const struct om_slot *slot, const void *p)
{
  return decode (p, strnlen (p, slot->size));
}

/* Store OBJECT in VALUE as bytes that fit into the char[N] with their null
   character.  */

static int
chars_from_python (const struct om_slot *slot, PyObject *object,
		   union om_value *value)
{
  value->object = encode (slot, object);
  if (!value->object)
    return -1;
  if ((size_t) PyBytes_GET_SIZE (value->object) < slot->size)
    return 0;
  Py_CLEAR (value->object);
  return om_value_error (slot, PyExc_ValueError, object,
			 "does not fit with the terminating null character");
}

/* Store the bytes of VALUE with their null character in the char[N] at
   PLACE.  */

static void
store_chars (const struct om_slot *slot, char *place, union om_value *value)
{
  (void) slot;
  memcpy (place, PyBytes_AS_STRING (value->object),
	  PyBytes_GET_SIZE (value->object) + 1);
}

/* Release the bytes of VALUE.  */

static void
drop_chars (union om_value *value)
{
  Py_XDECREF (value->object);
}

/* Copy the bytes of OBJECT, a buffer, to the union of SLOT at PLACE, an
   argument.  HOLD is not needed.  Return 0 or -1.  */

static int
union_argument (const struct om_slot *slot, PyObject *object, char *place,
		struct om_hold *hold)
{
  Py_buffer buffer;
  int result = 0;

  (void) hold;
  if (PyObject_GetBuffer (object, &buffer, PyBUF_SIMPLE) != 0)
    return om_refuse_argument (slot, PyExc_TypeError, object,
			       "is not a bytes-like object");
  if (buffer.len == (Py_ssize_t) slot->size)
    memcpy (place, buffer.buf, slot->size);
  else
    result = om_slot_error (slot, PyExc_ValueError,
			    "%s object has %zd bytes, not %u",
			    Py_TYPE (object)->tp_name, buffer.len,
			    (unsigned) slot->size);
  PyBuffer_Release (&buffer);
  return result;
}

/* Return the bytes of the union that is the result of S in FRAME, as a NumPy
   array of uint8.  ARGS are not needed.  */

static PyObject *
union_result (const struct om_signature *s, PyObject *const *args,
	      char *frame)
{
  (void) args;
  return om_bootstrap_call ("union_bytes", "(y#)", frame + s->result.offset,
			    (Py_ssize_t) s->result.size);
}

static const struct om_operations chars_operations = {
  .store = store_chars, .drop = drop_chars,
  .argument = union_argument, .result = union_result
};

/* Choose the functions for SLOT, a char[N].  Return 0.  */

static int
choose_chars (struct om_slot *slot)
{
  slot->operations = &chars_operations;
  slot->quick = OM_QUICK_CHARS;
  slot->to_python = chars_to_python;
  slot->from_python = chars_from_python;
  return 0;
}

/* Let the characters at P, of the member FIELD, be those of OBJECT.  OWNED and
   PENDING are not needed.  Return 0 or -1.  */

static int
set_chars_member (const struct om_field *field, char *p, PyObject *object,
		  int owned, struct om_pending *pending)
{
  union om_value value;

  (void) owned;
  (void) pending;
  if (chars_from_python (&field->slot, object, &value) != 0)
    return -1;
  store_chars (&field->slot, p, &value);
  drop_chars (&value);
  return 0;
}

/* Return VALUE, bytes of a record of NumPy or another object, as a str, or as
   it is.  */

static PyObject *
chars_of_numpy (PyObject *value)
{
  return (PyBytes_Check (value)
	  ? decode (PyBytes_AS_STRING (value), PyBytes_GET_SIZE (value))
	  : Py_NewRef (value));
}

/* Return what NumPy makes the dtype of FIELD of: it is bytes.  */

static PyObject *
chars_format (const struct om_field *field)
{
  return PyUnicode_FromFormat ("S%u", (unsigned) field->type.size);
}

/* Return 1 if the characters at P, of the member FIELD, have a null character
   among them.  */

static int
chars_terminated_p (const struct om_field *field, const char *p)
{
  return memchr (p, 0, field->type.size) != NULL;
}

/* Return the characters for a buffer of char.  */

static const char *
chars_codes (const struct __objmode_type *type)
{
  (void) type;
  return "bBc";
}

static const struct om_member_operations chars_member = {
  .set = set_chars_member, .of_numpy = chars_of_numpy, .format = chars_format,
  .column = "chars", .terminated_p = chars_terminated_p
};

const struct om_kind om_kind_CHARS = {
  .choose = choose_chars, .codes = chars_codes, .ffi = om_ffi_char,
  .member = &chars_member
};
