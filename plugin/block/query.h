/* query.h - Questions about the record of a block, and its places.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_QUERY_H
#define OBJMODE_QUERY_H 1

#include "block.h"

/* query.cc */
extern const struct objmode_clause *objmode_lookup_clause
  (const struct objmode_block *, enum objmode_clause_kind);
extern bool objmode_reports_p (const struct objmode_block *);
extern bool objmode_sees_all_p (const struct objmode_block *);
extern unsigned objmode_name_flags (const struct objmode_block *,
				    const char *name);
extern bool objmode_leaves_p (const struct objmode_block *);
extern tree objmode_status_p (const struct objmode_block *, tree status,
			      bool failed);
extern bool objmode_dimensions_p (const struct objmode_variable *);
extern bool objmode_rebound_p (const struct objmode_variable *);
extern bool objmode_marker_decl_p (tree decl);
extern void objmode_note_word (const struct objmode_clause *);

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

#endif /* OBJMODE_QUERY_H */
