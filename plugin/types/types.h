/* types.h - What the files of the stage `type' share.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_TYPES_H
#define OBJMODE_TYPES_H 1

#include "types/ctype.h"

/* report.cc */
extern void objmode_type_error (struct objmode_block *,
				const struct objmode_variable *,
				const char *reason);
extern void objmode_contradiction (struct objmode_block *,
				   const struct objmode_variable *, tree type);
extern void objmode_report_dimension (struct objmode_block *,
				      const struct objmode_variable *, int d,
				      bool stride, const char *message);
extern void objmode_report_missing_extent (struct objmode_block *,
					   const struct objmode_variable *);

/* element.cc */
extern bool objmode_check_element (struct objmode_block *,
				   struct objmode_variable *, tree type);

/* type-record.cc */
extern bool objmode_check_record (struct objmode_block *,
				  struct objmode_variable *, tree type);

/* bound.cc */
extern bool objmode_bounded_parameter_p (const struct objmode_variable *);
extern tree objmode_single_target (const struct objmode_variable *,
				   tree type);

/* type-array.cc */
extern bool objmode_check_dimension (struct objmode_block *,
				     const struct objmode_variable *, int d);
extern tree objmode_declared_extent (const struct objmode_block *,
				     const struct objmode_variable *,
				     tree type);
extern void objmode_type_array (struct objmode_block *,
				struct objmode_variable *, tree type);

/* member-uses.cc */
extern void objmode_check_members (const struct objmode_block *);

/* type-rows.cc */
extern bool objmode_take_rows (struct objmode_block *,
			       struct objmode_variable *, tree type);

/* reach.cc */
extern void objmode_note_declared (struct objmode_variable *, int first);
extern bool objmode_check_reach (struct objmode_block *,
				 struct objmode_variable *);

/* type-strings.cc */
extern bool objmode_memory_p (const struct objmode_variable *, tree type);
extern bool objmode_set_memory_extent (struct objmode_block *,
				       struct objmode_variable *, tree type);

/* type-closure.cc */
extern void objmode_check_given (struct objmode_block *);

/* type-returned.cc */
extern void objmode_type_returned (struct objmode_block *,
				   struct objmode_variable *);

/* uninitialized.cc */
extern void objmode_check_initialized (const struct objmode_block *,
				       const struct objmode_variable *);

/* output.cc */
extern bool objmode_check_output (struct objmode_block *,
				  const struct objmode_variable *, tree target,
				  bool pointer);
extern void objmode_check_replaced (struct objmode_block *,
				    const struct objmode_variable *,
				    tree element, bool output);

#endif /* OBJMODE_TYPES_H */
