/* kinds.c - The conversion table.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#include "values/callable.h"
#include "values/convert.h"
#include "values/record.h"
#include "values/slot.h"

/* The conversion table: a row for each kind of scalar.  */
static om_choose *const choose[OBJMODE_KINDS] = {
  [OBJMODE_KIND_BOOL] = om_choose_bool,
  [OBJMODE_KIND_INT] = om_choose_int,
  [OBJMODE_KIND_FLOAT] = om_choose_float,
  [OBJMODE_KIND_COMPLEX] = om_choose_complex,
  [OBJMODE_KIND_STRING] = om_choose_string,
  [OBJMODE_KIND_CHARS] = om_choose_chars,
  [OBJMODE_KIND_POINTER] = om_choose_pointer,
  [OBJMODE_KIND_OBJECT] = om_choose_object,
  [OBJMODE_KIND_FUNCTION] = om_choose_function,
  [OBJMODE_KIND_RECORD] = om_choose_record,
  [OBJMODE_KIND_NDARRAY] = om_choose_ndarray,
  [OBJMODE_KIND_BYTES] = om_choose_bytes
};

/* Choose the functions for SLOT, no array, by its kind.  Return 0 or -1.  */

int
om_choose_scalar (struct om_slot *slot)
{
  unsigned kind = slot->var->type->kind;

  if (kind >= OBJMODE_KINDS || !choose[kind])
    return om_slot_error (slot, PyExc_TypeError,
			  "internal error: this libobjmode does not have the "
			  "kind %d", (int) kind);
  return choose[kind] (slot);
}
