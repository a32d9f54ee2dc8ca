/* record-out.c - Storing to members of structs and to whole structs.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A struct, or an array of structs, is stored to in two steps: all members
   are converted into a copy of the memory, a *pending* store, and then the
   copy and the memory change places.  So there is either all or nothing,
   and padding stays.

   The thread that crosses calls these functions and holds the GIL; there are
   no locks.  A pending store belongs to its capsule.  */

#include "values/closure.h"
#include "values/adapt.h"
#include "values/convert.h"
#include "values/record.h"
#include <stdlib.h>
#include <string.h>

static const char capsule_name[] = "objmode.pending";

/* Let the bit-field FIELD at P be OBJECT.  Return 0 or -1.  */

static int
set_bits (const struct om_field *field, char *p, PyObject *object)
{
  uint64_t bits;

  if (om_bits_from_python (&field->slot, object, field->width, &bits) != 0)
    return -1;
  om_bits_store (p, field->bit, field->width, bits);
  return 0;
}

/* Let the array FIELD at P, of elements that are no structs, be OBJECT.
   Return 0 or -1.  */

static int
set_array (const struct om_field *field, char *p, PyObject *object)
{
  PyObject *source = om_as_array (&field->slot, object, field->shape,
				  field->ndim), *target;
  int result = -1;

  if (!source)
    return -1;
  target = om_numpy_view (field->slot.descr, field->ndim, field->shape,
			  field->strides, p, 0);
  if (target)
    result = om_numpy_copy_into (target, source);
  Py_XDECREF (target);
  Py_DECREF (source);
  return result;
}

/* Note that TEXT belongs to PENDING.  Return 0 or -1.  */

static int
remember (struct om_pending *pending, char *text)
{
  size_t n = pending->n_texts;
  char **texts = realloc (pending->texts, (n + 1) * sizeof *texts);

  if (!texts)
    {
      free (text);
      PyErr_NoMemory ();
      return -1;
    }
  pending->texts = texts;
  pending->texts[pending->n_texts++] = text;
  return 0;
}

/* Note that PENDING owns a reference to the closure at ADDRESS, until it is
   stored.  Return 0; or -1, and the reference is released.  */

int
om_remember_closure (struct om_pending *pending, void *address)
{
  size_t n = pending->n_closures;
  void **closures = realloc (pending->closures, (n + 1) * sizeof *closures);

  if (!closures)
    {
      om_closure_release (address);
      PyErr_NoMemory ();
      return -1;
    }
  pending->closures = closures;
  pending->closures[pending->n_closures++] = address;
  return 0;
}

/* Store TEXT, a malloced string, in the member of a struct at P.  If
   PENDING is not NULL, the struct is a copy, and PENDING gets the ownership
   of TEXT.  Otherwise free the string that was there if the struct OWNED
   it.  Return 0 or -1.  */

int
om_put_text (char *p, char *text, int owned, struct om_pending *pending)
{
  char *old;

  if (pending && text && remember (pending, text) != 0)
    return -1;
  memcpy (&old, p, sizeof old);
  memcpy (p, &text, sizeof text);
  if (!pending && owned)
    free (old);
  return 0;
}

/* Let the string at P, in PENDING's copy, be the TEXT that something else
   owns; FRESH if it has to be copied.  Return 0 or -1.  */

int
om_copy_text (char *p, const char *text, int fresh,
	      struct om_pending *pending)
{
  char *copy = (char *) text;

  if (text && (fresh || pending->owned))
    {
      copy = strdup (text);
      if (!copy)
	{
	  PyErr_NoMemory ();
	  return -1;
	}
      return om_put_text (p, copy, 0, pending);
    }
  memcpy (p, &copy, sizeof copy);
  return 0;
}

/* Let the scalar FIELD at P be OBJECT.  P is in the copy of PENDING; or
   that is NULL, and the struct has OWNED its strings or not.  Return 0 or
   -1.  */

static int
set_scalar (const struct om_field *field, char *p, PyObject *object,
	    int owned, struct om_pending *pending)
{
  union om_value value;

  if (field->member && field->member->set)
    return field->member->set (field, p, object, owned, pending);
  if (field->slot.from_python (&field->slot, object, &value) != 0)
    return -1;
  memcpy (p, value.bytes, field->type.size);
  return 0;
}

/* Do what om_set_field does, but an exception of OBJECT's own code does not
   say which member it is about.  */

static int
set_field (const struct om_field *field, char *data, PyObject *object,
	   int owned, struct om_pending *pending)
{
  struct om_memory memory = { data + field->offset, field->ndim,
			      field->shape, field->strides };

  if (field->width)
    return set_bits (field, memory.data, object);
  if (field->ndim && field->member && field->member->set_array)
    return field->member->set_array (field, memory.data, object, pending);
  if (!field->slot.record)
    return (field->ndim ? set_array (field, memory.data, object)
	    : set_scalar (field, memory.data, object, owned, pending));
  if (pending)
    return om_fill_array (&field->slot, memory.data, &memory, 0, object,
			  pending);
  return om_record_assign (&field->slot, &memory, owned, object);
}

/* Let FIELD of the struct at DATA be the raw object OBJECT.  The rest is as in
   om_set_field.  */

int
om_set_raw_field (const struct om_field *field, char *data, PyObject *object,
	      int owned, struct om_pending *pending)
{
  return (set_field (field, data, object, owned, pending) == 0 ? 0
	  : om_place_error (&field->slot));
}

/* Let FIELD of the struct at DATA be OBJECT.  DATA is in the copy of
   PENDING; or that is NULL, and the struct has OWNED its strings or not.
   Return 0 or -1.  */

int
om_set_field (const struct om_field *field, char *data, PyObject *object,
	      int owned, struct om_pending *pending)
{
  PyObject *raw;
  int result;

  if (OM_LIKELY (!field->slot.adapter))
    return om_set_raw_field (field, data, object, owned, pending);
  raw = om_adapter_from (&field->slot, object);
  result = raw ? om_set_raw_field (field, data, raw, owned, pending) : -1;
  Py_XDECREF (raw);
  return result;
}

/* Let the PyObject at P lose, or if CLOSURE is not NULL gain, a reference.  */

static int
count_object (const struct om_field *field, char *p, void *closure)
{
  PyObject *object;

  if (!om_counted_p (field))
    return 0;
  memcpy (&object, p, sizeof object);
  if (closure)
    Py_XINCREF (object);
  else
    Py_XDECREF (object);
  return 0;
}

/* Return where in C the struct number I of PENDING's copy goes.  */

static char *
place_of (const struct om_pending *pending, size_t i)
{
  const struct om_memory *memory = &pending->memory;
  char *place = memory->data;

  for (int d = memory->ndim; d-- > 0; i /= memory->shape[d])
    place += (Py_ssize_t) (i % memory->shape[d]) * memory->strides[d];
  return place;
}

/* Free the string at P, of what CLOSURE, a pending store to memory that owns
   its strings, has replaced, unless it is still there.  */

static int
free_old_text (const struct om_field *field, char *p, void *closure)
{
  struct om_pending *pending = closure;
  size_t offset = p - pending->bytes, size = pending->record->size;
  char *old, *now;

  if (!om_counted_p (field))
    {
      memcpy (&old, p, sizeof old);
      memcpy (&now, place_of (pending, offset / size) + offset % size,
	      sizeof now);
      if (old != now)
	free (old);
    }
  return 0;
}

/* Look again at FIELD at P, in a copy.  Return 0 or -1.  CLOSURE is not
   needed.  */

static int
recheck_field (const struct om_field *field, char *p, void *closure)
{
  (void) closure;
  return (field->member && field->member->recheck
	  ? field->member->recheck (field, p) : 0);
}

/* Look again at the members of PENDING's copy: any code may have run since they
   were set.  Return 0 or -1.  */

static int
recheck (const struct om_pending *pending)
{
  size_t size = pending->record->size;

  if (pending->record->has_pointers)
    for (size_t i = 0; i < pending->n; i++)
      if (om_each_pointer (pending->record, pending->bytes + i * size,
			   recheck_field, NULL) != 0)
	return -1;
  return 0;
}

/* Free PENDING, and what it holds or has replaced.  */

static void
free_pending (struct om_pending *pending)
{
  size_t size = pending->record->size;

  for (size_t i = 0; pending->bytes && i < pending->n; i++)
    {
      char *bytes = pending->bytes + i * size;
      if (pending->stored && pending->owned)
	om_each_pointer (pending->record, bytes, free_old_text, pending);
      om_each_pointer (pending->record, bytes, count_object, NULL);
    }
  for (size_t i = 0; !pending->stored && i < pending->n_texts; i++)
    free (pending->texts[i]);
  for (size_t i = 0; !pending->stored && i < pending->n_closures; i++)
    om_closure_release (pending->closures[i]);
  free (pending->texts);
  free (pending->closures);
  free (pending->bytes);
  om_record_release (pending->record);
  Py_XDECREF (pending->keep);
  free (pending);
}

/* The destructor of CAPSULE, a pending store: free it with what it holds.  */

static void
destroy (PyObject *capsule)
{
  free_pending (PyCapsule_GetPointer (capsule, capsule_name));
}

/* Return PENDING as an object, which it then belongs to.  */

static PyObject *
wrap (struct om_pending *pending)
{
  PyObject *capsule = PyCapsule_New (pending, capsule_name, destroy);

  if (!capsule)
    free_pending (pending);
  return capsule;
}

/* Return a pending store of OBJECT to the structs of SLOT at MEMORY, whose
   extents KEEP has if that is not NULL, and which has OWNED its strings;
   FRESH is as in struct om_pending.  */

static PyObject *
new_pending (const struct om_slot *slot, const struct om_memory *memory,
	     PyObject *keep, int owned, int fresh, PyObject *object)
{
  struct om_pending *pending = calloc (1, sizeof *pending);
  PyObject *capsule;
  size_t size = slot->size;

  if (slot->record->atomic)
    {
      free (pending);
      om_slot_error (slot, PyExc_TypeError,
		     "has an atomic member and cannot be assigned");
      return NULL;
    }
  if (!pending)
    return PyErr_NoMemory ();
  pending->record = slot->record;
  pending->record->references++;
  pending->memory = *memory;
  pending->keep = Py_XNewRef (keep);
  pending->owned = owned;
  pending->fresh = fresh;
  pending->n = 1;
  for (int d = 0; d < memory->ndim; d++)
    pending->n *= memory->shape[d];
  pending->bytes = malloc (pending->n * size + 1);
  if (!pending->bytes)
    {
      free_pending (pending);
      return PyErr_NoMemory ();
    }
  for (size_t i = 0; i < pending->n; i++)
    {
      char *bytes = pending->bytes + i * size;
      memcpy (bytes, place_of (pending, i), size);
      om_each_pointer (pending->record, bytes, count_object, pending);
    }
  capsule = wrap (pending);
  if (capsule && (om_fill_array (slot, pending->bytes, memory, 0, object,
				 pending) != 0
		  || recheck (pending) != 0))
    Py_CLEAR (capsule);
  return capsule;
}

/* Let the structs of PENDING's copy and those of the memory change places.
   That cannot fail.  */

static void
exchange (struct om_pending *pending)
{
  size_t size = pending->record->size;

  for (size_t i = 0; i < pending->n; i++)
    {
      char *place = place_of (pending, i), *bytes = pending->bytes + i * size;
      for (size_t k = 0; k < size; k++)
	{
	  char byte = place[k];
	  place[k] = bytes[k];
	  bytes[k] = byte;
	}
    }
  pending->stored = 1;
}

/* Let the structs of SLOT at MEMORY, which has OWNED its strings or not, be
   OBJECT.  Return 0; or -1, and then they are as they were.  */

int
om_record_assign (const struct om_slot *slot, const struct om_memory *memory,
		  int owned, PyObject *object)
{
  PyObject *capsule = new_pending (slot, memory, NULL, owned, 0, object);

  if (!capsule)
    return -1;
  exchange (PyCapsule_GetPointer (capsule, capsule_name));
  Py_DECREF (capsule);
  return 0;
}

/* Make a struct of SLOT from OBJECT at PLACE.  Return what keeps its strings
   and objects.  */

PyObject *
om_struct_new (const struct om_slot *slot, char *place, PyObject *object)
{
  struct om_memory memory = { place, 0, NULL, NULL };
  PyObject *capsule;
  struct om_pending *pending;

  memset (place, 0, slot->size);
  capsule = new_pending (slot, &memory, NULL, 0, 1, object);
  if (!capsule)
    return NULL;
  pending = PyCapsule_GetPointer (capsule, capsule_name);
  memcpy (place, pending->bytes, slot->size);
  return capsule;
}

/* Make a struct of SLOT from OBJECT at PLACE, which has its strings and objects
   from then on.  Return 0 or -1.  */

int
om_struct_give (const struct om_slot *slot, char *place, PyObject *object)
{
  struct om_memory memory = { place, 0, NULL, NULL };
  PyObject *capsule;

  memset (place, 0, slot->size);
  capsule = new_pending (slot, &memory, NULL, 0, 1, object);
  if (!capsule)
    return -1;
  exchange (PyCapsule_GetPointer (capsule, capsule_name));
  Py_DECREF (capsule);
  return 0;
}

/* Convert OBJECT to the output SLOT, a struct whose address is at PLACE: VALUE
   becomes a pending store.  Return 0 or -1.  */

int
om_record_convert (const struct om_slot *slot, PyObject *object,
		   const char *place, union om_value *value)
{
  struct om_memory memory = { NULL, 0, NULL, NULL };

  memcpy (&memory.data, place, sizeof memory.data);
  if (!memory.data)
    return om_slot_error (slot, PyExc_ValueError,
			  "is a null pointer, not a struct");
  value->array.source = new_pending (slot, &memory, NULL, 0, 0, object);
  return value->array.source ? 0 : -1;
}

/* Convert OBJECT to the output SLOT, an array of structs that PLACE describes:
   VALUE becomes a pending store.  Return 0 or -1.  */

int
om_record_convert_array (const struct om_slot *slot, PyObject *object,
			 const char *place, union om_value *value)
{
  PyObject *target = om_array_target (slot, place);
  struct om_memory memory;

  if (!target)
    return -1;
  memory = om_numpy_memory (target);
  value->array.source = new_pending (slot, &memory, target, 0, 0, object);
  Py_DECREF (target);
  return value->array.source ? 0 : -1;
}

/* Look again at the members of VALUE, a pending store of SLOT, which needs no
   PLACE.  Return 0 or -1.  */

int
om_record_recheck (const struct om_slot *slot, const char *place,
		   const union om_value *value)
{
  (void) slot;
  (void) place;
  return recheck (PyCapsule_GetPointer (value->array.source, capsule_name));
}

/* Let the structs of C have the members of VALUE, a pending store.  What they
   had before is freed with it.  Return 0.  */

int
om_record_copy (union om_value *value)
{
  exchange (PyCapsule_GetPointer (value->array.source, capsule_name));
  return 0;
}

/* Return how many bytes are copied for VALUE, an output of SLOT.  */

uint64_t
om_record_bytes (const struct om_slot *slot, const union om_value *value)
{
  struct om_pending *pending;

  if (!value->array.source)
    return 0;
  pending = PyCapsule_GetPointer (value->array.source, capsule_name);
  return pending->n * slot->record->size;
}
