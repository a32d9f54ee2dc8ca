/* argument.c - What C functions get from Python.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* What arguments need while the C function runs is in holds, one for each
   parameter, which the call owns and releases after it.  The thread that
   crosses calls these functions and holds the GIL; there are no locks.  */

#include "values/adapt.h"
#include "values/closure.h"
#include "values/convert.h"
#include <stdlib.h>
#include <string.h>

/* Return 1 if FORMAT, of a buffer, is that of values of the type of SLOT in the
   order of bytes of this machine.  */

static int
format_matches_p (const char *format, const struct om_slot *slot)
{
  static const int one = 1;
  const struct __objmode_type *type = slot->var->type;
  const struct om_kind *kind = om_kind_of (slot);
  const char *codes
    = (kind->codes ? kind->codes (type) : type->size == 2 ? "e"
       : type->size == 4 ? "f" : type->size == 8 ? "d" : "g");

  if (!format)
    format = "B";
  if (format[0] == '@' || format[0] == '='
      || format[0] == (*(const char *) &one ? '<' : '>'))
    format++;
  if (codes[0] == 'Z' && *format++ != *codes++)
    return 0;
  return *format && strchr (codes, *format) && !format[1];
}

/* Return 1 if SLOT is a pointer to any memory.  */

static inline int
untyped_p (const struct om_slot *slot)
{
  return om_kind_of (slot)->untyped;
}

/* Set an exception of TYPE: OBJECT cannot be what SLOT, a pointer, asks
   for, because of WHY.  Return -1.  */

OM_COLD int
om_refuse_argument (const struct om_slot *slot, PyObject *type,
		    PyObject *object, const char *why)
{
  PyErr_Clear ();
  return om_slot_error (slot, type, "%s object %s", Py_TYPE (object)->tp_name,
			why);
}

/* Set an exception: OBJECT has NDIM extents SHAPE, but for the pointer SLOT
   the last ones should be WANTED.  Return -1.  */

static OM_COLD int
wrong_shape (const struct om_slot *slot, PyObject *object,
	     const int64_t *wanted, int ndim, const Py_ssize_t *shape)
{
  PyObject *have = om_shape_tuple (shape, ndim);
  PyObject *text = PyUnicode_FromString ("(...");

  for (uint32_t d = 0; text && d < slot->var->ndim; d++)
    Py_SETREF (text, PyUnicode_FromFormat ("%U, %lld", text,
					   (long long) wanted[d]));
  if (have && text)
    om_slot_error (slot, PyExc_ValueError, "%s object has shape %R, not %U)",
		   Py_TYPE (object)->tp_name, have, text);
  Py_XDECREF (have);
  Py_XDECREF (text);
  return -1;
}

/* Check that OBJECT, memory of NDIM extents SHAPE, has those that the pointer
   SLOT asks for; EXTENTS are all of its function.  Return 0 or -1.  */

int
om_check_extents (const struct om_slot *slot, PyObject *object,
		  const int64_t *extents, int ndim, const Py_ssize_t *shape)
{
  int inner = slot->var->ndim, outer = slot->var->out;
  const int64_t *wanted = extents + slot->var->addr;
  int64_t n = 1;

  if (ndim < inner)
    return wrong_shape (slot, object, wanted + outer, ndim, shape);
  for (int d = 0; d < inner; d++)
    if (shape[ndim - inner + d] != wanted[outer + d])
      return wrong_shape (slot, object, wanted + outer, ndim, shape);
  if (!outer)
    return 0;
  for (int d = 0; d < ndim - inner; d++)
    n *= shape[d];
  if (n >= wanted[0])
    return 0;
  return om_slot_error (slot, PyExc_ValueError,
			"%s object has %lld element%s, not %lld",
			Py_TYPE (object)->tp_name, (long long) n,
			n == 1 ? "" : "s", (long long) wanted[0]);
}

/* Check that BUFFER, of OBJECT, is what the pointer SLOT may point to.
   Return 0 or -1.  */

static int
check_buffer (const struct om_slot *slot, PyObject *object,
	      const Py_buffer *buffer)
{
  const struct __objmode_type *type = slot->var->type;
  int any = untyped_p (slot);

  if (!any && (buffer->itemsize != (Py_ssize_t) type->size
	       || !format_matches_p (buffer->format, slot)))
    return om_slot_error (slot, PyExc_TypeError,
			  "%s object has elements of a different type, '%s' "
			  "of %zd bytes", Py_TYPE (object)->tp_name,
			  buffer->format ? buffer->format : "B",
			  buffer->itemsize);
  if (!PyBuffer_IsContiguous (buffer, 'C'))
    return om_refuse_argument (slot, PyExc_ValueError, object,
			       "is not C-contiguous");
  if (!any && buffer->len > 0 && (uintptr_t) buffer->buf % type->align != 0)
    return om_refuse_argument (slot, PyExc_ValueError, object,
			       "is not aligned");
  if (buffer->readonly && !(slot->var->flags & OBJMODE_VAR_CONST))
    return om_refuse_argument (slot, PyExc_ValueError, object,
			       "is read-only");
  return 0;
}

/* Return 1 if SLOT is a void * and OBJECT an address for it.  NumPy's
   integers have memory too, which nobody means.  */

static int
address_p (const struct om_slot *slot, PyObject *object)
{
  return (untyped_p (slot)
	  && (PyLong_Check (object)
	      || om_numpy_scalar_p (object, "integer")));
}

/* Store in *ADDRESS where the memory of OBJECT, an array of the dtype of the
   pointer SLOT, is; EXTENTS are as in om_check_extents.  Return 0 or
   -1.  */

static int
array_argument (const struct om_slot *slot, PyObject *object,
		const int64_t *extents, void **address)
{
  struct om_memory memory = om_numpy_memory (object);
  const char *why = om_numpy_unfit (object, !(slot->var->flags
					      & OBJMODE_VAR_CONST));

  if (OM_UNLIKELY (why != NULL))
    return om_refuse_argument (slot, PyExc_ValueError, object, why);
  if (OM_UNLIKELY ((uintptr_t) memory.data % slot->var->type->align != 0))
    return om_refuse_argument (slot, PyExc_ValueError, object,
			       "is not aligned");
  *address = memory.data;
  return om_check_extents (slot, object, extents, memory.ndim, memory.shape);
}

/* OBJECT is given to the pointer SLOT: if that is an array, see that SLOT has
   the dtype of its elements, so that the next one is faster.  Return 0 or
   -1.  */

static OM_COLD int
learn_dtype (struct om_slot *slot, PyObject *object)
{
  const struct om_kind *kind = om_kind_of (slot);

  if (kind->untyped || !kind->number || !om_numpy_scalar_p (object, "ndarray"))
    return 0;
  if (om_numpy_load () != 0)
    return -1;
  slot->descr = om_numpy_dtype (slot);
  return slot->descr ? 0 : -1;
}

/* Store in *ADDRESS where the buffer of OBJECT is, for the pointer SLOT, and
   keep it in HOLD; EXTENTS are as in om_check_extents.  Return 0 or -1.  */

static int
buffer_argument (const struct om_slot *slot, PyObject *object,
		 const int64_t *extents, struct om_hold *hold, void **address)
{
  Py_buffer *buffer = &hold->buffer;

  if (PyObject_GetBuffer (object, buffer, PyBUF_RECORDS_RO) != 0)
    {
      buffer->obj = NULL;
      return om_refuse_argument (slot, PyExc_TypeError, object,
				 untyped_p (slot)
				 ? "is not an address, a buffer or None"
				 : "is not an array, a buffer or None");
    }
  *address = buffer->buf;
  if (check_buffer (slot, object, buffer) != 0)
    return -1;
  return om_check_extents (slot, object, extents, buffer->ndim, buffer->shape);
}

/* Put the address of the memory of OBJECT, to which the pointer SLOT is to
   point, into FRAME and keep it in HOLD; EXTENTS are as in om_check_extents.
   Return 0 or -1.  */

static int
memory_argument (struct om_slot *slot, PyObject *object,
		 const int64_t *extents, char *frame, struct om_hold *hold)
{
  void *address = NULL;
  union om_value value;
  int result = 0;

  if (slot->record)
    return om_struct_argument (slot, object, extents, frame, hold);
  if (object != Py_None && !slot->descr && learn_dtype (slot, object) != 0)
    return -1;
  if (object == Py_None)
    ;
  else if (OM_LIKELY (slot->descr && om_numpy_array_p (object)
		      && om_numpy_descr (object) == slot->descr))
    result = array_argument (slot, object, extents, &address);
  else if (address_p (slot, object))
    {
      result = slot->from_python (slot, object, &value);
      if (result == 0)
	memcpy (&address, value.bytes, sizeof address);
    }
  else
    result = buffer_argument (slot, object, extents, hold, &address);
  if (OM_LIKELY (result == 0))
    memcpy (frame + slot->offset, &address, sizeof address);
  return result;
}

/* Put the address that OBJECT is, or that of its memory, into FRAME for SLOT,
   which is a void *, and keep the memory in HOLD, which is all zero.  Return 0
   or -1; the caller then calls om_place_error.  */

int
om_pointer_argument (const struct om_slot *slot, PyObject *object, char *frame,
		     struct om_hold *hold)
{
  /* A void * does not have extents.  */
  static const int64_t none[1];

  return memory_argument ((struct om_slot *) slot, object, none, frame, hold);
}

/* Put the argument OBJECT of SLOT, which is not a pointer to memory, into
   FRAME, and what it needs into HOLD.  Return 0 or -1.  */

static int
put_argument (const struct om_slot *slot, PyObject *object, char *frame,
	      struct om_hold *hold)
{
  char *place = frame + slot->offset;
  union om_value value;

  if (slot->operations && slot->operations->argument)
    return slot->operations->argument (slot, object, place, hold);
  if (slot->from_python (slot, object, &value) != 0)
    return -1;
  memcpy (place, value.bytes, slot->size);
  return 0;
}

/* Return the argument number I of ARGS, or what its adapter has made of it,
   which is in HOLDS; borrowed.  */

static inline PyObject *
argument_of (const struct om_signature *s, PyObject *const *args,
	     const struct om_hold *holds, uint32_t i)
{
  return (s->n_holds > 0 && OM_UNLIKELY (holds[i].adapted != NULL)
	  ? holds[i].adapted : args[i]);
}

/* Put those of the arguments ARGS of S that are pointers to memory into FRAME,
   which has the others.  The rest is as in om_put_arguments.  */

static int
put_pointers (const struct om_signature *s, PyObject *const *args,
	      char *frame, struct om_hold *holds)
{
  const struct __objmode_function *function = s->function;
  int64_t extents[function->n_extents + 1];

  if (function->extents)
    function->extents (frame, extents);
  for (uint32_t i = 0; i < function->n_extents; i++)
    if (extents[i] < 0)
      extents[i] = 0;
  for (uint32_t i = 0; i < function->n_parameters; i++)
    if (om_array_p (&s->parameters[i])
	&& memory_argument ((struct om_slot *) &s->parameters[i],
			    argument_of (s, args, holds, i), extents, frame,
			    &holds[i]) != 0)
      return om_place_error (&s->parameters[i]);
  return 0;
}

/* Put the arguments ARGS of S into FRAME, and what they need into HOLDS, one
   for each parameter, to be given to om_release_arguments in any case.
   Pointers come last: their extents may be other arguments, and converting
   those may run Python code.  Return 0 or -1.  */

int
om_put_arguments (const struct om_signature *s, PyObject *const *args,
		  char *frame, struct om_hold *holds)
{
  uint32_t n = s->function->n_parameters;

  for (uint32_t i = 0; s->n_holds > 0 && i < n; i++)
    {
      holds[i].buffer.obj = NULL;
      holds[i].keep = NULL;
      holds[i].before = NULL;
      holds[i].closure = NULL;
      holds[i].adapted = NULL;
    }
  for (uint32_t i = 0; s->n_holds > 0 && i < n; i++)
    if (OM_UNLIKELY (s->parameters[i].adapter != NULL)
	&& !(holds[i].adapted = om_adapter_from (&s->parameters[i], args[i])))
      return -1;
  for (uint32_t i = 0; i < n; i++)
    if (!om_array_p (&s->parameters[i])
	&& put_argument (&s->parameters[i], argument_of (s, args, holds, i),
			 frame, &holds[i]) != 0)
      return om_place_error (&s->parameters[i]);
  return s->n_holds > 0 ? put_pointers (s, args, frame, holds) : 0;
}

/* Release HOLDS of a call of S with ARGS.  Return 0 or -1; an exception may
   be set before, and then is not lost.  What is released may run any code at
   its end.  */

int
om_release_arguments (const struct om_signature *s, PyObject *const *args,
		      struct om_hold *holds)
{
  int result = 0;

  for (uint32_t i = 0; s->n_holds > 0 && i < s->function->n_parameters; i++)
    {
      if (holds[i].buffer.obj)
	PyBuffer_Release (&holds[i].buffer);
      Py_XDECREF (holds[i].keep);
      if (OM_UNLIKELY (holds[i].closure != NULL))
	om_closure_release (holds[i].closure);
      if (OM_UNLIKELY (holds[i].before != NULL))
	{
	  result |= om_own_strings (&s->parameters[i],
				    argument_of (s, args, holds, i),
				    holds[i].before);
	  free (holds[i].before);
	}
      Py_XDECREF (holds[i].adapted);
    }
  return result;
}
