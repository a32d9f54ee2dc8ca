/* annotate.h - What the lexer hook hands to the writer of the marker.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_ANNOTATE_H
#define OBJMODE_ANNOTATE_H 1

#include "lex/tokens.h"
#include "text/marker-format.h"

/* A statement that does not assemble, and that only the plugin can remove.  */
#define OBJMODE_NO_PLUGIN						\
  "__asm__ (\".error \\\"objmode block compiled without the objmode"	\
  " plugin\\\"\");"

/* The word for `__attribute__' in the macros of <objmode.h>.  */
#define OBJMODE_OWN_ATTRIBUTE "__objmode_attribute__"

/* What follows an annotation: a block, something else, or the end of the text
   that can be read.  A block is OBJMODE_FOUND_ELSEWHERE if no block of its sort
   may stand there.  */
enum objmode_found
{
  OBJMODE_FOUND_BLOCK,
  OBJMODE_FOUND_OTHER,
  OBJMODE_FOUND_END,
  OBJMODE_FOUND_ELSEWHERE
};

struct objmode_annotation
{
  location_t loc;		/* The place of `__attribute__'.  */
  const char *spelling;		/* "__attribute__" */
  bool module;			/* objmode_module */
  bool hold;			/* objmode_hold */
  bool declaration;		/* A declaration about a type, WHAT.  */
  enum objmode_declaration what;
  objmode_tokens tokens;	/* `((objmode (...)))' and maybe `{' */
  unsigned n_attribute;		/* Tokens up to the last `)'.  */
  bool attribute;		/* Another attribute follows.  */
  objmode_tokens labels;	/* `__label__' declarations of the body.  */
  objmode_tokens literals;	/* The strings of the body, `;' between.  */
  objmode_tokens rest;		/* Tokens read after them.  */
  bool other;			/* Something other than literals follows.  */
  location_t other_loc;		/* The place of that.  */
  bool early;			/* A raw string without a delimiter is
				   in front of that.  */
  bool unquoted;		/* The body is Python without quotes.  */
  bool broken;			/* The body is what was left of a raw string
				   that the language does not have.  */
  bool closed;			/* The `}' has been read: the block is a module
				   block, or mixes text and C.  */
  bool unterminated;		/* The last literal lacks its `;'.  */
};

/* marker.cc: append to OUT the tokens that take A's place.  */
extern void objmode_write_marker (cpp_reader *pfile,
				  struct objmode_annotation *a,
				  objmode_tokens *out);

/* declaration.cc */
extern void objmode_write_declaration (cpp_reader *pfile,
				       struct objmode_annotation *a,
				       enum objmode_declaration what,
				       objmode_tokens *out);

/* hold-text.cc */
extern void objmode_write_hold (const struct objmode_annotation *a,
				objmode_tokens *out);

/* object-text.cc */
extern char *objmode_python_version (void);
extern void objmode_write_fail_safe (const struct objmode_annotation *a,
				     int id, objmode_tokens *out);
extern bool objmode_write_object (cpp_reader *pfile, const cpp_token *token,
				  objmode_tokens *out);

/* own-macro.cc */
extern void objmode_make_conditional (const char *name);
extern void objmode_define_version (void);
extern void objmode_check_attribute_macro (location_t loc);
extern cpp_hashnode *objmode_clauses_macro (void);
extern location_t objmode_last_expansion (const char *name,
					  location_t otherwise);

/* macro.cc */
extern enum objmode_marker_macro objmode_macro_use (cpp_reader *pfile,
						   const char *name,
						   location_t loc);
extern int objmode_empty_call_column (const char *file, int line,
				      int column);

/* annotate.cc */
extern bool objmode_attribute_node_p (cpp_hashnode *node);

/* misplaced.cc */
extern const char *objmode_misplaced_message (const struct objmode_annotation *,
					      enum objmode_found found);
extern void objmode_skip_arguments (cpp_reader *pfile,
				    struct objmode_annotation *a);
extern bool objmode_report_no_clauses (location_t loc, const cpp_token *next,
				       objmode_tokens *out);

/* read-body.cc */
extern void objmode_read_body (cpp_reader *pfile,
			       struct objmode_annotation *a, bool raw);

#endif /* OBJMODE_ANNOTATE_H */
