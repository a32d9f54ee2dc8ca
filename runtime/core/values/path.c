/* path.c - How a view or an array was reached through pointers.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A path is "head.next": the name of the first member that was followed, as
   messages have it, and those of the others.  A list may be followed for ever,
   so of a long path only the first and the last members are known, and it is
   written "head.next...next.next".  The thread that crosses calls these
   functions and holds the GIL; there are no locks.  */

#include "values/convert.h"
#include "values/follow.h"
#include <string.h>

/* What keeps the holder of an array that was reached through a pointer, whose
   base it is.  */
struct place
{
  PyObject_HEAD
  PyObject *holder;		/* A reference, or NULL.  */
  struct om_path path;
  int read_only;
};

static PyTypeObject *place_type;
static struct om_unused unused;

/* Let TO, which is empty, be the path FROM, behind which the member FIELD of
   RECORD, or the element INDEX of it if that is not -1, was followed.  */

void
om_path_follow (struct om_path *to, const struct om_path *from,
		struct om_record *record, const struct om_field *field,
		Py_ssize_t index)
{
  uint32_t at = from->n < OM_STEPS ? from->n : OM_STEPS - 1;

  *to = *from;
  if (from->n == 0)
    to->record = record;
  else if (from->n >= OM_STEPS)
    for (int i = 1; i < OM_STEPS - 1; i++)
      {
	to->steps[i] = from->steps[i + 1];
	to->index[i] = from->index[i + 1];
      }
  to->steps[at] = field;
  to->index[at] = (int32_t) index;
  if (to->n <= OM_STEPS)
    to->n++;
  to->record->references++;
}

/* Let TO, which is empty, be the path FROM, which is not, to the element INDEX
   of an array; or to one of them if INDEX is -1.  */

void
om_path_element (struct om_path *to, const struct om_path *from,
		 Py_ssize_t index)
{
  static const struct om_field inner = { .var = { .c_name = "" } };

  if (index < 0)
    om_path_copy (to, from);
  else
    om_path_follow (to, from, from->record, &inner, index);
}

/* Let TO, which is empty, be the path FROM.  */

void
om_path_copy (struct om_path *to, const struct om_path *from)
{
  if (from->n == 0)
    return;
  *to = *from;
  to->record->references++;
}

/* Release what PATH refers to.  */

void
om_path_clear (struct om_path *path)
{
  if (path->n > 0)
    om_record_release (path->record);
}

/* Return PATH, which is not empty, as a str.  */

PyObject *
om_path_text (const struct om_path *path)
{
  uint32_t n = path->n < OM_STEPS ? path->n : OM_STEPS;
  PyObject *text = PyUnicode_FromString ("");

  for (uint32_t i = 0; text && i < n; i++)
    {
      const char *name = path->steps[i]->var.c_name;
      const char *gap = i == 1 && path->n > OM_STEPS ? ".." : "";
      Py_SETREF (text, path->index[i] < 0
		 ? PyUnicode_FromFormat ("%U%s%s", text, gap, name)
		 : PyUnicode_FromFormat ("%U%s%s[%d]", text, gap, name,
					 (int) path->index[i]));
    }
  return text;
}

/* Return the last member of PATH, which is not empty.  A step that is an index
   alone belongs to the member before it.  */

static const struct om_field *
last_step (const struct om_path *path)
{
  int i = (path->n < OM_STEPS ? path->n : OM_STEPS) - 1;

  while (i > 0 && !path->steps[i]->type.name)
    i--;
  return path->steps[i];
}

/* Return the beginning of a message about what was reached by PATH, as
   "foo.c:12: ", or "" if that is not known.  */

static PyObject *
where (const struct om_path *path)
{
  const char *file = path->record->block.file;

  return (file ? PyUnicode_FromFormat ("%s:%d: ", file,
				       (int) path->steps[0]->var.line)
	  : PyUnicode_FromString (""));
}

/* An exception is set that is about a member of a struct which was reached by
   PATH: let it say so.  Nothing is done if PATH is empty.  Return -1.  */

int
om_path_error (const struct om_path *path)
{
  PyObject *error, *text, *start, *result = NULL;

  if (path->n == 0 || PyErr_ExceptionMatches (PyExc_MemoryError))
    return -1;
  error = om_take_exception ();
  text = om_path_text (path);
  start = text ? where (path) : NULL;
  if (start)
    result = om_bootstrap_call ("path_error", "(OOO)", error, text, start);
  Py_XDECREF (start);
  Py_XDECREF (text);
  Py_XDECREF (result);
  PyErr_Clear ();
  PyErr_SetObject ((PyObject *) Py_TYPE (error), error);
  Py_DECREF (error);
  return -1;
}

/* Set a TypeError: what was reached by PATH, which is not empty, is subscripted
   although nothing says how many elements there are.  Return -1.  */

int
om_no_extents (const struct om_path *path)
{
  const struct om_field *field = last_step (path);
  PyObject *text = om_path_text (path), *start = text ? where (path) : NULL;
  const char *type = field->type.name;
  const char *of = field->record_name;

  if (start && !of)
    PyErr_Format (PyExc_TypeError, "%U'%U' (C %s): has no extents; write "
		  "another pair of brackets in the type string of the variable",
		  start, text, type);
  else if (start && strchr (type, '['))
    PyErr_Format (PyExc_TypeError, "%U'%U' (C %s): has no extents; write "
		  "objmode_members (%s, %U = \"[...]\")", start, text, type,
		  of, field->name);
  else if (start)
    PyErr_Format (PyExc_TypeError, "%U'%U' (C %s): has no extents; write "
		  "%s%U objmode_extents (\"[...]\") or objmode_members (%s, "
		  "%U = \"[...]\")", start, text, type, type, field->name, of,
		  field->name);
  Py_XDECREF (start);
  Py_XDECREF (text);
  return -1;
}

/* The buffer of PLACE, empty.  NumPy asks whether it can be written.  */

static int
get_buffer (PyObject *place, Py_buffer *buffer, int flags)
{
  static char nothing;

  return PyBuffer_FillInfo (buffer, place, &nothing, 0,
			    ((struct place *) place)->read_only, flags);
}

/* tp_traverse of SELF: visit the holder.  */

static int
traverse (PyObject *self, visitproc visit, void *arg)
{
  Py_VISIT (((struct place *) self)->holder);
  Py_VISIT (Py_TYPE (self));
  return 0;
}

/* tp_dealloc of SELF: release what it refers to.  */

static void
deallocate (PyObject *self)
{
  struct place *place = (struct place *) self;

  PyObject_GC_UnTrack (self);
  Py_XDECREF (place->holder);
  om_path_clear (&place->path);
  om_unuse (&unused, self);
}

/* Call SELF, a place: raise the TypeError of om_no_extents.  */

static PyObject *
call (PyObject *self, PyObject *args, PyObject *keywords)
{
  (void) args;
  (void) keywords;
  om_no_extents (&((struct place *) self)->path);
  return NULL;
}

/* Make the type of places.  Return 0 or -1.  */

static int
make_type (void)
{
  static PyType_Slot slots[] = {
    { Py_bf_getbuffer, get_buffer },
    { Py_tp_traverse, traverse },
    { Py_tp_dealloc, deallocate },
    { Py_tp_call, call },
    { 0, NULL }
  };
  static PyType_Spec spec = {
    .name = "objmode.place",
    .basicsize = sizeof (struct place),
    .flags = (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC
	      | Py_TPFLAGS_DISALLOW_INSTANTIATION),
    .slots = slots
  };

  place_type = (PyTypeObject *) PyType_FromSpec (&spec);
  return place_type ? 0 : -1;
}

/* Return a new place with the reference HOLDER, which may be NULL and is taken
   over, also in failure.  Its path is to be set.  */

PyObject *
om_place_new (PyObject *holder, int read_only, struct om_path **path)
{
  struct place *place = NULL;

  if (place_type || make_type () == 0)
    place = (struct place *) om_use (&unused, place_type, sizeof *place);
  if (!place)
    {
      Py_XDECREF (holder);
      return NULL;
    }
  place->holder = holder;
  place->read_only = read_only;
  *path = &place->path;
  return (PyObject *) place;
}

/* If OBJECT is a view or a place that was reached through pointers, return how,
   else NULL.  */

static const struct om_path *
path_of (PyObject *object)
{
  const struct om_path *path = NULL;

  if (om_view_p (object))
    path = om_view_path (object);
  else if (place_type && Py_TYPE (object) == place_type)
    path = &((struct place *) object)->path;
  return path && path->n > 0 ? path : NULL;
}

/* Return 1 if OBJECT is the base of an array that was reached through pointers,
   and store its path and its holder, both borrowed; the holder may be NULL.
   Else return 0.  */

int
om_place_path (PyObject *object, const struct om_path **path,
	       PyObject **holder)
{
  struct place *place = (struct place *) object;

  if (!place_type || Py_TYPE (object) != place_type)
    return 0;
  *path = &place->path;
  *holder = place->holder;
  return 1;
}

/* HOLDER is referred to by something that was reached through pointers: return
   that, and store its path and the name of its C type, both new references.
   Return NULL, perhaps with an exception, if there is no such thing.  */

PyObject *
om_reached (PyObject *holder, PyObject **text, PyObject **type)
{
  PyObject *list = om_bootstrap_call ("referrers", "([O])", holder);
  PyObject *found = NULL;

  for (Py_ssize_t i = 0; list && !found && i < PyList_GET_SIZE (list); i++)
    {
      PyObject *object = PyList_GET_ITEM (list, i);
      const struct om_path *path = path_of (object);
      if (!path)
	continue;
      *text = om_path_text (path);
      *type = PyUnicode_FromString (last_step (path)->type.name);
      if (*text && *type)
	found = Py_NewRef (object);
      else
	{
	  Py_XDECREF (*text);
	  Py_XDECREF (*type);
	  break;
	}
    }
  Py_XDECREF (list);
  return found;
}
