/* pysource-answer.c - What the package analyse has answered, in C.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of objmode-pysource.so.  The answer of the Python function `analyse' is
   a tuple of tuples, which becomes a struct objmode_pysource.  The GIL is
   held.  */

#include "pysource-answer.h"

/* Return a malloced copy of OBJECT, a borrowed str, or NULL.  */

char *
objmode_copy_string (PyObject *object)
{
  const char *string = PyUnicode_AsUTF8 (object);

  return string ? strdup (string) : NULL;
}

/* Fill *SPAN from OBJECT, a tuple of four ints or None, borrowed.  Return
   false with an exception set if it is neither.  */

static bool
get_span (PyObject *object, struct objmode_pyspan *span)
{
  memset (span, 0, sizeof *span);
  return (object == Py_None
	  || PyArg_ParseTuple (object, "iiii", &span->line, &span->column,
			       &span->end_line, &span->end_column));
}

/* Fill *NAME from OBJECT, a borrowed tuple.  Return whether that worked.  */

static bool
get_name (PyObject *object, struct objmode_pyname *name)
{
  PyObject *string, *read, *assigned, *plain;

  if (!PyArg_ParseTuple (object, "UIOOO", &string, &name->flags, &read,
			 &assigned, &plain))
    return false;
  name->name = objmode_copy_string (string);
  return (name->name && get_span (read, &name->first_read)
	  && get_span (assigned, &name->first_assigned)
	  && get_span (plain, &name->first_plain));
}

/* Fill *DIAGNOSTIC from the tuple OBJECT, borrowed.  Return false if that
   fails.  */

static bool
get_diagnostic (PyObject *object, struct objmode_pydiagnostic *diagnostic)
{
  int kind;
  PyObject *message, *where;

  if (!PyArg_ParseTuple (object, "CUO", &kind, &message, &where))
    return false;
  diagnostic->kind = kind;
  diagnostic->message = objmode_copy_string (message);
  return diagnostic->message && get_span (where, &diagnostic->where);
}

/* Fill *GIVEN from the tuple OBJECT, borrowed.  Return false if that
   fails.  */

static bool
get_given (PyObject *object, struct objmode_pygiven *given)
{
  PyObject *name, *keyword, *where;

  if (!PyArg_ParseTuple (object, "UiUO", &name, &given->number, &keyword,
			 &where))
    return false;
  given->name = objmode_copy_string (name);
  given->keyword = objmode_copy_string (keyword);
  return given->name && given->keyword && get_span (where, &given->where);
}

/* Fill *MEMBER from the tuple OBJECT, borrowed.  Return false if that
   fails.  */

static bool
get_member (PyObject *object, struct objmode_pymember *member)
{
  PyObject *path, *where;

  if (!PyArg_ParseTuple (object, "UiO", &path, &member->subscript, &where))
    return false;
  member->path = objmode_copy_string (path);
  return member->path && get_span (where, &member->where);
}

/* Free SOURCE, which may be NULL or half filled.  */

void
objmode_free_source (struct objmode_pysource *source)
{
  if (!source)
    return;
  for (size_t i = 0; i < source->n_names; i++)
    free ((char *) source->names[i].name);
  for (size_t i = 0; i < source->n_diagnostics; i++)
    free ((char *) source->diagnostics[i].message);
  for (size_t i = 0; i < source->n_given; i++)
    {
      free ((char *) source->given[i].name);
      free ((char *) source->given[i].keyword);
    }
  for (size_t i = 0; i < source->n_members; i++)
    free ((char *) source->members[i].path);
  free (source->members);
  free (source->names);
  free (source->given);
  free (source->diagnostics);
  free (source);
}

/* Fill SOURCE from ANSWER, what `analyse' returned, borrowed.  Return
   false if that fails; SOURCE can be freed then, too.  */

bool
objmode_fill_source (struct objmode_pysource *source, PyObject *answer)
{
  PyObject *places, *names, *diagnostics, *given, *members;
  struct objmode_pyspan *const spans[] = {
    &source->where_return, &source->where_break, &source->where_continue,
    &source->where_value, &source->where_no_value
  };

  if (!PyArg_ParseTuple (answer, "IO!O!O!O!O!", &source->flags,
			 &PyList_Type, &places, &PyList_Type, &names,
			 &PyList_Type, &diagnostics, &PyList_Type, &given,
			 &PyList_Type, &members))
    return false;
  for (int i = 0; i < 5; i++)
    if (!get_span (PyList_GET_ITEM (places, i), spans[i]))
      return false;
  /* One more than needed, so that an empty table is not NULL.  */
  source->names = calloc (PyList_GET_SIZE (names) + 1,
			  sizeof *source->names);
  source->diagnostics = calloc (PyList_GET_SIZE (diagnostics) + 1,
				sizeof *source->diagnostics);
  source->given = calloc (PyList_GET_SIZE (given) + 1,
			  sizeof *source->given);
  source->members = calloc (PyList_GET_SIZE (members) + 1,
			    sizeof *source->members);
  if (!source->names || !source->diagnostics || !source->given
      || !source->members)
    return false;
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE (names); i++)
    if (!get_name (PyList_GET_ITEM (names, i),
		   &source->names[source->n_names++]))
      return false;
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE (diagnostics); i++)
    if (!get_diagnostic (PyList_GET_ITEM (diagnostics, i),
			 &source->diagnostics[source->n_diagnostics++]))
      return false;
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE (given); i++)
    if (!get_given (PyList_GET_ITEM (given, i),
		    &source->given[source->n_given++]))
      return false;
  for (Py_ssize_t i = 0; i < PyList_GET_SIZE (members); i++)
    if (!get_member (PyList_GET_ITEM (members, i),
		     &source->members[source->n_members++]))
      return false;
  return true;
}
