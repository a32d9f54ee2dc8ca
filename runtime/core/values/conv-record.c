/* conv-record.c - Structs.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The kind of structs: what a variable, an element, an argument and a member of
   such a type is.  What is done to structs is in record.c, record-view.c,
   record-out.c, record-fill.c and argument-struct.c.  The thread that crosses
   calls these functions and holds the GIL; there are no locks.  */

#include "values/callable.h"
#include "values/convert.h"
#include "values/follow.h"
#include <string.h>

/* Return a view of the struct whose address is at P, None for NULL.  In a block
   that sees all names, the text may be a debugger, which looks at members that
   nobody has set.  */

static PyObject *
to_python (const struct om_slot *slot, const void *p)
{
  char *data;
  uint32_t flags = slot->var->flags;
  PyObject *view;

  memcpy (&data, p, sizeof data);
  if (!data)
    return Py_NewRef (Py_None);
  if (flags & OBJMODE_VAR_COPY)
    return om_view_copy (slot->record, data);
  view = om_view_new (slot->record, data, NULL,
		      (flags & OBJMODE_VAR_CONST) != 0);
  if (view && slot->block
      && (slot->block->flags & OBJMODE_BLOCK_ALL_NAMES))
    om_view_distrust (view);
  if (view && slot->is_view)
    om_view_lend (view);
  return view;
}

static const struct om_operations operations = {
  .convert = om_record_convert, .recheck = om_record_recheck,
  .copy = om_record_copy, .drop = om_drop_array,
  .bytes_out = om_record_bytes, .argument = om_value_argument, .holds = 1,
  .result = om_struct_result
};

static const struct om_operations array_operations = {
  .convert = om_record_convert_array, .recheck = om_record_recheck,
  .copy = om_record_copy,
  .drop = om_drop_array, .bytes_in = om_array_bytes_in,
  .bytes_out = om_record_bytes
};

/* Choose the functions for SLOT, a struct that is not an element of an array,
   and make its record.  Return 0 or -1.  */

static int
choose (struct om_slot *slot)
{
  uint32_t flags = slot->var->flags;

  slot->record = om_record_new (slot);
  if (!slot->record)
    return -1;
  slot->operations = &operations;
  slot->to_python = to_python;
  slot->is_view = !(flags & (OBJMODE_VAR_COPY | OBJMODE_VAR_STATIC));
  return 0;
}

/* Choose the functions for SLOT, an array of structs, and make their record.
   Return 0 or -1.  */

static int
choose_array (struct om_slot *slot)
{
  slot->record = om_record_new (slot);
  if (!slot->record || om_choose_array (slot) != 0)
    return -1;
  slot->operations = &array_operations;
  return 0;
}

/* Choose the functions for SLOT, a struct that a C function gets or returns,
   or a pointer to one, and make its record.  Return 0 or -1.  */

static int
choose_passed (struct om_slot *slot)
{
  slot->record = om_record_new (slot);
  slot->operations = &operations;
  return slot->record ? 0 : -1;
}

/* Choose the conversion of the member FIELD, a struct or an array of structs,
   whose members are those of GIVEN.  Return 0 or -1.  */

static int
choose_member (struct om_field *field, const struct __objmode_type *given)
{
  field->type.fields = given->fields;
  field->slot.record = om_record_new (&field->slot);
  field->type.fields = NULL;
  if (!field->slot.record)
    return -1;
  if (field->ndim == 0)
    return 0;
  field->var.flags |= OBJMODE_VAR_ARRAY;
  return om_choose_elements (field);
}

/* Return the dtype of the struct of SLOT.  If SLOT has no record, it is that of
   the record which all pointers to the type share.  */

static PyObject *
dtype (const struct om_slot *slot)
{
  struct om_record *record = (slot->record ? slot->record
			      : om_record_of (slot->var->type));

  return record ? om_record_dtype (record) : NULL;
}

static const struct om_member_operations member = {
  .choose = choose_member
};

const struct om_kind om_kind_RECORD = {
  .choose = choose, .choose_array = choose_array,
  .choose_passed = choose_passed, .dtype = dtype, .by_address = 1,
  .names_target = 1, .member = &member
};
