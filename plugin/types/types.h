/* types.h - Between typemap.cc, shape.cc, strings.cc and record.cc.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_TYPES_H
#define OBJMODE_TYPES_H 1

#include "block.h"

/* typemap.cc */
extern void objmode_type_error (struct objmode_block *,
				struct objmode_variable *, const char *reason);
extern bool objmode_agrees_p (enum objmode_tsname name, tree type,
			      enum objmode_kind);
extern bool objmode_check_element (struct objmode_block *,
				   struct objmode_variable *, tree type);

extern bool objmode_char_array_p (tree type);
extern bool objmode_dimensions_p (const struct objmode_variable *);
extern bool objmode_rebound_p (const struct objmode_variable *);
extern bool objmode_lasting_p (tree value);
extern void objmode_contradiction (struct objmode_block *,
				   struct objmode_variable *, tree type);

/* record.cc */
extern const char *objmode_record_problem (tree type);
extern bool objmode_check_record (struct objmode_block *,
				  struct objmode_variable *, tree type);
extern void objmode_type_record (struct objmode_block *,
				 struct objmode_variable *, tree type);

/* ndarray.cc */
extern void objmode_type_ndarray (struct objmode_block *,
				  struct objmode_variable *, tree type);

/* shape.cc */
extern void objmode_type_array (struct objmode_block *,
				struct objmode_variable *, tree type);
extern bool objmode_bounded_parameter_p (struct objmode_variable *);
extern tree objmode_declared_extent (struct objmode_block *,
				     struct objmode_variable *, tree type);
extern void objmode_report_dimension (struct objmode_block *,
				      struct objmode_variable *, int d,
				      bool stride, const char *message);
extern bool objmode_check_dimension (struct objmode_block *,
				     struct objmode_variable *, int d);
extern void objmode_report_missing_extent (struct objmode_block *,
					   struct objmode_variable *);
extern const char *objmode_why_not (const struct objmode_variable *v,
				    tree type);

/* reach.cc */
extern void objmode_note_declared (struct objmode_variable *, int first);
extern bool objmode_check_reach (struct objmode_block *,
				 struct objmode_variable *);

/* strings.cc */
extern bool objmode_bytes_pointer_p (const struct objmode_variable *,
				     tree type);
extern bool objmode_type_strings (struct objmode_block *,
				  struct objmode_variable *, tree type);

#endif /* OBJMODE_TYPES_H */
