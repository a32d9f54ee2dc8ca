/* table.c - Arrays of structs as tables.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* objmode.table (f) has a column for each number in a struct.  What the columns
   are made of is told here, and record.py makes them.  The thread that crosses
   calls these functions and holds the GIL; there are no locks.  */

#include "values/convert.h"
#include "values/offers.h"
#include "values/record.h"

/* Return what a column of FIELD is made of, see add_columns.  */

static const char *
sort_of (const struct om_field *field)
{
  if (om_hidden_p (field))
    return "hidden";
  if (field->slot.record)
    return "struct";
  if (field->flags & OBJMODE_FIELD_BYTES)
    return "union";
  return field->member && field->member->column ? field->member->column
	 : "view";
}

/* Return the members of RECORD as add_columns wants them, a list, or NULL.  */

static PyObject *
layout_of (const struct om_record *record)
{
  PyObject *list = PyList_New (0);

  for (uint32_t i = 0; list && i < record->n_fields; i++)
    {
      const struct om_field *field = &record->fields[i];
      int ndim = field->ndim - ((field->flags & OBJMODE_FIELD_BYTES) != 0);
      PyObject *inner, *shape, *row = NULL;

      if (field->flags & OBJMODE_FIELD_FLEXIBLE)
	continue;
      inner = (field->slot.record ? layout_of (field->slot.record)
	       : Py_NewRef (Py_None));
      shape = inner ? om_shape_tuple (field->shape, ndim) : NULL;
      if (shape)
	row = Py_BuildValue ("(OOsOO)", field->spelled, field->name,
			     sort_of (field), shape, inner);
      if (!row || PyList_Append (list, row) != 0)
	Py_CLEAR (list);
      Py_XDECREF (row);
      Py_XDECREF (shape);
      Py_XDECREF (inner);
    }
  return list;
}

/* The Python function table (ARRAY).  */

static PyObject *
table (PyObject *self, PyObject *array)
{
  struct om_record *record = om_record_of_array (array, "table");
  PyObject *layout = record ? layout_of (record) : NULL, *result = NULL;
  PyObject *structs = layout ? om_offer_structs () : NULL;

  (void) self;
  if (structs)
    result = om_bootstrap_call ("make_table", "(OOO)", array, layout, structs);
  Py_XDECREF (structs);
  Py_XDECREF (layout);
  return result;
}

/* The function objmode.table.  */
PyMethodDef om_offer_table = {
  "table", table, METH_O,
  "table($module, array, /)\n--\n\n"
  "Return a dict of the columns of ARRAY, of C structs, as\n"
  "pandas.DataFrame takes it.  Numbers are views without a copy."
};
