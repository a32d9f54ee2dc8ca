/* ndarray.c - OBJMODE_ARRAY (T, NDIM).
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* An OBJMODE_ARRAY either describes an array that it owns a reference to,
   or memory that C has filled in by hand, which no object owns.  The first
   goes in as that very object; the second as a view, which must not be kept
   after the block.  As long as Python has an array, its memory stays where
   it is: resize () refuses while there are other references, and
   OBJMODE_ARRAY has one.

   The thread that crosses calls these functions and holds the GIL; there are
   no locks.  */

#include "values/convert.h"
#include "values/numpy.h"
#include "values/record.h"

/* What the macro declares.  */
struct ndarray
{
  PyObject *owner;		/* An array, or NULL.  */
  char *data;
  ptrdiff_t extents[];		/* And as many strides, in elements.  */
};

/* Return STRIDE, in bytes, in elements of SIZE.  */

static inline ptrdiff_t
in_elements (Py_ssize_t stride, Py_ssize_t size)
{
  return stride == size ? 1 : stride / size;
}

/* Return 1 if ARRAY is what A of SLOT, which owns it, says: C may have
   changed that, and Python the shape or dtype of ARRAY.  */

static inline int
same_p (const struct om_slot *slot, const struct ndarray *a,
	const struct om_array *array)
{
  int ndim = slot->element->ndim;
  const ptrdiff_t *strides = a->extents + ndim;

  if (array->data != a->data || array->nd != ndim)
    return 0;
  for (int i = 0; i < ndim; i++)
    if (array->dimensions[i] != a->extents[i]
	|| (a->extents[i] > 1
	    && array->strides[i] != strides[i] * (Py_ssize_t) slot->size))
      return 0;
  return om_numpy_of_p ((PyObject *) array, slot->descr);
}

/* Return an array of what A, a part of its owner or C's own memory, says.
   In the latter case its base is HOLDER or, if that is NULL, tells what it
   is.  */

static OM_COLD PyObject *
describe (const struct om_slot *slot, const struct ndarray *a,
	  PyObject *holder)
{
  static double nothing;
  const struct __objmode_field *e = slot->element;
  int read_only = ((e->flags & OBJMODE_FIELD_CONST)
		   || (a->owner && !(((struct om_array *) a->owner)->flags
				     & OM_ARRAY_WRITEABLE)));
  Py_ssize_t strides[OM_MAX_DIMENSIONS];
  struct om_memory memory = { a->data, e->ndim, a->extents, strides };

  if (om_check_memory (slot, &a->data, strides) != 0)
    return NULL;
  if (!a->data)
    return om_numpy_view (slot->descr, e->ndim, a->extents, strides,
			  &nothing, 0);
  if (!a->owner && !holder && (slot->var->flags & OBJMODE_VAR_STATIC))
    return om_numpy_view (slot->descr, e->ndim, a->extents, strides,
			  a->data, read_only);
  return om_numpy_member (slot->descr, &memory, read_only,
			  a->owner ? a->owner : holder ? holder
			  : om_unowned[read_only]);
}

/* Return the array that the OBJMODE_ARRAY at P says, None if it is a null
   pointer.  */

static PyObject *
to_python (const struct om_slot *slot, const void *p)
{
  const struct ndarray *a = p;
  PyObject *array, *copy;
  uint32_t flags = slot->var->flags;

  if (!a)
    return Py_NewRef (Py_None);
  if (OM_UNLIKELY (!a->owner
		   || !same_p (slot, a, (struct om_array *) a->owner)))
    array = describe (slot, a, NULL);
  else
    {
      Py_ssize_t strides[OM_MAX_DIMENSIONS];
      if ((flags & (OBJMODE_VAR_LAYOUT_C | OBJMODE_VAR_LAYOUT_F))
	  && om_check_memory (slot, &a->data, strides) != 0)
	return NULL;
      array = Py_NewRef (a->owner);
    }
  if (!array || !(flags & OBJMODE_VAR_COPY))
    return array;
  copy = PyObject_CallMethod (array, "copy", NULL);
  Py_DECREF (array);
  return copy;
}

/* Return 1 if the OBJMODE_ARRAY at P, which may be NULL, is what to_python can
   describe: its owner is an array, or its memory can be read.  */

static int
sound_p (const struct om_slot *slot, const void *p)
{
  const struct ndarray *a = p;

  if (!a)
    return 1;
  if (a->owner && !(om_object_p (a->owner) && om_numpy_array_p (a->owner)))
    return 0;
  if (a->owner && same_p (slot, a, (struct om_array *) a->owner))
    return 1;
  return (!om_numpy_objects_p (slot->descr)
	  && om_memory_sound_p (slot, &a->data));
}

/* Return 1 if C can have ARRAY, whose elements are of SLOT's type.  */

static inline int
usable_p (const struct om_slot *slot, const struct om_array *array)
{
  if ((array->flags & slot->array_flags) != slot->array_flags
      || ((uintptr_t) array->data & (slot->element->type->align - 1)))
    return 0;
  for (int i = 0; i < array->nd; i++)
    if (array->strides[i] != (Py_ssize_t) slot->size
	&& array->dimensions[i] > 1
	&& array->strides[i] % (Py_ssize_t) slot->size != 0)
      return 0;
  return 1;
}

/* Set the exception that says why ARRAY, for which usable_p does not hold,
   is refused.  Return -1.  */

static OM_COLD int
refuse (const struct om_slot *slot, const struct om_array *array)
{
  int missing = slot->array_flags & ~array->flags;

  if (missing & OM_ARRAY_WRITEABLE)
    return om_slot_error (slot, PyExc_ValueError,
			  "the array is read-only");
  if (missing & (OM_ARRAY_C | OM_ARRAY_F))
    return om_slot_error (slot, PyExc_ValueError, "the array is not "
			  "contiguous in %s order",
			  missing & OM_ARRAY_C ? "C" : "Fortran");
  for (int i = 0; i < array->nd; i++)
    if (array->dimensions[i] > 1
	&& array->strides[i] % (Py_ssize_t) slot->size != 0)
      return om_slot_error (slot, PyExc_ValueError, "the stride of dimension "
			    "%d is %zd bytes, which is not a multiple of the "
			    "element size %u", i, array->strides[i],
			    (unsigned) slot->size);
  return om_slot_error (slot, PyExc_ValueError, "the array is not aligned");
}

/* Return 1 if ARRAY has a mask.  */

static OM_COLD int
masked_p (PyObject *array)
{
  PyObject *result = om_bootstrap_call ("is_masked", "(O)", array);

  if (!result)
    PyErr_Clear ();
  Py_XDECREF (result);
  return result != Py_False;
}

/* Check that OBJECT is an array that fits SLOT, as far as that is seen in
   its type.  Return 0 or -1.  */

static OM_COLD int
check_type (const struct om_slot *slot, PyObject *object)
{
  const struct om_array *array = (struct om_array *) object;
  int ndim = slot->element->ndim;

  if (!om_numpy_array_p (object))
    return om_value_error (slot, PyExc_TypeError, object,
			   "is not a NumPy array");
  if (Py_TYPE (object) != om_array_type && masked_p (object))
    return om_slot_error (slot, PyExc_TypeError,
			  "a masked array does not have a value for each "
			  "element");
  if (array->nd != ndim)
    return om_slot_error (slot, PyExc_TypeError, "the array has %d "
			  "dimensions, not %d", array->nd, ndim);
  if (!om_numpy_of_p (object, slot->descr))
    return om_slot_error (slot, PyExc_TypeError, "the array has dtype %S, not "
			  "%S", array->descr, slot->descr);
  return 0;
}

/* Check that OBJECT is an array that the OBJMODE_ARRAY of SLOT at PLACE can
   have.  Return 0 or -1.  */

static inline int
check (const struct om_slot *slot, PyObject *object, const char *place)
{
  const struct om_array *array = (struct om_array *) object;

  if (OM_UNLIKELY (!place))
    return om_slot_error (slot, PyExc_ValueError,
			  "is a null pointer, not an OBJMODE_ARRAY");
  if (OM_UNLIKELY (Py_TYPE (object) != om_array_type
		   || array->descr != slot->descr
		   || array->nd != slot->element->ndim)
      && check_type (slot, object) != 0)
    return -1;
  return OM_LIKELY (usable_p (slot, array)) ? 0 : refuse (slot, array);
}

/* Let the OBJMODE_ARRAY of SLOT at PLACE have OBJECT, an array, whose
   reference becomes its own.  Return what it had, or NULL.  */

static inline PyObject *
put (const struct om_slot *slot, PyObject *object, char *place)
{
  struct ndarray *a = (struct ndarray *) (void *) place;
  struct om_array *array = (struct om_array *) object;
  int ndim = slot->element->ndim;
  PyObject *old = slot->shared ? a->owner : NULL;

  a->owner = object;
  a->data = array->data;
  for (int i = 0; i < ndim; i++)
    {
      a->extents[i] = array->dimensions[i];
      a->extents[ndim + i] = in_elements (array->strides[i], slot->size);
    }
  return old;
}

/* Check that OBJECT is an array for the output SLOT, an OBJMODE_ARRAY at
   PLACE, and let VALUE have a reference to it.  Return 0 or -1.  */

static int
convert (const struct om_slot *slot, PyObject *object, const char *place,
	 union om_value *value)
{
  if (check (slot, object, place) != 0)
    return -1;
  value->array.source = Py_NewRef (object);
  return 0;
}

/* Check that the array of VALUE is still one that the OBJMODE_ARRAY of SLOT at
   PLACE can have.  Return 0 or -1.  */

static int
recheck (const struct om_slot *slot, const char *place,
	 const union om_value *value)
{
  return check (slot, value->array.source, place);
}

/* Let the OBJMODE_ARRAY of SLOT at PLACE have the array of VALUE, unless it
   has its value already; then VALUE has the array that was there before.  A
   value of `return' has no PLACE of its own, and may be missing.  */

static void
store (const struct om_slot *slot, char *place, union om_value *value)
{
  if (value->array.source)
    value->array.source = put (slot, value->array.source, place);
  else if (!slot->shared)
    memset (place, 0, slot->var->type->size);
}

/* Check that *OBJECT is an array for SLOT, and let the OBJMODE_ARRAY at PLACE
   have it with its reference.  *OBJECT becomes what was there, or NULL.
   Return 0; or -1 and nothing has changed.  */

static int
take (const struct om_slot *slot, PyObject **object, char *place)
{
  if (check (slot, *object, place) != 0)
    return -1;
  *object = put (slot, *object, place);
  return 0;
}

/* Return 1 if ARRAY, an input, may be held after the block: its memory belongs
   to an object.  That of an OBJMODE_ARRAY that C has filled in by hand does
   not.  */

static int
lasting_p (PyObject *array)
{
  return !om_unowned_p (array);
}

static const struct om_operations operations = {
  .convert = convert, .recheck = recheck, .take = take, .store = store,
  .drop = om_drop_array,
  .lasting_p = lasting_p, .bytes_in = om_array_bytes_in
};

/* Return the array of the member FIELD at P, of the struct that VIEW is
   of.  */

static PyObject *
get_member (const struct om_field *field, char *p, PyObject *view,
	    int read_only)
{
  const struct om_slot *slot = &field->slot;
  const struct ndarray *a = (const struct ndarray *) (const void *) p;

  (void) read_only;
  return (a->owner && same_p (slot, a, (struct om_array *) a->owner)
	  ? Py_NewRef (a->owner) : describe (slot, a, view));
}

/* Let the member FIELD at P be OBJECT, an array.  OWNED and PENDING are not
   needed.  Return 0 or -1.  */

static int
set_member (const struct om_field *field, char *p, PyObject *object,
	    int owned, struct om_pending *pending)
{
  const struct om_slot *slot = &field->slot;
  const struct ndarray *a = (const struct ndarray *) (const void *) p;
  const struct om_array *array = (struct om_array *) object;

  (void) owned;
  (void) pending;
  /* C's own memory, as get_member describes it, changes no owner.  */
  if (!a->owner && om_numpy_array_p (object) && array->base
      && om_view_p (array->base) && same_p (slot, a, array))
    return 0;
  Py_INCREF (object);
  if (take (slot, &object, p) != 0)
    {
      Py_DECREF (object);
      return -1;
    }
  Py_XDECREF (object);
  return 0;
}

/* The member FIELD at P is in a copy of a struct, and its array may have been
   changed since: let it describe the array as that is now.  Return 0, or -1 if
   it cannot have the array any more.  */

static int
recheck_member (const struct om_field *field, char *p)
{
  const struct om_slot *slot = &field->slot;
  const struct ndarray *a = (const struct ndarray *) (const void *) p;

  if (!a->owner || same_p (slot, a, (struct om_array *) a->owner))
    return 0;
  if (check (slot, a->owner, p) != 0)
    return -1;
  put (slot, a->owner, p);
  return 0;
}

/* The member FIELD at P is in a new copy of a struct: give the copy a
   reference of its own, or an array for C's own memory.  Return 0; or -1 and
   the member is empty.  */

static int
own_member (const struct om_field *field, char *p)
{
  const struct om_slot *slot = &field->slot;
  struct ndarray *a = (struct ndarray *) (void *) p;
  PyObject *view, *copy;

  if (a->owner || !a->data)
    {
      Py_XINCREF (a->owner);
      return 0;
    }
  view = describe (slot, a, Py_None);
  copy = view ? PyObject_CallMethod (view, "copy", NULL) : NULL;
  Py_XDECREF (view);
  memset (p, 0, slot->var->type->size);
  if (!copy)
    return -1;
  put (slot, copy, p);
  return 0;
}

/* Choose the functions for SLOT, an OBJMODE_ARRAY.  Return 0 or -1.  */

static int
choose (struct om_slot *slot)
{
  struct __objmode_var var = *slot->var;
  struct om_slot element = *slot;

  if (om_numpy_load () != 0)
    return -1;
  slot->element = slot->var->type->fields;
  slot->array_flags = (OM_ARRAY_ALIGNED
		       | (slot->element->flags & OBJMODE_FIELD_CONST
			  ? 0 : OM_ARRAY_WRITEABLE)
		       | (var.flags & OBJMODE_VAR_LAYOUT_C ? OM_ARRAY_C : 0)
		       | (var.flags & OBJMODE_VAR_LAYOUT_F ? OM_ARRAY_F : 0));
  var.type = slot->element->type;
  element.var = &var;
  slot->size = var.type->size;
  slot->descr = om_numpy_dtype (&element);
  if (!slot->descr)
    return -1;
  slot->operations = &operations;
  slot->to_python = to_python;
  slot->is_view = !(slot->var->flags
		    & (OBJMODE_VAR_COPY | OBJMODE_VAR_STATIC));
  return 0;
}

/* Choose the conversion of the member FIELD, an OBJMODE_ARRAY of what GIVEN
   says.  Return 0 or -1.  */

static int
choose_member (struct om_field *field, const struct __objmode_type *given)
{
  int result;

  field->element = *given->fields;
  field->element_type = *field->element.type;
  field->element.type = &field->element_type;
  field->type.fields = &field->element;
  field->var.ndim = field->element.ndim;
  field->slot.shared = 1;
  result = choose (&field->slot);
  field->element_type.fields = NULL;
  return result;
}

/* Return 1: NumPy has no elements that are arrays of their own.  */

static int
hidden_p (const struct om_field *field)
{
  (void) field;
  return 1;
}

static const struct om_member_operations member = {
  .choose = choose_member, .get = get_member, .set = set_member,
  .recheck = recheck_member, .own = own_member, .counted = 1,
  .hidden_p = hidden_p
};

const struct om_kind om_kind_NDARRAY = {
  .choose = choose, .sound_p = sound_p, .member = &member
};
