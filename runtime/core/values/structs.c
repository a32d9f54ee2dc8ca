/* structs.c - Arrays of structs as sequences of views.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The elements of objmode.structs (f) are views as that of a single struct.
   The members are found by the dtype of the array.  The sequence keeps the
   array, and a view keeps the sequence, so that whoever holds a view holds the
   array, which the end of the block sees.  The thread that crosses calls these
   functions and holds the GIL; there are no locks.  */

#include "values/convert.h"
#include "values/follow.h"
#include "values/offers.h"
#include "values/record-view.h"
#include <string.h>

/* The sequence of the structs of an array.  */
struct structs
{
  PyObject_HEAD
  PyObject *array;
  struct om_record *record;
  PyObject *root;		/* What keeps the memory: the last of the bases
				   of ARRAY, or ARRAY; borrowed.  */
  int read_only;
  int owned;			/* The memory is Python's.  */
};

static PyTypeObject *structs_type;

/* Return 1 if a copy that NumPy makes of structs of RECORD is not all that the
   struct is: NumPy leaves out what it has no type for, and the pointers of a
   copy belong to nobody.  */

static int
partial_p (const struct om_record *record)
{
  if (record->has_pointers)
    return 1;
  for (uint32_t i = 0; i < record->n_fields; i++)
    {
      const struct om_field *field = &record->fields[i];
      if ((om_hidden_p (field) && !(field->flags & OBJMODE_FIELD_FLEXIBLE))
	  || (field->slot.record && partial_p (field->slot.record)))
	return 1;
    }
  return 0;
}

/* Return what keeps the memory of ARRAY: the last of its bases that is not an
   array, or the last array; borrowed.  */

static PyObject *
root_of (PyObject *array)
{
  PyObject *base;

  while (om_numpy_array_p (array)
	 && (base = ((struct om_array *) array)->base) != NULL)
    array = base;
  return array;
}

/* Return 1 if ROOT, a result of root_of, keeps memory of Python's.  */

static int
python_memory_p (PyObject *root)
{
  const struct om_path *path;
  PyObject *holder;
  char *data;
  int owned;

  if (om_numpy_array_p (root))
    return (((struct om_array *) root)->flags & OM_ARRAY_OWNDATA) != 0;
  if (om_view_p (root))
    {
      om_view_record (root, &data, &owned);
      return owned;
    }
  return !(root == om_guard || root == om_unowned[0] || root == om_unowned[1]
	   || om_place_path (root, &path, &holder));
}

/* Return the record of the structs of ARRAY, borrowed, or NULL with a TypeError
   in which FUNCTION refuses ARRAY.  */

struct om_record *
om_record_of_array (PyObject *array, const char *function)
{
  struct om_record *record = NULL;

  if (!om_numpy_array_p (array))
    PyErr_Format (PyExc_TypeError, "%s: '%.100s' object is not an array of C "
		  "structs", function, Py_TYPE (array)->tp_name);
  else
    {
      record = om_record_of_dtype (om_numpy_descr (array));
      if (!record)
	PyErr_Format (PyExc_TypeError, "%s: an array of dtype %S is not one of "
		      "C structs", function, om_numpy_descr (array));
    }
  return record;
}

/* Return the sequence of the structs of ARRAY, a new reference, or NULL.  It is
   the Python function structs (ARRAY) too.  */

static PyObject *
make_structs (PyObject *self, PyObject *array)
{
  struct om_record *record = om_record_of_array (array, "structs");
  struct structs *structs;
  PyObject *root;
  int owned;

  (void) self;
  if (!record)
    return NULL;
  if (om_numpy_memory (array).ndim == 0)
    return PyErr_Format (PyExc_TypeError, "structs: the array has no "
			 "dimensions");
  root = root_of (array);
  owned = python_memory_p (root);
  if (owned && !om_view_p (root) && partial_p (record))
    return PyErr_Format (PyExc_TypeError, "structs: NumPy's copy of an array "
			 "of %s does not have all its members; write "
			 "[s.copy () for s in objmode.structs (array)]",
			 record->name);
  structs = (struct structs *) PyType_GenericAlloc (structs_type, 0);
  if (!structs)
    return NULL;
  structs->array = Py_NewRef (array);
  structs->record = record;
  record->references++;
  structs->root = root;
  structs->owned = owned;
  structs->read_only
    = !(((struct om_array *) array)->flags & OM_ARRAY_WRITEABLE);
  return (PyObject *) structs;
}

/* Return a view of the struct at DATA, the element I of SELF.  */

static PyObject *
view_at (struct structs *self, char *data, Py_ssize_t i)
{
  PyObject *holder, *object;
  const struct om_path *path;
  struct view *view;

  object = om_view_new (self->record, data, (PyObject *) self,
			self->read_only);
  if (!object)
    return NULL;
  view = (struct view *) object;
  view->owned = self->owned;
  if (om_place_path (self->root, &path, &holder))
    {
      view->holder = holder;
      if (path->n > 0)
	om_path_element (&view->path, path, i);
    }
  return object;
}

/* len (SELF)  */

static Py_ssize_t
length (PyObject *self)
{
  return om_numpy_memory (((struct structs *) self)->array).shape[0];
}

/* Return the structs of the part KEY of SELF's array, which may be a single
   one.  KEY makes no copy.  */

static PyObject *
part (struct structs *self, PyObject *key)
{
  PyObject *array = PyObject_GetItem (self->array, key), *result;

  if (!array)
    return NULL;
  result = (om_element_p (array)
	    ? view_at (self, om_numpy_scalar_data (array), -1)
	    : make_structs (NULL, array));
  Py_DECREF (array);
  return result;
}

/* The element I of SELF, as PySequence_GetItem asks for it: a view, or the
   structs of a row.  */

static PyObject *
item (PyObject *object, Py_ssize_t i)
{
  struct structs *self = (struct structs *) object;
  struct om_memory memory = om_numpy_memory (self->array);
  PyObject *key, *result;

  if (i < 0 || i >= memory.shape[0])
    {
      PyErr_SetString (PyExc_IndexError, "index out of range");
      return NULL;
    }
  if (memory.ndim == 1)
    return view_at (self, memory.data + i * memory.strides[0], i);
  key = PyLong_FromSsize_t (i);
  result = key ? part (self, key) : NULL;
  Py_XDECREF (key);
  return result;
}

/* Return 1 if KEY, by which an array is indexed, is a tuple of integers, slices
   and `...'.  */

static int
basic_p (PyObject *key)
{
  if (!PyTuple_Check (key))
    return 0;
  for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE (key); i++)
    {
      PyObject *k = PyTuple_GET_ITEM (key, i);
      if (!(PySlice_Check (k) || k == Py_Ellipsis
	    || (PyIndex_Check (k) && !PyBool_Check (k)
		&& !om_numpy_array_p (k))))
	return 0;
    }
  return 1;
}

/* Return the integer KEY as an index of SELF, or -1 with an exception.  */

static Py_ssize_t
index_of (PyObject *self, PyObject *key)
{
  Py_ssize_t i = PyNumber_AsSsize_t (key, PyExc_IndexError);

  if (i == -1 && PyErr_Occurred ())
    return -1;
  if (i < 0)
    i += length (self);
  if (i >= 0 && i < length (self))
    return i;
  PyErr_SetString (PyExc_IndexError, "index out of range");
  return -1;
}

/* SELF[KEY]: a view or, of a slice or a row, structs.  */

static PyObject *
subscript (PyObject *self, PyObject *key)
{
  Py_ssize_t i;

  if (PySlice_Check (key) || basic_p (key))
    return part ((struct structs *) self, key);
  if (!PyIndex_Check (key))
    return PyErr_Format (PyExc_TypeError, "structs: indices are integers and "
			 "slices, not %.100s", Py_TYPE (key)->tp_name);
  i = index_of (self, key);
  return i < 0 ? NULL : item (self, i);
}

/* Let the struct that VIEW, an element of SELF, shows be VALUE.  Return 0 or
   -1.  */

static int
assign_view (struct structs *self, PyObject *view, PyObject *value)
{
  struct om_record *record = self->record;
  struct __objmode_type type = { .name = record->name, .size = record->size,
				 .kind = record->kind };
  struct __objmode_var var = { .name = "", .c_name = "structs",
			       .type = &type };
  struct om_slot slot = { .var = &var, .block = &record->block,
			  .record = record, .size = record->size,
			  .input = -1 };
  struct om_memory memory = { ((struct view *) view)->data, 0, NULL, NULL };

  var.line = record->n_fields ? record->fields[0].var.line : 0;
  if (!value)
    return om_slot_error (&slot, PyExc_TypeError, "cannot be deleted");
  if (self->read_only)
    return om_slot_error (&slot, PyExc_TypeError, "is read-only");
  if (om_record_assign (&slot, &memory, self->owned, value) == 0)
    return 0;
  return om_view_error (view);
}

/* SELF[KEY] = VALUE, for one struct.  Return 0 or -1.  */

static int
assign (PyObject *self, PyObject *key, PyObject *value)
{
  PyObject *view = subscript (self, key);
  int result = -1;

  if (!view)
    return -1;
  if (om_view_p (view))
    result = assign_view ((struct structs *) self, view, value);
  else
    PyErr_SetString (PyExc_TypeError, "structs: one struct can be assigned to, "
		     "not several");
  Py_DECREF (view);
  return result;
}

/* repr (SELF)  */

static PyObject *
represent (PyObject *object)
{
  struct structs *self = (struct structs *) object;
  struct om_memory memory = om_numpy_memory (self->array);
  PyObject *shape = om_shape_tuple (memory.shape, memory.ndim), *text;

  text = shape ? PyUnicode_FromFormat ("<objmode.structs %R of %s>", shape,
				       self->record->name) : NULL;
  Py_XDECREF (shape);
  return text;
}

/* An exception is set about a member of the struct at DATA, which OWNER, if it
   is such a sequence, has: let it say which element that is.  Return -1.  */

int
om_structs_error (PyObject *owner, const char *data)
{
  struct structs *self = (struct structs *) owner;
  struct __objmode_var var = { .name = NULL };
  struct om_slot slot = { .var = &var };
  struct om_memory memory;
  PyObject *name;
  const char *first;

  if (!structs_type || Py_TYPE (owner) != structs_type
      || PyErr_ExceptionMatches (PyExc_MemoryError))
    return -1;
  memory = om_numpy_memory (self->array);
  if (memory.ndim != 1 || memory.strides[0] == 0)
    return -1;
  first = self->record->fields[0].var.c_name;
  name = PyUnicode_FromStringAndSize (first, strrchr (first, '.') - first);
  var.c_name = name ? PyUnicode_AsUTF8 (name) : NULL;
  om_index_error (&slot, (data - memory.data) / memory.strides[0]);
  Py_XDECREF (name);
  return -1;
}

/* tp_traverse of SELF: visit the array.  */

static int
traverse (PyObject *self, visitproc visit, void *arg)
{
  Py_VISIT (((struct structs *) self)->array);
  Py_VISIT (Py_TYPE (self));
  return 0;
}

/* tp_dealloc of SELF: release what it refers to.  */

static void
deallocate (PyObject *self)
{
  struct structs *structs = (struct structs *) self;
  PyTypeObject *type = Py_TYPE (self);

  PyObject_GC_UnTrack (self);
  Py_XDECREF (structs->array);
  om_record_release (structs->record);
  type->tp_free (self);
  Py_DECREF (type);
}

/* The Python function structs (ARRAY), as the class of its results.  */

static PyObject *
create (PyTypeObject *type, PyObject *args, PyObject *keywords)
{
  PyObject *array;

  (void) type;
  if (keywords && PyDict_GET_SIZE (keywords) > 0)
    return PyErr_Format (PyExc_TypeError, "structs takes no keyword "
			 "arguments");
  if (!PyArg_ParseTuple (args, "O:structs", &array))
    return NULL;
  return make_structs (NULL, array);
}

/* Return the class objmode.structs, a new reference, or NULL.  */

PyObject *
om_offer_structs (void)
{
  static PyType_Slot slots[] = {
    { Py_tp_doc, "structs(array, /)\n--\n\n"
		 "The elements of an array of C structs, each a view." },
    { Py_tp_new, create },
    { Py_sq_length, length },
    { Py_sq_item, item },
    { Py_mp_length, length },
    { Py_mp_subscript, subscript },
    { Py_mp_ass_subscript, assign },
    { Py_tp_repr, represent },
    { Py_tp_traverse, traverse },
    { Py_tp_dealloc, deallocate },
    { 0, NULL }
  };
  static PyType_Spec spec = {
    .name = "objmode.structs",
    .basicsize = sizeof (struct structs),
    .flags = (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC
	      | Py_TPFLAGS_IMMUTABLETYPE),
    .slots = slots
  };

  if (!structs_type)
    structs_type = (PyTypeObject *) PyType_FromSpec (&spec);
  return Py_XNewRef (structs_type);
}
