/* kind.c - Looking up the kind of a value.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The table of kinds belongs to the room above (run/kinds.c), because the rows
   are in files that look kinds up themselves: a struct has members of any kind.
   It is set once, at the start, before any block can run; the GIL is held here
   as everywhere in this room, and there are no locks.  */

#include "values/kind.h"

static const struct om_kind *const *kinds;

/* Let TABLE, with a row for each enum objmode_kind, be the table of kinds.
   GIL not needed.  */

void
om_set_kinds (const struct om_kind *const *table)
{
  kinds = table;
}

/* Return the kind of the values of SLOT.  One that this libobjmode does not
   have is told by a row of zeros.  GIL not needed.  */

const struct om_kind *
om_kind_of (const struct om_slot *slot)
{
  static const struct om_kind none;
  unsigned kind = slot->var->type->kind;

  return kind < OBJMODE_KINDS ? kinds[kind] : &none;
}

/* Choose the functions for SLOT, which is not an array, by its kind.  Return 0
   or -1.  */

int
om_choose_value (struct om_slot *slot)
{
  const struct om_kind *kind = om_kind_of (slot);

  if (!kind->choose)
    return om_slot_error (slot, PyExc_TypeError,
			  "internal error: this libobjmode does not have the "
			  "kind %d",
			  (int) slot->var->type->kind);
  return kind->choose (slot);
}
