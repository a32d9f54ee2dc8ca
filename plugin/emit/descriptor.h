/* descriptor.h - Building static records.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_DESCRIPTOR_H
#define OBJMODE_DESCRIPTOR_H 1

#include "block.h"
#include "emit/abi.h"
#include "types/declared.h"

/* descriptor.cc */
extern tree objmode_string (const char *);
extern tree objmode_declare_static (const char *name, tree type);
extern void objmode_define_static (tree var, tree init, bool readonly);
extern tree objmode_static (const char *name, tree type, tree init,
			    bool readonly);
extern tree objmode_integer_address (tree var);
extern tree objmode_address_in (const struct objmode_block *, tree var);
extern tree objmode_lookup_static (const char *name);
extern tree objmode_array_constructor (tree type, const vec<tree> &inits);
extern tree objmode_static_array (const char *name, tree element,
				  const vec<tree> &inits);
extern tree objmode_positions (const struct objmode_pytext *);

/* type-descriptor.cc */
extern tree objmode_type_descriptor (tree type, enum objmode_kind kind,
				     const char *name, tree function);
extern tree objmode_type_within (tree type, enum objmode_kind kind,
				 const char *name, tree function,
				 const struct objmode_within *);
extern tree objmode_bits_descriptor (tree field, enum objmode_kind kind,
				     const char *name);

/* member-extents.cc */
extern tree objmode_member_extents (const struct objmode_written *, tree type,
				    tree outer, int *rank, int *levels);

/* adapter.cc */
extern tree objmode_adapter_address (tree adapter);

/* members.cc */
extern tree objmode_fields (tree type);
extern tree objmode_fields_within (tree type, const struct objmode_within *);
extern tree objmode_ndarray_fields (tree type);

/* callable.cc */
extern tree objmode_pointed_function (tree spelled, tree type,
				      const char *name);
extern tree objmode_function_table (const struct objmode_block *,
				    const vec<objmode_callable> &);

/* ufunc.cc */
extern tree objmode_ufunc_loop (tree decl);

/* convert.cc */
extern void objmode_add_fields (tree frame, struct objmode_variable *,
				bool keeps);
extern tree objmode_variable_descriptor (const struct objmode_block *,
					 const struct objmode_variable *,
					 tree record);

/* seen.cc */
extern tree objmode_seen_names (struct objmode_block *);

/* unit.cc */
extern char *objmode_reserved_name (void);
extern tree objmode_unit (void);

#endif /* OBJMODE_DESCRIPTOR_H */
