/* record-view.c - A struct as Python sees it.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A view shows a struct of C, and refers to what keeps its memory; a copy
   of a struct is a view that owns its memory, strings and objects.  The
   thread that crosses calls these functions and holds the GIL; there are no
   locks.  */

#include "values/convert.h"
#include "values/record.h"
#include <stdlib.h>
#include <string.h>

/* A view of a struct.  */
struct view
{
  PyObject_HEAD
  struct om_record *record;
  char *data;
  PyObject *owner;		/* Keeps the memory, or NULL.  */
  uint8_t read_only;
  uint8_t owned;		/* The memory is Python's.  */
  uint8_t root;			/* It is this view's, malloced.  */
  uint8_t distrusted;		/* Its members may never have been set.  */
};

static PyTypeObject *view_type;
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
  view = (struct view *) PyType_GenericAlloc (view_type, 0);
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
    }
  return (PyObject *) view;
}

/* Let VIEW, and the views of its members, try each pointer before it is
   followed.  */

void
om_view_distrust (PyObject *view)
{
  ((struct view *) view)->distrusted = 1;
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

/* Return the member FIELD of the struct at DATA, which VIEW is of.  */

PyObject *
om_field_get (const struct om_field *field, char *data, PyObject *view,
	      int read_only)
{
  struct om_memory memory = { data + field->offset, field->ndim,
			      field->shape, field->strides };
  PyObject *base, *array;

  read_only |= field->flags & OBJMODE_FIELD_CONST;
  if (field->width)
    return om_bits_get (&field->slot, memory.data, field->bit, field->width);
  if (field->member && field->member->get)
    return field->member->get (field, memory.data, view, read_only);
  if (field->ndim == 0)
    return (field->slot.record
	    ? om_view_new (field->slot.record, memory.data, view, read_only)
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

  return (view->distrusted ? try_member (self, field, view->read_only)
	  : om_field_get (field, view->data, self, view->read_only));
}

/* Set an AttributeError or, if ITEM, a KeyError: VIEW has no NAME.  */

static void
no_member (struct view *view, PyObject *name, int item)
{
  PyErr_Clear ();
  if (om_opaque (view->record, name,
		 item ? PyExc_TypeError : PyExc_AttributeError))
    ;
  else if (item)
    PyErr_SetObject (PyExc_KeyError, name);
  else
    PyErr_Format (PyExc_AttributeError, "'%s' has no member '%S'",
		  view->record->name, name);
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
  struct om_field *field = om_record_field (view->record, name);
  PyObject *refusal = item ? PyExc_TypeError : PyExc_AttributeError;

  if (!field)
    {
      if (!PyErr_Occurred ())
	no_member (view, name, item);
      return -1;
    }
  if (!value)
    return om_slot_error (&field->slot, refusal, "cannot be deleted");
  if (view->read_only || (field->flags & OBJMODE_FIELD_CONST))
    return om_slot_error (&field->slot, refusal, "is read-only");
  return om_set_field (field, view->data, value, view->owned, NULL);
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
  struct om_field *field = om_record_field (view->record, name);

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
  const struct om_record *record = ((struct view *) self)->record;

  return om_record_field (record, name) ? 1 : PyErr_Occurred () ? -1 : 0;
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

/* Return what repr returns for the view SELF of a struct, as
   "struct point (x=1.0, y=2.0)".  Whoever prints a struct does not say that
   all its members have been set.  */

static PyObject *
represent (PyObject *self)
{
  struct view *view = (struct view *) self;
  PyObject *parts = PyList_New (0), *text, *comma, *result = NULL;

  for (uint32_t i = 0; parts && i < view->record->n_fields; i++)
    {
      struct om_field *field = &view->record->fields[i];
      PyObject *value = try_member (self, field, 1);
      text = value ? PyUnicode_FromFormat ("%U=%R", field->name, value) : NULL;
      if (!text || PyList_Append (parts, text) != 0)
	Py_CLEAR (parts);
      Py_XDECREF (text);
      Py_XDECREF (value);
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
  PyTypeObject *type = Py_TYPE (self);

  PyObject_GC_UnTrack (self);
  if (view->root)
    {
      om_each_pointer (view->record, view->data, free_pointer, NULL);
      free (view->data);
    }
  Py_XDECREF (view->owner);
  om_record_release (view->record);
  type->tp_free (self);
  Py_DECREF (type);
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
  static PyType_Slot slots[] = {
    { Py_tp_doc, "A C struct.  Its members are attributes and items." },
    { Py_tp_methods, methods },
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
