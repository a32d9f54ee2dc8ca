/* declared.h - What a program has declared about the members of structs.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_DECLARED_H
#define OBJMODE_DECLARED_H 1

#include "block.h"

/* A string of a declaration, a type string, as it was written.  Its parts live
   as long as the tree that it was read from.  */
struct objmode_written
{
  const char *file;
  int line, column;		/* Of its first character.  */
  location_t loc;		/* The same place, or one near it.  */
  const char *text;
  struct objmode_typestring ts;	/* Valid unless MESSAGE is set.  */
  const char *message;		/* What is wrong with TEXT, or NULL.  */
  size_t begin, end;		/* The part of TEXT that is wrong.  */
  const char *extents[OBJMODE_TS_MAX_DIMS];	/* As tokens, or NULL; see
						   marker.def.  */
  const char *strides[OBJMODE_TS_MAX_DIMS];
};

/* written.cc */
extern const char *objmode_string_of (tree argument);
extern bool objmode_read_written (tree records, location_t otherwise,
				  struct objmode_written *);
extern location_t objmode_written_location (const struct objmode_written *,
					    size_t begin, size_t end);
extern bool objmode_written_alike_p (const struct objmode_written *,
				     const struct objmode_written *);

/* declared.cc */
extern bool objmode_declare_extents (tree field, tree records,
				     location_t loc);
extern bool objmode_declare_member (tree type, const char *path, tree records,
				    location_t loc);
extern bool objmode_declared_extents (tree field, const char *path,
				      struct objmode_written *);
extern void objmode_note_described (tree field);

#endif /* OBJMODE_DECLARED_H */
