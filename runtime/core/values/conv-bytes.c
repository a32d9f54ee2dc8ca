/* conv-bytes.c - bytes, in memory or behind a pointer; lists of strings.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A pointer to bytes becomes a copy of them, and from a bytes object C gets
   a malloced copy, which it owns.  Memory of a known extent is copied in
   both directions.  The thread that crosses calls these functions and holds
   the GIL; there are no locks.  */

#include "values/convert.h"
#include <stdlib.h>
#include <string.h>

/* Return OBJECT, bytes or another buffer of bytes, as a bytes object, a new
   reference, or NULL.  */

static PyObject *
bytes_of (const struct om_slot *slot, PyObject *object)
{
  PyObject *bytes = NULL;
  Py_buffer buffer;

  if (PyBytes_CheckExact (object))
    return Py_NewRef (object);
  if (!PyObject_CheckBuffer (object))
    {
      om_value_error (slot, PyExc_TypeError, object, "is not a bytes object");
      return NULL;
    }
  if (PyObject_GetBuffer (object, &buffer, PyBUF_FULL_RO) != 0)
    return NULL;
  if (buffer.itemsize != 1
      || (buffer.format && strcmp (buffer.format, "B") != 0
	  && strcmp (buffer.format, "b") != 0
	  && strcmp (buffer.format, "c") != 0))
    om_value_error (slot, PyExc_TypeError, object, "is not a bytes object");
  else
    bytes = PyBytes_FromStringAndSize (NULL, buffer.len);
  if (bytes && PyBuffer_ToContiguous (PyBytes_AS_STRING (bytes), &buffer,
				      buffer.len, 'C') != 0)
    Py_CLEAR (bytes);
  PyBuffer_Release (&buffer);
  return bytes;
}

/* Return OBJECT, bytes or another buffer of bytes without a null byte, as a
   bytes object, a new reference, or NULL.  */

static PyObject *
terminated_bytes (const struct om_slot *slot, PyObject *object)
{
  PyObject *bytes = bytes_of (slot, object);

  if (bytes && memchr (PyBytes_AS_STRING (bytes), 0, PyBytes_GET_SIZE (bytes)))
    {
      om_value_error (slot, PyExc_ValueError, object, "contains a null byte");
      Py_CLEAR (bytes);
    }
  return bytes;
}

/* Return the bytes that the pointer at P points to, up to the null byte,
   None for NULL.  */

static PyObject *
pointer_to_python (const struct om_slot *slot, const void *p)
{
  const char *data;

  (void) slot;
  memcpy (&data, p, sizeof data);
  return data ? PyBytes_FromString (data) : Py_NewRef (Py_None);
}

/* Store OBJECT, bytes or None, in VALUE as a malloced copy with a null byte
   behind.  */

static int
pointer_from_python (const struct om_slot *slot, PyObject *object,
		     union om_value *value)
{
  value->text = NULL;
  if (object == Py_None)
    return 0;
  return om_take_text (terminated_bytes (slot, object), value);
}

static const struct om_operations pointer_operations = {
  .store = om_store_text, .drop = om_drop_text
};

/* Choose the functions for SLOT, a pointer to bytes that end with a null byte.
   Return 0.  */

static int
choose (struct om_slot *slot)
{
  slot->operations = &pointer_operations;
  slot->to_python = pointer_to_python;
  slot->from_python = pointer_from_python;
  return 0;
}

/* Return the bytes of the memory at P, None if that is NULL.  */

static PyObject *
memory_to_python (const struct om_slot *slot, const void *p)
{
  const struct om_frame_bytes *memory = p;
  size_t n = memory->extent;

  if (om_check_extent (slot, memory) != 0)
    return NULL;
  if (!memory->data)
    return Py_NewRef (Py_None);
  if (slot->var->flags & OBJMODE_VAR_TERMINATED)
    n = strnlen (memory->data, n);
  return PyBytes_FromStringAndSize (memory->data, n);
}

/* Convert OBJECT, bytes, to the output SLOT, memory that PLACE describes.
   VALUE becomes the pair of both; of a null pointer and None it is nothing.
   Return 0 or -1.  */

static int
convert_memory (const struct om_slot *slot, PyObject *object,
		const char *place, union om_value *value)
{
  const struct om_frame_bytes *memory = (const void *) place;
  int terminated = (slot->var->flags & OBJMODE_VAR_TERMINATED) != 0;
  PyObject *bytes, *target;
  Py_ssize_t n;

  if (om_check_extent (slot, memory) != 0)
    return -1;
  if (!memory->data && object == Py_None)
    return 0;
  bytes = (terminated ? terminated_bytes (slot, object)
	   : bytes_of (slot, object));
  if (!bytes)
    return -1;
  n = PyBytes_GET_SIZE (bytes);
  if (terminated ? n >= memory->extent : n != memory->extent)
    {
      if (terminated)
	om_value_error (slot, PyExc_ValueError, object,
			"does not fit with the terminating null byte");
      else
	om_slot_error (slot, PyExc_ValueError, "the value has %zd bytes, not "
		       "%zd", n, memory->extent);
      Py_DECREF (bytes);
      return -1;
    }
  if (!memory->data)
    {
      Py_DECREF (bytes);
      return (n == 0 ? 0
	      : om_slot_error (slot, PyExc_ValueError, "is a null pointer"));
    }
  target = PyMemoryView_FromMemory (memory->data, n + terminated, PyBUF_WRITE);
  if (!target)
    {
      Py_DECREF (bytes);
      return -1;
    }
  value->array.source = bytes;
  value->array.target = target;
  return 0;
}

/* Copy the bytes of VALUE, perhaps with their null byte, to the memory that
   its target, a memoryview, shows.  Return 0.  */

static int
copy_memory (union om_value *value)
{
  Py_buffer *buffer = PyMemoryView_GET_BUFFER (value->array.target);

  memcpy (buffer->buf, PyBytes_AS_STRING (value->array.source), buffer->len);
  return 0;
}

/* Return how many bytes were copied for OBJECT, an input: bytes or None.  */

static uint64_t
memory_bytes_in (const struct om_slot *slot, PyObject *object)
{
  (void) slot;
  return PyBytes_Check (object) ? PyBytes_GET_SIZE (object) : 0;
}

/* Return how many bytes are copied for VALUE, an output.  */

static uint64_t
memory_bytes_out (const struct om_slot *slot, const union om_value *value)
{
  (void) slot;
  return (value->array.source ? PyBytes_GET_SIZE (value->array.source) : 0);
}

static const struct om_operations memory_operations = {
  .convert = convert_memory, .copy = copy_memory, .drop = om_drop_array,
  .bytes_in = memory_bytes_in, .bytes_out = memory_bytes_out
};

/* Choose the functions for SLOT, memory of bytes.  Return 0 or -1.  */

static int
choose_memory (struct om_slot *slot)
{
  if (slot->offset < 0)
    return om_slot_error (slot, PyExc_SystemError, "internal error: the "
			  "variable has no place in the frame");
  slot->to_python = memory_to_python;
  slot->operations = &memory_operations;
  return 0;
}

const struct om_kind om_kind_BYTES = {
  .choose = choose, .choose_array = choose_memory, .names_memory = 1
};
