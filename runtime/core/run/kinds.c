/* kinds.c - The conversion table.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* One row for each kind of objmode-kinds.def; what is in it says kind.h.  The
   rows are in the files of values/, which must not know each other.  Constant
   data: any thread reads it, with or without the GIL.  */

#include "run/run.h"
#include "values/kind.h"

const struct om_kind *const om_kind_table[OBJMODE_KINDS] = {
#define OBJMODE_KIND(NAME, STRING) [OBJMODE_KIND_##NAME] = &om_kind_##NAME,
#include "objmode-kinds.def"
#undef OBJMODE_KIND
};
