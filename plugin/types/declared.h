/* declared.h - What a program has declared about the members of structs.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_DECLARED_H
#define OBJMODE_DECLARED_H 1

#include "types/ctype.h"

/* A string of a declaration, a type string, as it was written.  Its parts live
   as long as the tree that it was read from.  */
struct objmode_written
{
  const char *file;
  int line, column;		/* Of its first character.  */
  location_t loc;		/* Where LINE and COLUMN are, or near it.  */
  const char *text;
  struct objmode_typestring ts;	/* Valid unless MESSAGE is set.  */
  const char *message;		/* What is wrong with TEXT, or NULL.  */
  size_t begin, end;		/* The part of TEXT that is wrong.  */
  const char *extents[OBJMODE_TS_MAX_DIMS];	/* As tokens, or NULL; see
						   marker.def.  */
  const char *strides[OBJMODE_TS_MAX_DIMS];
};

/* Return the expression that NAME means in an extent at LOC, or NULL_TREE if
   it has no meaning of its own there.  DATA is the caller's.  */
typedef tree objmode_extent_name (const char *name, location_t loc,
				  void *data);

/* written.cc */
extern const char *objmode_string_of (tree argument);
extern bool objmode_read_written (tree records, location_t otherwise,
				  struct objmode_written *);
extern location_t objmode_written_location (const struct objmode_written *,
					    size_t begin, size_t end);
extern bool objmode_written_alike_p (const struct objmode_written *,
				     const struct objmode_written *);

/* expression.cc */
extern tree objmode_parse_extent (const struct objmode_written *,
				  const char *tokens, objmode_extent_name *,
				  void *data, tree bad);

/* levels.cc */
extern bool objmode_levels (const struct objmode_typestring *, tree type,
			    tree *element, int *levels);

/* member.cc */
extern tree objmode_member_of (tree object, const char *name, location_t);

/* declared.cc */
extern bool objmode_declare_extents (tree field, tree records,
				     location_t loc);
extern bool objmode_declare_member (tree type, const char *path, tree records,
				    location_t loc);
extern bool objmode_declare_parameter (tree decl, tree type, const char *name,
				       tree records, location_t loc);
extern tree objmode_function_declared (tree type);
extern bool objmode_declared_extents (tree field, const char *path,
				      struct objmode_written *);
extern bool objmode_declared_below_p (tree field, const char *path);
extern bool objmode_extents_within (tree field, const struct objmode_within *,
				    struct objmode_written *, bool *outer);
extern void objmode_enter_member (struct objmode_within *inner, tree field,
				  const struct objmode_within *,
				  HOST_WIDE_INT offset);
extern tree objmode_pointed_element (tree type, int *ndim);
extern bool objmode_flexible_p (tree type);
extern char *objmode_path_within (const struct objmode_within *,
				  const char *name);
extern void objmode_note_described (tree field);

#endif /* OBJMODE_DECLARED_H */
