/* record-view.c - A struct as Python sees it.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A view shows a struct of C, and refers to what keeps its memory; a copy
   of a struct is a view that owns its memory, strings and objects.  The
   thread that crosses calls these functions and holds the GIL; there are no
   locks.  */

#include "values/adapt.h"
#include "values/convert.h"
#include "values/follow.h"
#include "values/record-view.h"
#include <stdlib.h>
#include <string.h>

static PyTypeObject *view_type;
static struct om_unused unused;
static int make_type (void);

/* Return a new view of the struct RECORD at DATA, which OWNER keeps if not
   NULL.  */

PyObject *
om_view_new (struct om_record *record, char *data, PyObject *owner,
	     int read_only)
{
  struct view *view;

  if (!view_type && make_type () != 0)
    return NULL;
  view = (struct view *) om_use (&unused, view_type, sizeof *view);
  if (!view)
    return NULL;
  record->references++;
  view->record = record;
  view->data = data;
  view->owner = Py_XNewRef (owner);
  view->read_only = read_only;
  if (owner && om_view_p (owner))
    {
      view->owned = ((struct view *) owner)->owned;
      view->distrusted = ((struct view *) owner)->distrusted;
      view->holder = ((struct view *) owner)->holder;
    }
  return (PyObject *) view;
}

/* Make the pointer at P, of FIELD, one that its struct owns.  Set the int at
   CLOSURE if that failed.  */

static int
own_pointer (const struct om_field *field, char *p, void *closure)
{
  *(int *) closure |= field->member->own (field, p) != 0;
  return 0;
}

/* Free the string or the object at P.  */

static int
free_pointer (const struct om_field *field, char *p, void *closure)
{
  void *pointer;

  (void) closure;
  memcpy (&pointer, p, sizeof pointer);
  memset (p, 0, sizeof pointer);
  if (om_counted_p (field))
    Py_XDECREF ((PyObject *) pointer);
  else
    free (pointer);
  return 0;
}

/* Return a view of a copy of the struct RECORD at DATA.  The copy owns all
   that it has, its strings too.  */

PyObject *
om_view_copy (struct om_record *record, const char *data)
{
  char *copy = malloc (record->size);
  struct view *view;
  int failed = 0;

  if (!copy)
    return PyErr_NoMemory ();
  view = (struct view *) om_view_new (record, copy, NULL, 0);
  if (!view)
    {
      free (copy);
      return NULL;
    }
  memcpy (copy, data, record->size);
  om_each_pointer (record, copy, own_pointer, &failed);
  view->owned = view->root = 1;
  if (!failed)
    return (PyObject *) view;
  if (!PyErr_Occurred ())
    PyErr_NoMemory ();
  Py_DECREF (view);
  return NULL;
}

/* Return 1 if OBJECT is a view of a struct.  */

int
om_view_p (PyObject *object)
{
  return view_type && Py_TYPE (object) == view_type;
}

/* Return the struct of VIEW, borrowed, with its place in *DATA and in *OWNED
   if its memory is Python's.  */

struct om_record *
om_view_record (PyObject *object, char **data, int *owned)
{
  struct view *view = (struct view *) object;

  *data = view->data;
  *owned = view->owned;
  return view->record;
}

/* Return 1 if VIEW refuses assignment.  */

int
om_view_read_only_p (PyObject *view)
{
  return ((struct view *) view)->read_only;
}

/* Return the member FIELD of the struct at DATA, which VIEW is of, as it is
   without an adapter.  */

PyObject *
om_field_raw (const struct om_field *field, char *data, PyObject *view,
	      int read_only)
{
  struct om_memory memory = { data + field->offset, field->ndim,
			      field->shape, field->strides };
  PyObject *base, *array;

  read_only |= field->flags & OBJMODE_FIELD_CONST;
  if (field->width)
    return om_bits_get (&field->slot, memory.data, field->bit, field->width);
  if (field->member && field->member->get
      && (field->ndim == 0 || field->member->gets_arrays))
    return field->member->get (field, memory.data, view, read_only);
  if (field->ndim == 0)
    return (field->slot.record
	    ? om_view_part (field->slot.record, memory.data, view, read_only)
	    : field->slot.to_python (&field->slot, memory.data));
  if (field->member && field->member->get_array)
    return field->member->get_array (field, memory.data);
  base = (read_only
	  ? om_view_new (((struct view *) view)->record, data, view, 1)
	  : Py_NewRef (view));
  array = base ? om_numpy_member (field->slot.descr, &memory, read_only, base)
	  : NULL;
  Py_XDECREF (base);
  return array;
}

/* Return the member FIELD of the struct at DATA, which VIEW is of.  What is
   reached by way of VIEW ends with what VIEW ends with, also if an adapter is
   given it.  */

PyObject *
om_field_get (const struct om_field *field, char *data, PyObject *view,
	      int read_only)
{
  PyObject *raw = om_field_raw (field, data, view, read_only);

  return OM_UNLIKELY (field->slot.adapter != NULL)
	 ? om_adapter_to (&field->slot, raw, 0) : raw;
}

/* Return the member FIELD of SELF, READ_ONLY if it must not be assigned to.  It
   may never have been set: if it cannot be read or converted, return an object
   that says so.  */

static PyObject *
try_member (PyObject *self, const struct om_field *field, int read_only)
{
  char *data = ((struct view *) self)->data;
  PyObject *value = NULL;

  if (om_field_sound_p (field, data))
    value = om_field_get (field, data, self, read_only);
  if (value || !om_may_replace ())
    return value;
  return om_unreadable (om_field_address (field, data));
}

/* Return the member FIELD of SELF.  */

static PyObject *
get_member (PyObject *self, const struct om_field *field)
{
  struct view *view = (struct view *) self;

  PyObject *value = (view->distrusted
		     ? try_member (self, field, view->read_only)
		     : om_field_get (field, view->data, self,
				     view->read_only));

  if (OM_UNLIKELY (!value))
    om_view_error (self);
  return value;
}

/* Set an AttributeError or, if ITEM, a KeyError: VIEW has no NAME.  */

static void
no_member (struct view *view, PyObject *name, int item)
{
  PyErr_Clear ();
  if (item && PyLong_Check (name) && view->path.n > 0)
    om_no_extents (&view->path);
  else if (om_opaque (view->record, name,
		      item ? PyExc_TypeError : PyExc_AttributeError))
    ;
  else if (item)
    PyErr_SetObject (PyExc_KeyError, name);
  else
    PyErr_Format (PyExc_AttributeError, "'%s' has no member '%S'",
		  view->record->name, name);
}

/* Return the field NAME of RECORD, which may also be the name that C has for
   it; or NULL, perhaps with an exception.  Python's name is `in_' for `in'.  */

static struct om_field *
find_item (const struct om_record *record, PyObject *name)
{
  struct om_field *field = om_record_field (record, name);
  PyObject *longer;

  if (field || PyErr_Occurred () || !PyUnicode_Check (name))
    return field;
  longer = PyUnicode_FromFormat ("%U_", name);
  if (longer)
    field = om_record_field (record, longer);
  Py_XDECREF (longer);
  return field && (field->flags & OBJMODE_FIELD_KEYWORD) ? field : NULL;
}

/* VIEW.NAME  */

static PyObject *
get_attribute (PyObject *self, PyObject *name)
{
  struct view *view = (struct view *) self;
  struct om_field *field = om_record_field (view->record, name);
  PyObject *result;

  if (field)
    return get_member (self, field);
  if (PyErr_Occurred ())
    return NULL;
  result = PyObject_GenericGetAttr (self, name);
  if (!result && PyErr_ExceptionMatches (PyExc_AttributeError))
    no_member (view, name, 0);
  return result;
}

/* Let the member NAME of SELF be VALUE; ITEM is as in no_member.  Return 0
   or -1.  */

static int
set_member (PyObject *self, PyObject *name, PyObject *value, int item)
{
  struct view *view = (struct view *) self;
  struct om_field *field = (item ? find_item (view->record, name)
			    : om_record_field (view->record, name));
  PyObject *refusal = item ? PyExc_TypeError : PyExc_AttributeError;
  int result;

  if (!field)
    {
      if (!PyErr_Occurred ())
	no_member (view, name, item);
      return -1;
    }
  if (!value)
    result = om_slot_error (&field->slot, refusal, "cannot be deleted");
  else if (view->read_only || (field->flags & OBJMODE_FIELD_CONST))
    result = om_slot_error (&field->slot, refusal, "is read-only");
  else
    result = om_set_field (field, view->data, value, view->owned, NULL);
  return result == 0 ? 0 : om_view_error (self);
}

/* VIEW.NAME = VALUE  */

static int
set_attribute (PyObject *self, PyObject *name, PyObject *value)
{
  return set_member (self, name, value, 0);
}

/* VIEW[NAME]  */

static PyObject *
get_item (PyObject *self, PyObject *name)
{
  struct view *view = (struct view *) self;
  struct om_field *field = find_item (view->record, name);

  if (field)
    return get_member (self, field);
  if (!PyErr_Occurred ())
    no_member (view, name, 1);
  return NULL;
}

/* VIEW[NAME] = VALUE  */

static int
set_item (PyObject *self, PyObject *name, PyObject *value)
{
  return set_member (self, name, value, 1);
}

/* len (VIEW)  */

static Py_ssize_t
length (PyObject *self)
{
  return ((struct view *) self)->record->n_fields;
}

/* NAME in VIEW  */

static int
contains (PyObject *self, PyObject *name)
{
  struct om_field *field = find_item (((struct view *) self)->record, name);

  return field ? 1 : PyErr_Occurred () ? -1 : 0;
}

/* iter (VIEW)  */

static PyObject *
iterate (PyObject *self)
{
  return PyObject_GetIter (((struct view *) self)->record->numbers);
}

/* VIEW.keys ()  */

static PyObject *
keys (PyObject *self, PyObject *nothing)
{
  (void) nothing;
  return PyDict_Keys (((struct view *) self)->record->numbers);
}

/* VIEW.copy (), copy.copy (VIEW), copy.deepcopy (VIEW)  */

static PyObject *
copy (PyObject *self, PyObject *argument)
{
  struct view *view = (struct view *) self;

  (void) argument;
  if (view->distrusted && !om_record_sound_p (view->record, view->data))
    return PyErr_Format (PyExc_ValueError, "'%s' has a member that cannot be "
			 "read, and a copy would have to read it",
			 view->record->name);
  return om_view_copy (view->record, view->data);
}

/* dir (VIEW)  */

static PyObject *
list_names (PyObject *self, PyObject *nothing)
{
  PyObject *names = keys (self, nothing);
  PyObject *more = names ? PyObject_Dir ((PyObject *) Py_TYPE (self)) : NULL;
  PyObject *all = more ? PySequence_Concat (names, more) : NULL;

  Py_XDECREF (names);
  Py_XDECREF (more);
  return all;
}

/* VIEW.address  */

static PyObject *
get_address (PyObject *self, void *nothing)
{
  (void) nothing;
  return PyLong_FromVoidPtr (((struct view *) self)->data);
}

/* SELF == OTHER: views are equal if they show the same struct, that is, its
   address and type are the same.  */

static PyObject *
compare (PyObject *self, PyObject *other, int operation)
{
  struct view *a = (struct view *) self, *b = (struct view *) other;
  int equal;

  if ((operation != Py_EQ && operation != Py_NE) || !om_view_p (other))
    Py_RETURN_NOTIMPLEMENTED;
  equal = (a->data == b->data && om_record_same_p (a->record, b->record));
  return Py_NewRef (equal == (operation == Py_EQ) ? Py_True : Py_False);
}

/* hash (SELF)  */

static Py_hash_t
hash (PyObject *self)
{
  return _Py_HashPointer (((struct view *) self)->data);
}

/* Return what repr shows of the member FIELD of VIEW, as "x=1.0".  */

static PyObject *
represent_member (struct view *view, const struct om_field *field)
{
  PyObject *value, *text;

  if (field->member && field->member->show
      && (field->ndim == 0 || field->member->gets_arrays))
    {
      value = field->member->show (field, view->data + field->offset);
      text = value ? PyUnicode_FromFormat ("%U=%U", field->name, value) : NULL;
    }
  else
    {
      value = try_member ((PyObject *) view, field, 1);
      text = value ? PyUnicode_FromFormat ("%U=%R", field->name, value) : NULL;
    }
  Py_XDECREF (value);
  return text;
}

/* Return what repr returns for the view SELF of a struct, as
   "struct point (x=1.0, y=2.0)".  Pointers to structs and elements are not
   followed.  Whoever prints a struct does not say that all its members have
   been set.  */

static PyObject *
represent (PyObject *self)
{
  struct view *view = (struct view *) self;
  PyObject *parts = PyList_New (0), *text, *comma, *result = NULL;

  for (uint32_t i = 0; parts && i < view->record->n_fields; i++)
    {
      text = represent_member (view, &view->record->fields[i]);
      if (!text || PyList_Append (parts, text) != 0)
	Py_CLEAR (parts);
      Py_XDECREF (text);
    }
  comma = parts ? PyUnicode_FromString (", ") : NULL;
  text = comma ? PyUnicode_Join (comma, parts) : NULL;
  if (text)
    result = PyUnicode_FromFormat ("%s(%U)", view->record->name, text);
  Py_XDECREF (text);
  Py_XDECREF (comma);
  Py_XDECREF (parts);
  return result;
}

/* The bytes of VIEW as a buffer.  Those of objects and of const members are
   not for everyone to write.  */

static int
get_buffer (PyObject *self, Py_buffer *buffer, int flags)
{
  struct view *view = (struct view *) self;

  return PyBuffer_FillInfo (buffer, self, view->data, view->record->size,
			    view->read_only || view->record->guarded, flags);
}

/* tp_traverse of SELF: visit the owner of its memory.  */

static int
traverse (PyObject *self, visitproc visit, void *arg)
{
  Py_VISIT (((struct view *) self)->owner);
  Py_VISIT (Py_TYPE (self));
  return 0;
}

/* tp_dealloc of SELF: release what it refers to, and the memory that is its
   own.  */

static void
deallocate (PyObject *self)
{
  struct view *view = (struct view *) self;

  PyObject_GC_UnTrack (self);
  if (view->root)
    {
      om_each_pointer (view->record, view->data, free_pointer, NULL);
      free (view->data);
    }
  Py_XDECREF (view->owner);
  om_path_clear (&view->path);
  om_record_release (view->record);
  om_unuse (&unused, self);
}

/* Make the type of views.  Return 0 or -1.  */

static int
make_type (void)
{
  static PyMethodDef methods[] = {
    { "keys", keys, METH_NOARGS, "Return the names of the members." },
    { "copy", copy, METH_NOARGS, "Return a copy that owns its memory." },
    { "__copy__", copy, METH_NOARGS, NULL },
    { "__deepcopy__", copy, METH_O, NULL },
    { "__dir__", list_names, METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL }
  };
  static PyGetSetDef getset[] = {
    { "address", get_address, NULL, "Where the struct is, an int.", NULL },
    { NULL, NULL, NULL, NULL, NULL }
  };
  static PyType_Slot slots[] = {
    { Py_tp_doc, "A C struct.  Its members are attributes and items." },
    { Py_tp_methods, methods },
    { Py_tp_getset, getset },
    { Py_tp_richcompare, compare },
    { Py_tp_hash, hash },
    { Py_tp_getattro, get_attribute },
    { Py_tp_setattro, set_attribute },
    { Py_mp_subscript, get_item },
    { Py_mp_ass_subscript, set_item },
    { Py_mp_length, length },
    { Py_sq_contains, contains },
    { Py_tp_iter, iterate },
    { Py_tp_repr, represent },
    { Py_bf_getbuffer, get_buffer },
    { Py_tp_traverse, traverse },
    { Py_tp_dealloc, deallocate },
    { 0, NULL }
  };
  static PyType_Spec spec = {
    .name = "objmode.struct",
    .basicsize = sizeof (struct view),
    .flags = (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC
	      | Py_TPFLAGS_DISALLOW_INSTANTIATION),
    .slots = slots
  };

  view_type = (PyTypeObject *) PyType_FromSpec (&spec);
  return view_type ? 0 : -1;
}
