/* descriptor.h - Building static records and functions.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_DESCRIPTOR_H
#define OBJMODE_DESCRIPTOR_H 1

#include "block.h"
#include "emit/abi.h"

/* descriptor.cc */
extern tree objmode_number (HOST_WIDE_INT);
extern tree objmode_integer_address (tree var);
extern tree objmode_address_in (const struct objmode_block *, tree var);
extern tree objmode_lookup_static (const char *name);
extern tree objmode_declare_static (const char *name, tree type);
extern void objmode_define_static (tree var, tree init, bool readonly);
extern tree objmode_array_constructor (tree type, const vec<tree> &inits);
extern tree objmode_static_array (const char *name, tree element,
				  const vec<tree> &inits);

/* convert.cc */
extern tree objmode_body_member (const struct objmode_block *, tree frame,
				 unsigned number);
/* The member NAME of struct __objmode_body in FRAME, a variable: the frame of
   BLOCK, which has a C body.  An lvalue.  */
#define OBJMODE_BODY_MEMBER(BLOCK, FRAME, NAME)				\
  objmode_body_member (BLOCK, FRAME, OBJMODE_NUMBER_OF (body, NAME))
extern tree objmode_begin_frame (void);
extern void objmode_finish_frame (tree frame);
extern tree objmode_add_field (tree record, tree type);
extern tree objmode_type_descriptor (tree type, enum objmode_kind kind,
				     const char *name, tree function);
extern tree objmode_bits_descriptor (tree field, enum objmode_kind kind,
				     const char *name);

/* callable.cc */
extern tree objmode_pointed_function (tree type, const char *name);
extern tree objmode_function_table (const struct objmode_block *);

/* record.cc */
extern tree objmode_fields (tree type);

/* ndarray.cc */
extern tree objmode_ndarray_fields (tree type);

/* function.cc */
extern tree objmode_begin_function (tree name, tree type, tree like,
				    location_t loc);
extern tree objmode_passed_type (tree type);
extern tree objmode_add_parameter (tree fn, tree type);
extern void objmode_finish_function (tree fn, tree vars, tree body);
extern tree objmode_keep (tree type);
extern void objmode_add_keep (const struct objmode_block *, tree *list, tree t);

#endif /* OBJMODE_DESCRIPTOR_H */
