/* view.c - Arrays as views of C memory, and their end.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* An array of C is not copied: the text gets a NumPy array over its memory,
   which must not be held after the block.  Outputs are copied, when all have
   been converted.  The thread that crosses calls these functions and holds
   the GIL; there are no locks.  */

#include "values/convert.h"
#include "values/numpy.h"
#include <stddef.h>
#include <string.h>

/* Check that the array at MEMORY, which is OBJMODE_VAR_BOUNDED and not empty,
   is inside of what it is declared with.  Return 0 or -1.  */

static int
check_bounds (const struct om_slot *slot, const struct om_frame_memory *memory)
{
  int ndim = slot->var->ndim, bounded = 1;
  const ptrdiff_t *step = memory->shape + ndim, *declared = step + ndim;
  ptrdiff_t own = 1, low = 0, high = 0, reach;

  for (int d = ndim; d-- > 0;)
    {
      ptrdiff_t n = memory->shape[d];
      if (step[d] == own && n > declared[d])
	return om_slot_error (slot, PyExc_ValueError,
			      "extent %zd of dimension %d is larger than the "
			      "declared extent %zd", n, d, declared[d]);
      /* check_memory has seen that these do not overflow.  */
      reach = (n - 1) * step[d];
      *(reach < 0 ? &low : &high) += reach;
      bounded = declared[d] < PTRDIFF_MAX;
      if (bounded)
	own *= declared[d];
    }
  if (bounded && (low < 0 || high >= own))
    return om_slot_error (slot, PyExc_ValueError,
			  "extents and strides reach outside the %zd declared "
			  "elements", own);
  return 0;
}

/* Check the extents of the array at MEMORY and fill in its STRIDES in
   bytes.  Return 0 or -1.  */

static int
check_memory (const struct om_slot *slot, const struct om_frame_memory *memory,
	      Py_ssize_t *strides)
{
  uint32_t ndim = slot->var->ndim;
  const ptrdiff_t *step = memory->shape + ndim;
  ptrdiff_t item = slot->size, total = item;
  int empty = 0;

  for (uint32_t i = 0; i < ndim; i++)
    {
      ptrdiff_t n = memory->shape[i];
      if (n < 0)
	return om_slot_error (slot, PyExc_ValueError,
			      "extent %zd of dimension %u is negative", n, i);
      empty |= n == 0;
    }
  for (uint32_t i = 0; i < ndim; i++)
    {
      ptrdiff_t n = memory->shape[i], reach;
      if (__builtin_mul_overflow (step[i], item, &strides[i])
	  || strides[i] == PTRDIFF_MIN
	  || (!empty
	      && (__builtin_mul_overflow (n - 1, strides[i] < 0 ? -strides[i]
					  : strides[i], &reach)
		  || __builtin_add_overflow (total, reach, &total))))
	return om_slot_error (slot, PyExc_ValueError,
			      "exceeds the address space");
    }
  if (!memory->data && !empty)
    return om_slot_error (slot, PyExc_ValueError,
			  "is a null pointer, not an array");
  return (slot->var->flags & OBJMODE_VAR_BOUNDED) && !empty
	 ? check_bounds (slot, memory) : 0;
}

/* Check the extent of MEMORY, of SLOT, which has one dimension.  Return 0 or
   -1.  */

int
om_check_extent (const struct om_slot *slot,
		 const struct om_frame_bytes *memory)
{
  if (memory->extent < 0)
    return om_slot_error (slot, PyExc_ValueError,
			  "extent %zd of dimension 0 is negative",
			  memory->extent);
  if (memory->declared > 0 && memory->extent > memory->declared)
    return om_slot_error (slot, PyExc_ValueError,
			  "extent %zd is larger than the declared extent %zd",
			  memory->extent, memory->declared);
  return 0;
}

/* Return 1 if the array at MEMORY with STRIDES in bytes is contiguous, the
   last dimension varying fastest, or the first if FORTRAN.  */

static int
contiguous_p (const struct om_slot *slot, const struct om_frame_memory *memory,
	      const Py_ssize_t *strides, int fortran)
{
  int ndim = slot->var->ndim;
  Py_ssize_t expected = slot->size;

  for (int i = 0; i < ndim; i++)
    if (memory->shape[i] == 0)
      return 1;
  for (int i = 0; i < ndim; i++)
    {
      int d = fortran ? i : ndim - 1 - i;
      if (memory->shape[d] != 1 && strides[d] != expected)
	return 0;
      expected *= memory->shape[d];
    }
  return 1;
}

/* Check the array that P, the beginning of a struct om_frame_memory, describes,
   and its layout if there is one to have.  Store in STRIDES what they are in
   bytes.  Return 0 or -1.  */

int
om_check_memory (const struct om_slot *slot, const void *p,
		 Py_ssize_t *strides)
{
  const struct om_frame_memory *memory = p;
  uint32_t flags = slot->var->flags;

  if (check_memory (slot, memory, strides) != 0)
    return -1;
  if (((flags & OBJMODE_VAR_LAYOUT_C)
       && !contiguous_p (slot, memory, strides, 0))
      || ((flags & OBJMODE_VAR_LAYOUT_F)
	  && !contiguous_p (slot, memory, strides, 1)))
    return om_slot_error (slot, PyExc_ValueError,
			  "is not contiguous in %s order",
			  flags & OBJMODE_VAR_LAYOUT_C ? "C" : "Fortran");
  return 0;
}

/* Return an array over the memory that P, in the frame, describes, which
   may be written if WRITABLE.  At a null pointer that is None, unless it is
   the TARGET of an output.  */

static PyObject *
make_view (const struct om_slot *slot, const void *p, int writable,
	   int target)
{
  static double nothing;
  const struct om_frame_memory *memory = p;
  Py_ssize_t strides[OM_MAX_DIMENSIONS];
  uint32_t flags = slot->var->flags;

  if (!memory->data && (flags & OBJMODE_VAR_NULL) && !target)
    return Py_NewRef (Py_None);
  if (om_check_memory (slot, memory, strides) != 0)
    return NULL;
  /* NumPy takes a null pointer for a wish to allocate.  */
  return om_numpy_view (slot->descr, slot->var->ndim, memory->shape, strides,
			memory->data ? memory->data : &nothing, !writable);
}

/* Return the view of the array at P.  */

static PyObject *
to_python (const struct om_slot *slot, const void *p)
{
  return make_view (slot, p, !(slot->var->flags & OBJMODE_VAR_CONST), 0);
}

/* Return a copy of the array at P.  */

static PyObject *
copy_to_python (const struct om_slot *slot, const void *p)
{
  PyObject *view = make_view (slot, p, 0, 0), *copy;

  if (!view || view == Py_None)
    return view;
  copy = PyObject_CallMethod (view, "copy", NULL);
  Py_DECREF (view);
  return copy;
}

/* Return SHAPE, of NDIM, as a tuple.  */

PyObject *
om_shape_tuple (const ptrdiff_t *shape, int ndim)
{
  PyObject *tuple = PyTuple_New (ndim);

  for (int i = 0; tuple && i < ndim; i++)
    {
      PyObject *n = PyLong_FromSsize_t (shape[i]);
      if (n)
	PyTuple_SET_ITEM (tuple, i, n);
      else
	Py_CLEAR (tuple);
    }
  return tuple;
}

/* If OBJECT can be copied to MEMORY of SLOT as it is, byte by byte, store that
   in VALUE and return 1.  Else return 0.  */

static inline int
dense_copy (const struct om_slot *slot, PyObject *object,
	    const struct om_frame_memory *memory, union om_value *value)
{
  int ndim = slot->var->ndim;
  ptrdiff_t n = 1;

  if (!memory->data
      || (slot->var->flags & (OBJMODE_VAR_LAYOUT_F | OBJMODE_VAR_BOUNDED))
      || !om_numpy_simple_p (object, slot->descr, ndim, memory->shape)
      || !(((struct om_array *) object)->flags & OM_ARRAY_C)
      || om_numpy_objects_p (slot->descr))
    return 0;
  for (int d = ndim; d-- > 0; n *= memory->shape[d])
    if (memory->shape[d] != 1 && memory->shape[ndim + d] != n)
      return 0;
  value->array.source = Py_NewRef (object);
  value->array.data = memory->data;
  value->array.bytes = (size_t) n * slot->size;
  return 1;
}

/* Return an array of C's memory that PLACE, in the frame, describes, for the
   output SLOT to be copied to.  */

PyObject *
om_array_target (const struct om_slot *slot, const char *place)
{
  return make_view (slot, place, 1, 1);
}

/* Store the objects of LIST in ARRAY, which is new, of the dtype of SLOT and of
   NDIM extents SHAPE.  Return 0 or -1.  */

static int
store_elements (const struct om_slot *slot, PyObject *list, PyObject *array,
		const ptrdiff_t *shape, int ndim)
{
  struct __objmode_var var = *slot->var;
  struct om_slot element = *slot;
  char *data = om_numpy_memory (array).data;
  union om_value value;
  Py_ssize_t n = 0, size = PyList_GET_SIZE (list);
  int result;

  var.flags &= ~(uint32_t) OBJMODE_VAR_ARRAY;
  element.var = &var;
  element.descr = NULL;
  element.operations = NULL;
  result = om_kind_of (slot)->choose (&element);
  for (; result == 0 && n < size; n++)
    {
      result = element.from_python (&element, PyList_GET_ITEM (list, n),
				    &value);
      if (result == 0)
	memcpy (data + n * slot->size, value.bytes, slot->size);
    }
  if (result != 0 && n > 0)
    {
      om_place_error (&element);
      n--;
      for (int d = ndim; d-- > 0; n /= shape[d])
	om_index_error (slot, n % shape[d]);
    }
  Py_XDECREF (element.descr);
  return result;
}

/* Return OBJECT as a new array of the dtype of SLOT and of NDIM extents SHAPE:
   each element is what a scalar of its type would be.  */

PyObject *
om_as_array (const struct om_slot *slot, PyObject *object,
	     const ptrdiff_t *shape, int ndim)
{
  PyObject *extents = om_shape_tuple (shape, ndim);
  PyObject *made = NULL, *array;

  if (extents)
    made = om_bootstrap_call ("as_array", "(OOOs)", object, slot->descr,
			      extents, slot->var->type->name);
  Py_XDECREF (extents);
  if (!made)
    {
      om_place_error (slot);
      return NULL;
    }
  if (!PyTuple_Check (made))
    return made;
  array = Py_NewRef (PyTuple_GET_ITEM (made, 1));
  if (store_elements (slot, PyTuple_GET_ITEM (made, 0), array, shape, ndim)
      != 0)
    Py_CLEAR (array);
  Py_DECREF (made);
  return array;
}

/* Convert OBJECT to the output SLOT, an array of C's memory that PLACE
   describes.  VALUE becomes the pair of that memory and of OBJECT as an array
   that can be copied there: of the same shape and dtype, and of memory of its
   own, since OBJECT may be a view of C memory that is stored to first.  Return
   0 or -1.  */

static int
convert (const struct om_slot *slot, PyObject *object, const char *place,
	 union om_value *value)
{
  const struct om_frame_memory *memory = (const void *) place;
  int ndim = slot->var->ndim;
  PyObject *target, *source;

  if (OM_LIKELY (dense_copy (slot, object, memory, value)))
    return 0;
  target = om_array_target (slot, place);
  if (!target)
    return -1;
  if (om_numpy_simple_p (object, slot->descr, ndim, memory->shape)
      && !om_numpy_objects_p (slot->descr))
    source = Py_NewRef (object);
  else
    source = om_as_array (slot, object, memory->shape, ndim);
  if (!source)
    {
      Py_DECREF (target);
      return -1;
    }
  value->array.source = source;
  value->array.target = target;
  return 0;
}

/* Check that the array of VALUE for the output SLOT, which may be the text's
   own, has still the shape and the dtype that it was converted with.  PLACE
   describes C's memory.  Return 0 or -1.  */

static int
recheck (const struct om_slot *slot, const char *place,
	 const union om_value *value)
{
  const struct om_frame_memory *memory = (const void *) place;
  struct om_array *source = (struct om_array *) value->array.source;

  if (om_numpy_simple_p (value->array.source, slot->descr, slot->var->ndim,
			 memory->shape)
      && (!value->array.data || (source->flags & OM_ARRAY_C)))
    return 0;
  return om_slot_error (slot, PyExc_RuntimeError, "the array was changed "
			"before the outputs of the block were stored");
}

/* Copy the array of VALUE, of elements that own nothing, to C's memory.
   Return 0 or -1.  */

static int
copy (union om_value *value)
{
  PyObject *source = value->array.source;

  if (!value->array.data)
    return om_numpy_copy_into (value->array.target, source);
  memmove (value->array.data, ((struct om_array *) source)->data,
	   value->array.bytes);
  return 0;
}

/* Let C's memory have the references of the array of VALUE, whose elements are
   objects.  Those that were in the memory are in the array afterwards, to be
   dropped with it.  Return 0.  */

static int
copy_objects (union om_value *value)
{
  om_numpy_exchange (value->array.target, value->array.source);
  return 0;
}

/* Release the objects of VALUE, which is memory that is or was to be
   copied.  */

void
om_drop_array (union om_value *value)
{
  Py_XDECREF (value->array.source);
  Py_XDECREF (value->array.target);
}

/* Return how many bytes the elements of ARRAY, of the type of SLOT, have.  */

uint64_t
om_array_bytes (const struct om_slot *slot, PyObject *array)
{
  struct om_memory memory = om_numpy_memory (array);
  uint64_t bytes = slot->size;

  for (int i = 0; i < memory.ndim; i++)
    bytes *= memory.shape[i];
  return bytes;
}

/* Return how many bytes were copied for OBJECT, an input of SLOT: those of an
   array that the text has as its own.  */

uint64_t
om_array_bytes_in (const struct om_slot *slot, PyObject *object)
{
  return ((slot->var->flags & OBJMODE_VAR_COPY) && om_numpy_array_p (object)
	  ? om_array_bytes (slot, object) : 0);
}

/* Return how many bytes are copied for VALUE, an output of SLOT.  */

static uint64_t
bytes_out (const struct om_slot *slot, const union om_value *value)
{
  if (!value->array.source)
    return 0;
  return om_array_bytes (slot, value->array.target ? value->array.target
			 : value->array.source);
}

static const struct om_operations operations = {
  .convert = convert, .recheck = recheck, .copy = copy, .drop = om_drop_array,
  .bytes_in = om_array_bytes_in, .bytes_out = bytes_out
};

static const struct om_operations object_operations = {
  .convert = convert, .copy = copy_objects, .drop = om_drop_array,
  .bytes_in = om_array_bytes_in, .bytes_out = bytes_out
};

/* Choose the functions for SLOT, an array whose elements NumPy has, or whose
   kind has a dtype for them.  Return 0 or -1.  */

int
om_choose_array (struct om_slot *slot)
{
  uint32_t flags = slot->var->flags;

  if (slot->offset < 0 || slot->var->ndim > OM_MAX_DIMENSIONS)
    return om_slot_error (slot, PyExc_ValueError,
			  "has %u dimensions, which are too many",
			  slot->var->ndim);
  if ((flags & OBJMODE_VAR_OUT) && (flags & OBJMODE_VAR_CONST))
    return om_slot_error (slot, PyExc_TypeError,
			  "has const elements and cannot be an output");
  if (om_numpy_load () != 0)
    return -1;
  slot->descr = om_numpy_dtype (slot);
  if (!slot->descr)
    return -1;
  slot->operations = (om_numpy_objects_p (slot->descr) ? &object_operations
		      : &operations);
  slot->to_python = flags & OBJMODE_VAR_COPY ? copy_to_python : to_python;
  slot->is_view = !(flags & (OBJMODE_VAR_COPY | OBJMODE_VAR_STATIC));
  /* Bounds may be others each time.  */
  if (!(flags & (OBJMODE_VAR_COPY | OBJMODE_VAR_BOUNDED)))
    slot->quick = OM_QUICK_MEMORY;
  slot->base = flags & OBJMODE_VAR_CONST ? om_guard : NULL;
  return 0;
}
