/* conv-target.c - Members that point to structs.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Such a member is a view of the struct that it points to, or None.  An array
   of them is a sequence of its own, since the pointers may change while it is
   looked at.  The thread that crosses calls these functions and holds the GIL;
   there are no locks.  */

#include "values/convert.h"
#include "values/follow.h"
#include <string.h>

/* An array of pointers that is a member, or a part of it: the dimensions from
   DIM on.  */
struct pointers
{
  PyObject_HEAD
  PyObject *view;		/* The struct that they are in.  */
  const struct om_field *field;	/* Of its record.  */
  char *data;
  int dim;
  int read_only;
  Py_ssize_t first;		/* The number of the first of them.  */
};

static PyTypeObject *pointers_type;

/* Return the view of what the pointer at P, of FIELD of VIEW, points to; INDEX
   is its number in an array, else -1.  */

static PyObject *
get_one (const struct om_field *field, const char *p, PyObject *view,
	 Py_ssize_t index)
{
  struct om_record *record;
  char *data;

  memcpy (&data, p, sizeof data);
  if (!data)
    return Py_NewRef (Py_None);
  record = om_record_of (field->target);
  return record ? om_follow (field, record, data, view, index) : NULL;
}

/* Store at P, a pointer of FIELD, what OBJECT says: None, or a view of a struct
   of C.  Return 0 or -1.  */

static int
set_one (const struct om_field *field, char *p, PyObject *object)
{
  const struct om_slot *slot = &field->slot;
  const struct om_record *record, *own;
  char *data = NULL;
  int owned;

  if (object != Py_None)
    {
      if (!om_view_p (object))
	return om_value_error (slot, PyExc_TypeError, object,
			       "is not a view of such a struct or None");
      record = om_view_record (object, &data, &owned);
      own = om_record_of (field->target);
      if (!own)
	return -1;
      if (!om_record_same_p (record, own))
	return om_slot_error (slot, PyExc_TypeError, "is given a %s",
			      record->name);
      if (owned)
	return om_slot_error (slot, PyExc_TypeError, "is given a copy, whose "
			      "memory is Python's, not C's");
      if (om_view_read_only_p (object)
	  && !(field->flags & OBJMODE_FIELD_TO_CONST))
	return om_slot_error (slot, PyExc_TypeError, "is given a read-only "
			      "view, but does not point to const");
    }
  memcpy (p, &data, sizeof data);
  return 0;
}

/* Return what repr shows of the pointer at P of FIELD.  */

static PyObject *
show_one (const struct om_field *field, const char *p)
{
  void *data;

  memcpy (&data, p, sizeof data);
  return (data ? PyUnicode_FromFormat ("<%s at %p>", field->target->name, data)
	  : PyUnicode_FromString ("None"));
}

/* Return how many pointers an element of dimension DIM of FIELD has.  */

static Py_ssize_t
step_of (const struct om_field *field, int dim)
{
  Py_ssize_t n = 1;

  for (int d = dim + 1; d < field->ndim; d++)
    n *= field->shape[d];
  return n;
}

/* Return what repr shows of the pointers from P on of FIELD, from dimension DIM
   on.  */

static PyObject *
show_from (const struct om_field *field, const char *p, int dim)
{
  PyObject *text, *part;

  if (dim == field->ndim)
    return show_one (field, p);
  text = PyUnicode_FromString ("[");
  for (Py_ssize_t i = 0; text && i < field->shape[dim]; i++)
    {
      part = show_from (field, p + i * field->strides[dim], dim + 1);
      Py_SETREF (text, part ? PyUnicode_FromFormat ("%U%s%U", text,
						    i ? ", " : "", part)
		 : NULL);
      Py_XDECREF (part);
    }
  if (text)
    Py_SETREF (text, PyUnicode_FromFormat ("%U]", text));
  return text;
}

/* Return what repr shows of the member FIELD at P.  */

static PyObject *
show (const struct om_field *field, const char *p)
{
  return show_from (field, p, 0);
}

/* Return the element I, which exists, of P.  */

static PyObject *
element (struct pointers *p, Py_ssize_t i);

/* Return a new sequence of the pointers of FIELD of VIEW at DATA, those from
   dimension DIM on, of which the first has the number FIRST.  */

static PyObject *
make_sequence (const struct om_field *field, char *data, PyObject *view,
	       int dim, Py_ssize_t first, int read_only)
{
  struct pointers *p
    = (struct pointers *) PyType_GenericAlloc (pointers_type, 0);

  if (!p)
    return NULL;
  p->view = Py_NewRef (view);
  p->field = field;
  p->data = data;
  p->dim = dim;
  p->first = first;
  p->read_only = read_only;
  return (PyObject *) p;
}

static PyObject *
element (struct pointers *p, Py_ssize_t i)
{
  char *at = p->data + i * p->field->strides[p->dim];
  Py_ssize_t number = p->first + i * step_of (p->field, p->dim);

  return (p->dim + 1 < p->field->ndim
	  ? make_sequence (p->field, at, p->view, p->dim + 1, number,
			   p->read_only)
	  : get_one (p->field, at, p->view, number));
}

/* len (SELF)  */

static Py_ssize_t
length (PyObject *self)
{
  struct pointers *p = (struct pointers *) self;

  return p->field->shape[p->dim];
}

/* The element I of SELF, as PySequence_GetItem asks for it.  */

static PyObject *
item (PyObject *self, Py_ssize_t i)
{
  if (i < 0 || i >= length (self))
    {
      PyErr_SetString (PyExc_IndexError, "index out of range");
      return NULL;
    }
  return element ((struct pointers *) self, i);
}

/* Store the index that KEY is for SELF in *I.  Return 0 or -1.  */

static int
index_of (PyObject *self, PyObject *key, Py_ssize_t *i)
{
  *i = PyNumber_AsSsize_t (key, PyExc_IndexError);
  if (*i == -1 && PyErr_Occurred ())
    return -1;
  if (*i < 0)
    *i += length (self);
  if (*i >= 0 && *i < length (self))
    return 0;
  PyErr_SetString (PyExc_IndexError, "index out of range");
  return -1;
}

/* SELF[KEY]: a view or None or, of a slice, a list.  */

static PyObject *
subscript (PyObject *self, PyObject *key)
{
  Py_ssize_t i, stop, step, n;
  PyObject *list;

  if (!PySlice_Check (key))
    return index_of (self, key, &i) == 0 ? item (self, i) : NULL;
  if (PySlice_Unpack (key, &i, &stop, &step) != 0)
    return NULL;
  n = PySlice_AdjustIndices (length (self), &i, &stop, step);
  list = PyList_New (n);
  for (Py_ssize_t k = 0; list && k < n; k++, i += step)
    {
      PyObject *value = item (self, i);
      if (value)
	PyList_SET_ITEM (list, k, value);
      else
	Py_CLEAR (list);
    }
  return list;
}

/* SELF[KEY] = VALUE  */

static int
assign (PyObject *self, PyObject *key, PyObject *value)
{
  struct pointers *p = (struct pointers *) self;
  const struct om_slot *slot = &p->field->slot;
  Py_ssize_t i;
  int result = -1;

  if (index_of (self, key, &i) != 0)
    return -1;
  if (!value)
    om_slot_error (slot, PyExc_TypeError, "cannot be deleted");
  else if (p->read_only)
    om_slot_error (slot, PyExc_TypeError, "is read-only");
  else if (p->dim + 1 < p->field->ndim)
    om_slot_error (slot, PyExc_TypeError, "has more dimensions; assign to one "
		   "pointer");
  else
    result = set_one (p->field, p->data + i * p->field->strides[p->dim],
		      value);
  return result == 0 ? 0 : om_path_error (om_view_path (p->view));
}

/* Return the list of the elements of OBJECT, a sequence of pointers, a list or
   a tuple; or NULL, without an exception if it is something else.  */

static PyObject *
as_list (PyObject *object)
{
  if (Py_TYPE (object) != pointers_type && !PyList_Check (object)
      && !PyTuple_Check (object))
    return NULL;
  return PySequence_List (object);
}

/* SELF == OTHER: so are sequences with equal elements, lists and tuples
   too.  */

static PyObject *
compare (PyObject *self, PyObject *other, int operation)
{
  PyObject *a, *b, *result = NULL;

  if (operation != Py_EQ && operation != Py_NE)
    Py_RETURN_NOTIMPLEMENTED;
  b = as_list (other);
  if (!b && !PyErr_Occurred ())
    Py_RETURN_NOTIMPLEMENTED;
  a = b ? as_list (self) : NULL;
  if (a)
    result = PyObject_RichCompare (a, b, operation);
  Py_XDECREF (a);
  Py_XDECREF (b);
  return result;
}

/* repr (SELF)  */

static PyObject *
represent (PyObject *self)
{
  struct pointers *p = (struct pointers *) self;

  return show_from (p->field, p->data, p->dim);
}

/* tp_traverse of SELF: visit the struct that it is in.  */

static int
traverse (PyObject *self, visitproc visit, void *arg)
{
  Py_VISIT (((struct pointers *) self)->view);
  Py_VISIT (Py_TYPE (self));
  return 0;
}

/* tp_dealloc of SELF: release the struct that it is in.  */

static void
deallocate (PyObject *self)
{
  PyTypeObject *type = Py_TYPE (self);

  PyObject_GC_UnTrack (self);
  Py_XDECREF (((struct pointers *) self)->view);
  type->tp_free (self);
  Py_DECREF (type);
}

/* Make the type of sequences.  Return 0 or -1.  */

static int
make_type (void)
{
  static PyType_Slot slots[] = {
    { Py_tp_doc, "An array of pointers to C structs: views or None." },
    { Py_sq_length, length },
    { Py_sq_item, item },
    { Py_mp_length, length },
    { Py_mp_subscript, subscript },
    { Py_mp_ass_subscript, assign },
    { Py_tp_repr, represent },
    { Py_tp_richcompare, compare },
    { Py_tp_hash, PyObject_HashNotImplemented },
    { Py_tp_traverse, traverse },
    { Py_tp_dealloc, deallocate },
    { 0, NULL }
  };
  static PyType_Spec spec = {
    .name = "objmode.pointers",
    .basicsize = sizeof (struct pointers),
    .flags = (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC
	      | Py_TPFLAGS_SEQUENCE | Py_TPFLAGS_DISALLOW_INSTANTIATION),
    .slots = slots
  };

  pointers_type = (PyTypeObject *) PyType_FromSpec (&spec);
  return pointers_type ? 0 : -1;
}

/* Return the member FIELD of VIEW at P: see struct om_member_operations.  */

static PyObject *
get (const struct om_field *field, char *p, PyObject *view, int read_only)
{
  if (field->ndim == 0)
    return get_one (field, p, view, -1);
  if (!pointers_type && make_type () != 0)
    return NULL;
  return make_sequence (field, p, view, 0, 0, read_only);
}

/* Let the member FIELD at P be OBJECT: see struct om_member_operations.  */

static int
set (const struct om_field *field, char *p, PyObject *object, int owned,
     struct om_pending *pending)
{
  (void) owned;
  (void) pending;
  return set_one (field, p, object);
}

/* Let the pointers at P of FIELD, from dimension DIM on, be those of OBJECT, a
   sequence nested as deep.  Return 0 or -1.  */

static int
set_from (const struct om_field *field, char *p, PyObject *object, int dim)
{
  PyObject *tuple;
  Py_ssize_t n;
  int result = 0;

  if (dim == field->ndim)
    return set_one (field, p, object);
  if (!PySequence_Check (object) || PyUnicode_Check (object)
      || om_view_p (object))
    return om_value_error (&field->slot, PyExc_TypeError, object,
			   "is not a sequence of views");
  tuple = PySequence_Tuple (object);
  if (!tuple)
    return -1;
  n = PyTuple_GET_SIZE (tuple);
  if (n != field->shape[dim])
    result = om_slot_error (&field->slot, PyExc_ValueError, "has length %zd "
			    "in dimension %d, not %zd", n, dim,
			    field->shape[dim]);
  for (Py_ssize_t i = 0; i < n && result == 0; i++)
    {
      result = set_from (field, p + i * field->strides[dim],
			 PyTuple_GET_ITEM (tuple, i), dim + 1);
      if (result != 0)
	om_index_error (&field->slot, i);
    }
  Py_DECREF (tuple);
  return result;
}

/* Let the array FIELD at P be OBJECT, all or nothing: see struct
   om_member_operations.  PENDING is not needed.  */

static int
set_array (const struct om_field *field, char *p, PyObject *object,
	   struct om_pending *pending)
{
  size_t size = field->shape[0] * field->strides[0];
  char *copy = PyMem_Malloc (size);
  int result;

  (void) pending;
  if (!copy)
    {
      PyErr_NoMemory ();
      return -1;
    }
  result = set_from (field, copy, object, 0);
  if (result == 0)
    memcpy (p, copy, size);
  PyMem_Free (copy);
  return result;
}

/* Choose the conversion of FIELD.  GIVEN is not needed.  Return 0.  */

static int
choose_member (struct om_field *field, const struct __objmode_type *given)
{
  (void) given;
  if (field->ndim > 0)
    field->var.flags |= OBJMODE_VAR_ARRAY;
  return om_choose_pointer (&field->slot);
}

static const struct om_member_operations member = {
  .choose = choose_member, .get = get, .gets_arrays = 1, .show = show,
  .set = set, .set_array = set_array, .copy = om_copy_pointer,
  .set_pointer = om_store_pointer
};

const struct om_kind om_kind_TARGET = {
  .choose = om_choose_pointer, .number = om_pointer_number, .pointer = 1,
  .member = &member
};
