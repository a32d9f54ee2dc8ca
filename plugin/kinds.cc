/* kinds.cc - The table of kinds of values.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   There is one row for each kind of objmode-kinds.def, as types/kind.h
   describes it.  The rows are in files of types/, which look each other up in
   this table.  */

#include "pipeline.h"
#include "types/kind.h"

/* Let the room types/ use the table.  */

void
objmode_install_kinds (void)
{
  static const struct objmode_kind_row *const table[] = {
#define OBJMODE_KIND(NAME, STRING) &objmode_row_##NAME,
#include "objmode-kinds.def"
#undef OBJMODE_KIND
  };
  objmode_set_kinds (table);
}
