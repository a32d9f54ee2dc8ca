/* function.h - Building functions and frames.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_FUNCTION_H
#define OBJMODE_FUNCTION_H 1

#include "block.h"
#include "emit/abi.h"

/* The member NAME of struct __objmode_body in FRAME, a variable that is the
   frame of BLOCK, which has a C body.  The result is an lvalue.  */
#define OBJMODE_BODY_MEMBER(BLOCK, FRAME, NAME)				\
  objmode_body_member (BLOCK, FRAME, OBJMODE_NUMBER_OF (body, NAME))

/* function.cc */
extern tree objmode_begin_function (tree name, tree type, tree like,
				    location_t loc);
extern tree objmode_passed_type (tree type);
extern tree objmode_add_parameter (tree fn, tree type);
extern void objmode_finish_function (tree fn, tree vars, tree body);
extern tree objmode_keep (tree type);
extern void objmode_add_keep (const struct objmode_block *, tree *list,
			      tree t);
extern tree objmode_block_local (const struct objmode_block *,
				 const char *name, tree type, tree *vars);

/* frame.cc */
extern tree objmode_begin_frame (void);
extern void objmode_finish_frame (tree frame);
extern tree objmode_add_field (tree frame, tree type);
extern tree objmode_body_member (const struct objmode_block *, tree frame,
				 unsigned number);

/* run.cc */
extern tree objmode_load_run (location_t loc, tree address);
extern tree objmode_call_runtime (location_t loc, tree function, tree address,
				  tree frame);

/* bounds.cc */
extern tree objmode_bad_variable (tree fn);
extern tree objmode_extents_function (tree fn, tree values, tree bad,
				      const vec<tree> &extents);

#endif /* OBJMODE_FUNCTION_H */
