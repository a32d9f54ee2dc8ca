/* pydump.h - What pytype.cc and pydump.cc share.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_PYDUMP_H
#define OBJMODE_PYDUMP_H 1

#include "types/prototype.h"

/* A part of the file.  */
struct part
{
  FILE *stream;
  char *text;
  size_t size;
};

/* Which type is written: that of a value that the text sees, or of one that it
   gives.  */
enum side
{
  SEEN,
  GIVEN,
  BOTH				/* Numbers as given, the rest as seen.  */
};

/* What the head of the file must have.  */
struct objmode_pyneeds
{
  bool numpy, typing;		/* The modules.  */
  bool arrays;			/* NDArray.  */
  bool views;			/* The base class of structs.  */
  bool functions;		/* The class of C functions.  */
};

/* pytype.cc */
extern struct objmode_pyneeds objmode_pyneeds;
extern FILE *objmode_open_part (struct part *);
extern void objmode_close_part (struct part *);
extern void objmode_finish_part (FILE *f, struct part *);
extern char *objmode_comment_name (const char *file);
extern void objmode_write_place (FILE *f, const char *file, int line);
extern void objmode_write_any (FILE *f);
extern void objmode_write_array (FILE *f, tree type, enum objmode_kind);
extern void objmode_write_scalar (FILE *f, tree type, enum objmode_kind,
				  enum side);
extern void objmode_write_classes (FILE *f);
extern void objmode_make_stub (const char *name, tree decl, bool attribute);
extern void objmode_write_stubs (FILE *f, const vec<const char *> &hidden);
extern bool objmode_member_p (const vec<const char *> &names,
			      const char *name);

#endif /* OBJMODE_PYDUMP_H */
