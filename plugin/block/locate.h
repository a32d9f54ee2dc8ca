/* locate.h - Places in a block, and hints.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_LOCATE_H
#define OBJMODE_LOCATE_H 1

#include "block.h"

/* locate.cc */
extern location_t objmode_location (const char *file, int line, int column,
				    location_t otherwise);
extern location_t objmode_text_location (const struct objmode_block *,
					 const struct objmode_pyspan *);
extern location_t objmode_type_location (const struct objmode_block *,
					 const struct objmode_clause *,
					 size_t begin, size_t end);
extern void objmode_add_clause_fixit (rich_location *,
				      const struct objmode_block *,
				      const char *clause);

#endif /* OBJMODE_LOCATE_H */
