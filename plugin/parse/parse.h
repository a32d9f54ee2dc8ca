/* parse.h - What runs while the front end parses.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_PARSE_H
#define OBJMODE_PARSE_H 1

#include "block.h"

/* decode.cc */
extern int objmode_marker_version (tree args);
extern struct objmode_block *objmode_new_block (tree marker, int id,
						tree args);

/* clause.cc */
extern void objmode_note_label (tree decl);

/* resolve.cc */
extern void objmode_mark_names (const struct objmode_block *);

/* counts.cc */
extern void objmode_note_counts (const struct objmode_block *,
				 struct objmode_variable *);

/* other-names.cc */
extern bool objmode_object_p (tree decl);
extern bool objmode_text_decl_p (tree decl);
extern void objmode_mark_used (tree decl);
extern void objmode_see_names (struct objmode_block *block);
extern const char *objmode_meant_name (const char *name, bool text);
extern void objmode_resolve_other (struct objmode_block *,
				   const struct objmode_pyname *, tree decl);

/* mentions.cc */
extern bool objmode_note_object (tree decl, tree args);

/* hold-marker.cc */
extern tree objmode_handle_hold (tree *node, tree name, tree args, int flags,
				 bool *no_add_attrs);

/* declare.cc */
extern tree objmode_handle_declaration (tree *node, tree name, tree args,
					int flags, bool *no_add_attrs);

/* scoped.cc */
extern void objmode_check_scoped (tree decl);

#endif /* OBJMODE_PARSE_H */
