/* target.c - The structs that pointers lead to.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* There is one record for each type of struct that pointers lead to, made when
   the first of them is followed, since a struct may point to its own type.  The
   names of its members begin with a dot, and messages put the path in front of
   them.  The thread that crosses calls these functions and holds the GIL; there
   are no locks.  */

#include "values/convert.h"
#include "values/follow.h"
#include <stdlib.h>
#include <string.h>

/* The records, which are never freed.  */
static struct om_record **records;
static size_t n_records;

/* Return the record of TYPE if there is one, else NULL.  */

static struct om_record *
lookup (const struct __objmode_type *type)
{
  for (size_t i = 0; i < n_records; i++)
    if (records[i]->origin == type->fields)
      return records[i];
  return NULL;
}

/* Return the record of TYPE, a struct, borrowed, or NULL.  */

struct om_record *
om_record_of (const struct __objmode_type *type)
{
  static const struct __objmode_block no_block;
  struct __objmode_var var = { .name = "", .c_name = "", .type = type };
  struct om_slot slot = { .var = &var, .block = &no_block };
  struct om_record *record = lookup (type), *other, **more;

  if (record)
    return record;
  record = om_record_new (&slot);
  /* Python code may have run.  */
  other = record ? lookup (type) : NULL;
  if (other)
    {
      om_record_release (record);
      return other;
    }
  more = record ? realloc (records, (n_records + 1) * sizeof *more) : NULL;
  if (!more)
    {
      om_record_release (record);
      if (!PyErr_Occurred ())
	PyErr_NoMemory ();
      return NULL;
    }
  records = more;
  return records[n_records++] = record;
}

/* Store in *HOLDER, a new reference, what holds what is reached through the
   pointers of VIEW; NULL if nothing does.  Return 0 or -1.  */

int
om_holder (PyObject *view, PyObject **holder)
{
  *holder = Py_XNewRef (om_view_holder (view));
  return *holder ? 0 : om_lease (holder);
}

/* Return a view of the struct RECORD at DATA, to which the pointer FIELD of
   VIEW, or its element INDEX unless that is -1, has led; or a copy of it if
   that is declared.  */

PyObject *
om_follow (const struct om_field *field, struct om_record *record, char *data,
	   PyObject *view, Py_ssize_t index)
{
  PyObject *holder = NULL, *result;
  char *from;
  int owned;

  if (om_view_distrusted_p (view) && !om_readable_p (data, record->size))
    return om_unreadable (data);
  if (field->flags & OBJMODE_FIELD_COPIED)
    return om_view_copy (record, data);
  if (!(field->flags & OBJMODE_FIELD_LASTING) && om_holder (view, &holder) != 0)
    return NULL;
  result = om_view_reach (record, data, holder,
			  (field->flags & OBJMODE_FIELD_TO_CONST) != 0);
  Py_XDECREF (holder);
  if (result && om_view_distrusted_p (view))
    om_view_distrust (result);
  if (result)
    om_path_follow (om_view_path (result), om_view_path (view),
		    om_view_record (view, &from, &owned), field, index);
  return result;
}
