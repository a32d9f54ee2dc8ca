/* unset.c - Values that may never have been set.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A block that calls breakpoint, locals or the like gets variables that its
   text does not name, and a repr follows the members of a struct.  Nobody has
   said that these have a value.  So each pointer is tried before it is
   followed, and where that cannot be, the text gets an object that only says
   so.  The thread that crosses calls these functions and holds the GIL; there
   are no locks.  */

#include "values/convert.h"
#include "values/numpy.h"
#include "values/record.h"
#include <string.h>

static PyTypeObject *unreadable_type;

/* What stands for a value that cannot be read.  */
struct unreadable
{
  PyObject_HEAD
  const void *address;
};

/* Return what repr returns for SELF.  */

static PyObject *
represent (PyObject *self)
{
  return PyUnicode_FromFormat ("<unreadable %p>",
			       ((struct unreadable *) self)->address);
}

/* Make the type of unreadable values.  Return 0 or -1.  */

static int
make_type (void)
{
  static PyType_Slot slots[] = {
    { Py_tp_doc, "What is in the place of a C value that cannot be read." },
    { Py_tp_repr, represent },
    { 0, NULL }
  };
  static PyType_Spec spec = {
    .name = "objmode.unreadable",
    .basicsize = sizeof (struct unreadable),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .slots = slots
  };

  unreadable_type = (PyTypeObject *) PyType_FromSpec (&spec);
  return unreadable_type ? 0 : -1;
}

/* Return a new object that stands for what is at ADDRESS and cannot be
   read, or NULL.  */

PyObject *
om_unreadable (const void *address)
{
  struct unreadable *self;

  if (!unreadable_type && make_type () != 0)
    return NULL;
  self = PyObject_New (struct unreadable, unreadable_type);
  if (self)
    self->address = address;
  return (PyObject *) self;
}

/* Return 1 if OBJECT stands for what cannot be read.  */

int
om_unreadable_p (PyObject *object)
{
  return unreadable_type && Py_TYPE (object) == unreadable_type;
}

/* Return 1 if an object that says that a value cannot be read may stand for one
   whose conversion has set an exception or not.  Then the exception is
   cleared.  */

int
om_may_replace (void)
{
  if (PyErr_Occurred ()
      && (!PyErr_ExceptionMatches (PyExc_Exception)
	  || PyErr_ExceptionMatches (PyExc_MemoryError)))
    return 0;
  PyErr_Clear ();
  return 1;
}

/* Return the pointer at P.  */

static char *
pointer_at (const void *p)
{
  char *pointer;

  memcpy (&pointer, p, sizeof pointer);
  return pointer;
}

/* Return 1 if a type of Python seems to be at TYPE, and copy it to *COPY.  */

static int
type_p (const PyTypeObject *type, PyTypeObject *copy)
{
  return ((uintptr_t) type % sizeof (void *) == 0
	  && om_read_memory (type, copy, sizeof *copy) == 0
	  && (copy->tp_flags & Py_TPFLAGS_READY)
	  && Py_REFCNT ((PyObject *) copy) > 0);
}

/* Return 1 if POINTER is NULL, or if an object of Python seems to be there: it
   has references, and a type whose type is one of types.  What is left of an
   object that was freed has no references, or a pointer in their place.  */

int
om_object_p (const void *pointer)
{
  /* No object has so many, except those that live for ever.  */
  const unsigned long long most = 1ULL << 40;
  PyObject object;
  PyTypeObject type, meta;

  if (!pointer)
    return 1;
  return ((uintptr_t) pointer % sizeof (void *) == 0
	  && om_read_memory (pointer, &object, sizeof object) == 0
	  && Py_REFCNT (&object) > 0
	  && (unsigned long long) Py_REFCNT (&object) < most
	  && type_p (Py_TYPE (&object), &type)
	  && type_p (Py_TYPE ((PyObject *) &type), &meta)
	  && (meta.tp_flags & Py_TPFLAGS_TYPE_SUBCLASS));
}

/* Return 1 if the value of SLOT's type at P can be converted.  P itself can be
   read.  */

static int
value_sound_p (const struct om_slot *slot, const void *p)
{
  const struct om_kind *kind = om_kind_of (slot);

  return !kind->sound_p || kind->sound_p (slot, p);
}

/* Return -1 if the pointer at P, of FIELD, is a reference to what seems to be
   no object, else 0.  CLOSURE is not needed.  */

static int
check_pointer (const struct om_field *field, char *p, void *closure)
{
  (void) closure;
  return om_counted_p (field) && !om_object_p (pointer_at (p)) ? -1 : 0;
}

/* Return 1 if NumPy can have the N elements of SLOT, each of SIZE bytes, at P,
   which can be read.  Of strings NumPy has only the addresses.  */

static int
elements_sound_p (const struct om_slot *slot, char *p, size_t n, size_t size)
{
  if (slot->record)
    {
      for (size_t i = 0; slot->record->has_pointers && i < n; i++)
	if (om_each_pointer (slot->record, p + i * size, check_pointer, NULL)
	    != 0)
	  return 0;
    }
  else if (om_kind_of (slot)->sound_p)
    for (size_t i = 0; i < n; i++)
      if (!value_sound_p (slot, p + i * size))
	return 0;
  return 1;
}

/* Return 1 if the member FIELD of the struct at DATA, which can be read, can be
   converted and looked at.  The members of a struct are looked at one by
   one.  */

int
om_field_sound_p (const struct om_field *field, char *data)
{
  size_t n = 1;

  if (field->width || (field->slot.record && field->ndim == 0))
    return 1;
  for (int d = 0; d < field->ndim; d++)
    n *= field->shape[d];
  return elements_sound_p (&field->slot, data + field->offset, n,
			   field->type.size);
}

/* Return -1 if the value of FIELD whose pointer is at P cannot be converted and
   looked at, else 0.  CLOSURE is not needed.  */

static int
check_value (const struct om_field *field, char *p, void *closure)
{
  (void) closure;
  p -= field->member->pointer_offset;
  return value_sound_p (&field->slot, p) ? 0 : -1;
}

/* Return 1 if all that the struct RECORD at DATA, which can be read, points to
   can be copied.  */

int
om_record_sound_p (const struct om_record *record, char *data)
{
  return om_each_pointer (record, data, check_value, NULL) == 0;
}

/* Return the address that messages have for the member FIELD of the struct at
   DATA.  */

const void *
om_field_address (const struct om_field *field, char *data)
{
  char *p = data + field->offset;

  return field->ndim ? p : pointer_at (p);
}

/* Return 1 if the array of SLOT that P describes, with its extents and strides,
   is memory that can be read.  */

int
om_memory_sound_p (const struct om_slot *slot, const void *p)
{
  const struct om_frame_memory *memory = p;
  Py_ssize_t strides[OM_MAX_DIMENSIONS], low = 0, high = slot->size;

  if (om_check_memory (slot, memory, strides) != 0)
    {
      PyErr_Clear ();
      return 0;
    }
  for (uint32_t d = 0; d < slot->var->ndim; d++)
    {
      ptrdiff_t n = memory->shape[d];
      if (n == 0)
	return 1;
      *(strides[d] < 0 ? &low : &high) += (n - 1) * strides[d];
    }
  return om_readable_p ((char *) memory->data + low, high - low);
}

/* Return 1 if NumPy can have the array of SLOT, without gaps, that P
   describes.  */

static int
array_sound_p (const struct om_slot *slot, const void *p)
{
  const struct om_frame_memory *memory = p;
  size_t n = 1;

  if (!om_memory_sound_p (slot, p))
    return 0;
  for (uint32_t d = 0; d < slot->var->ndim; d++)
    n *= memory->shape[d];
  return elements_sound_p (slot, memory->data, n, slot->size);
}

/* Return 1 if the input SLOT at P can be converted and looked at.  Store in
   *ADDRESS what messages have for it.  */

static int
input_sound_p (const struct om_slot *slot, const void *p,
	       const void **address)
{
  const struct om_kind *kind = om_kind_of (slot);

  *address = p;
  if (om_array_p (slot))
    {
      *address = pointer_at (p);
      /* Otherwise it becomes a list, whose elements are looked at.  */
      return !slot->descr || array_sound_p (slot, p);
    }
  if (kind->by_address)
    {
      *address = pointer_at (p);
      return !*address || om_readable_p (*address, slot->size);
    }
  if (!kind->sound_p)
    return 1;
  /* An address that was never set need not be aligned either.  */
  if (slot->shared && p
      && (((uintptr_t) p & (slot->var->type->align - 1))
	  || !om_readable_p (p, slot->var->type->size)))
    return 0;
  if (p && slot->var->type->size == sizeof *address)
    *address = pointer_at (p);
  return kind->sound_p (slot, p);
}

/* Return the object of the input SLOT, OBJMODE_VAR_UNSET, at P: what to_python
   of SLOT makes; None for an array at a null pointer; or an object that says
   that it cannot be read.  Return NULL if memory runs out.  */

PyObject *
om_unset_input (const struct om_slot *slot, const void *p)
{
  const void *address;
  PyObject *object;

  if (!slot->to_python)
    return om_unreadable (p);
  if (om_array_p (slot) && !pointer_at (p))
    return Py_NewRef (Py_None);
  object = (input_sound_p (slot, p, &address) ? slot->to_python (slot, p)
	    : NULL);
  return object || !om_may_replace () ? object : om_unreadable (address);
}
