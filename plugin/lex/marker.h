/* marker.h - The marker that is being written.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_MARKER_H
#define OBJMODE_MARKER_H 1

#include "lex/annotate.h"
#include "text/marker-format.h"

struct marker_writer
{
  cpp_reader *pfile;
  struct objmode_annotation *a;
  int id;
  int n_clauses;
  objmode_tokens strings;	/* The arguments of the attribute.  */
  objmode_tokens decls;		/* The declarations behind the typedef.  */
  char *text;			/* The Python text so far, malloced.  */
  size_t length;
  int line, column;		/* Where its end is.  Lines are counted from 1,
				   columns from 0.  */
};

/* writer.cc */
extern void objmode_add_record (struct marker_writer *w,
				enum objmode_marker_record id,
				const char *format, ...) ATTRIBUTE_PRINTF_3;
extern void objmode_add_decl (struct marker_writer *w, location_t loc,
			      const char *format, ...) ATTRIBUTE_PRINTF_3;
extern char *objmode_literal_value (cpp_reader *pfile, const cpp_token *t,
				    bool *nul);
extern char *objmode_literals_value (struct marker_writer *w, unsigned begin,
				     unsigned end);

/* marker-text.cc */
extern void objmode_add_text (struct marker_writer *w);
extern void objmode_add_macros (struct marker_writer *w);
extern void objmode_add_names (struct marker_writer *w);

#endif /* OBJMODE_MARKER_H */
