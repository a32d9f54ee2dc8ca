/* kind.cc - Looking up a kind of values.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The table of kinds belongs above all rooms (plugin/kinds.cc), because the
   rows are in files that look kinds up themselves: a struct has members of any
   kind.  It is set once, when the plugin is loaded.  */

#include "types/kind.h"

static const struct objmode_kind_row *const *kinds;

/* Let TABLE, with a row for each enum objmode_kind, be the table of kinds.  It
   is not copied.  */

void
objmode_set_kinds (const struct objmode_kind_row *const *table)
{
  kinds = table;
}

/* Return the row of KIND.  */

const struct objmode_kind_row *
objmode_row_of (enum objmode_kind kind)
{
  gcc_checking_assert (kind < OBJMODE_KINDS);
  return kinds[kind];
}
