/* argument.c - What C functions get from Python.
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


#include "callable.h"
#include <string.h>

/* Return 1 if FORMAT, of a buffer, is that of values of TYPE in the order
   of bytes of this machine.  */

static int
format_matches_p (const char *format, const struct __objmode_type *type)
{
  static const int one = 1;
  const char *codes;

  if (!format)
    format = "B";
  if (format[0] == '@' || format[0] == '='
      || format[0] == (*(const char *) &one ? '<' : '>'))
    format++;
  switch (type->kind)
    {
    case OBJMODE_KIND_BOOL:
      codes = "?";
      break;
    case OBJMODE_KIND_CHARS:
      codes = "bBc";
      break;
    case OBJMODE_KIND_INT:
      codes = type->is_signed ? "bhilqn" : "BHILQN";
      break;
    case OBJMODE_KIND_COMPLEX:
      if (*format++ != 'Z')
	return 0;
      codes = (type->size == 8 ? "f" : type->size == 16 ? "d" : "g");
      break;
    default:
      codes = (type->size == 2 ? "e" : type->size == 4 ? "f"
	       : type->size == 8 ? "d" : "g");
    }
  return *format && strchr (codes, *format) && !format[1];
}

/* Set an exception of TYPE: OBJECT cannot be what SLOT, a pointer, asks
   for, because of WHY.  Return -1.  */

static OM_COLD int
refuse (const struct om_slot *slot, PyObject *type, PyObject *object,
	const char *why)
{
  PyErr_Clear ();
  return om_slot_error (slot, type, "%s object %s", Py_TYPE (object)->tp_name,
			why);
}

/* Check that BUFFER, of OBJECT, is what the pointer SLOT may point to.
   Return 0 or -1.  */

static int
check_buffer (const struct om_slot *slot, PyObject *object,
	      const Py_buffer *buffer)
{
  const struct __objmode_type *type = slot->var->type;
  int any = type->kind == OBJMODE_KIND_POINTER;

  if (!any && (buffer->itemsize != (Py_ssize_t) type->size
	       || !format_matches_p (buffer->format, type)))
    return om_slot_error (slot, PyExc_TypeError,
			  "%s object has elements of another type, '%s' of "
			  "%zd bytes", Py_TYPE (object)->tp_name,
			  buffer->format ? buffer->format : "B",
			  buffer->itemsize);
  if (!PyBuffer_IsContiguous (buffer, 'C'))
    return refuse (slot, PyExc_ValueError, object, "is not C-contiguous");
  if (!any && buffer->len > 0 && (uintptr_t) buffer->buf % type->align != 0)
    return refuse (slot, PyExc_ValueError, object, "is not aligned");
  if (buffer->readonly && !(slot->var->flags & OBJMODE_VAR_CONST))
    return refuse (slot, PyExc_ValueError, object, "is read-only");
  if (slot->var->out > 0
      && buffer->len / buffer->itemsize < slot->var->out)
    return om_slot_error (slot, PyExc_ValueError,
			  "%s object has %zd elements, not %d",
			  Py_TYPE (object)->tp_name,
			  buffer->len / buffer->itemsize,
			  (int) slot->var->out);
  return 0;
}

/* Return 1 if SLOT is a void * and OBJECT an address for it.  NumPy's
   integers have memory too, which nobody means.  */

static int
address_p (const struct om_slot *slot, PyObject *object)
{
  return (slot->var->type->kind == OBJMODE_KIND_POINTER
	  && (PyLong_Check (object)
	      || om_numpy_scalar_p (object, "integer")));
}

/* Store in *PLACE the address of the memory of OBJECT, to which the pointer
   SLOT is to point, and keep it in HOLD.  Return 0 or -1.  */

static int
memory_argument (const struct om_slot *slot, PyObject *object, void *place,
		 struct om_hold *hold)
{
  Py_buffer *buffer = &hold->buffer;
  void *address = NULL;

  if (address_p (slot, object))
    {
      union om_value value;
      if (slot->from_python (slot, object, &value) != 0)
	return -1;
      memcpy (&address, value.bytes, sizeof address);
    }
  else if (object != Py_None)
    {
      if (PyObject_GetBuffer (object, buffer, PyBUF_RECORDS_RO) != 0)
	{
	  buffer->obj = NULL;
	  return refuse (slot, PyExc_TypeError, object,
			 slot->var->type->kind == OBJMODE_KIND_POINTER
			 ? "is no address, memory or None"
			 : "is no array, buffer or None");
	}
      if (check_buffer (slot, object, buffer) != 0)
	return -1;
      address = buffer->buf;
    }
  memcpy (place, &address, sizeof address);
  return 0;
}

/* Store in *PLACE the address of the bytes of OBJECT, a str, bytes or None,
   and keep them in HOLD.  Return 0 or -1.  */

static int
string_argument (const struct om_slot *slot, PyObject *object, void *place,
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
				  "has a lone surrogate") : -1);
      hold->bytes = bytes;
      text = PyBytes_AS_STRING (bytes);
      if (strlen (text) != (size_t) PyBytes_GET_SIZE (bytes))
	return om_value_error (slot, PyExc_ValueError, object,
			       "has a null character");
    }
  else if (PyBytes_Check (object))
    text = PyBytes_AS_STRING (object);
  else if (object != Py_None)
    return om_value_error (slot, PyExc_TypeError, object,
			   "is not a str, bytes or None");
  memcpy (place, &text, sizeof text);
  return 0;
}

/* Put the argument OBJECT of SLOT into FRAME, and what it needs into HOLD.
   Return 0 or -1.  */

static int
put_argument (const struct om_slot *slot, PyObject *object, char *frame,
	      struct om_hold *hold)
{
  char *place = frame + slot->offset;
  union om_value value;

  if (slot->is_array)
    return memory_argument (slot, object, place, hold);
  if (slot->var->type->kind == OBJMODE_KIND_STRING)
    return string_argument (slot, object, place, hold);
  if (slot->is_object)
    {
      memcpy (place, &object, sizeof object);
      return 0;
    }
  if (slot->from_python (slot, object, &value) != 0)
    return -1;
  memcpy (place, value.bytes, slot->size);
  return 0;
}

/* Return the integer argument of SLOT in FRAME, at least 0.  */

static uint64_t
count_in (const struct om_slot *slot, const char *frame)
{
  uint64_t u = 0;
  unsigned unused = 8 * (8 - slot->size);
  int64_t s;

  for (uint32_t i = 0; i < slot->size; i++)
    memcpy ((char *) &u + i, frame + slot->offset + i, 1);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  u >>= unused;
#endif
  if (!slot->var->type->is_signed)
    return u;
  s = (int64_t) (u << unused) >> unused;
  return s < 0 ? 0 : s;
}

/* Check that the buffer HOLD of ARGUMENT, for SLOT of S, has as many elements
   as another argument, in FRAME, says.  Return 0 or -1.  */

static int
check_count (const struct om_signature *s, const struct om_slot *slot,
	     PyObject *argument, const char *frame,
	     const struct om_hold *hold)
{
  const Py_buffer *buffer = &hold->buffer;
  uint64_t count;

  if (slot->var->addr < 0 || !buffer->obj)
    return 0;
  count = count_in (&s->parameters[slot->var->addr], frame);
  if ((uint64_t) (buffer->len / buffer->itemsize) >= count)
    return 0;
  return om_slot_error (slot, PyExc_ValueError,
			"%s object has %zd elements, not %llu",
			Py_TYPE (argument)->tp_name,
			buffer->len / buffer->itemsize,
			(unsigned long long) count);
}

/* Put the arguments ARGS of S into FRAME, and what they need into HOLDS, one
   for each parameter, to be given to om_release_arguments in any case.
   Return 0 or -1.  */

int
om_put_arguments (const struct om_signature *s, PyObject *const *args,
		  char *frame, struct om_hold *holds)
{
  uint32_t n = s->function->n_parameters;

  for (uint32_t i = 0; s->n_holds > 0 && i < n; i++)
    {
      holds[i].buffer.obj = NULL;
      holds[i].bytes = NULL;
    }
  for (uint32_t i = 0; i < n; i++)
    if (put_argument (&s->parameters[i], args[i], frame, &holds[i]) != 0)
      return -1;
  for (uint32_t i = 0; s->n_holds > 0 && i < n; i++)
    if (s->parameters[i].is_array
	&& check_count (s, &s->parameters[i], args[i], frame, &holds[i]) != 0)
      return -1;
  return 0;
}

/* Release HOLDS of a call of S.  */

void
om_release_arguments (const struct om_signature *s, struct om_hold *holds)
{
  if (s->n_holds > 0)
    for (uint32_t i = 0; i < s->function->n_parameters; i++)
      {
	PyBuffer_Release (&holds[i].buffer);
	Py_XDECREF (holds[i].bytes);
      }
}
