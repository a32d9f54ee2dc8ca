/* tokens.h - Making and taking libcpp tokens.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_TOKENS_H
#define OBJMODE_TOKENS_H 1

#include "gcc-compat.h"

typedef vec<cpp_token> objmode_tokens;

extern cpp_hashnode *objmode_node (const char *name);
extern bool objmode_token_named (const cpp_token *, const char *name);
extern bool objmode_string_token_p (const cpp_token *);
extern bool objmode_end_token_p (const cpp_token *);
extern const cpp_token *objmode_peek (cpp_reader *);
extern cpp_token objmode_take (cpp_reader *);
extern const cpp_token *objmode_give_back (cpp_reader *,
					   const objmode_tokens &);
extern void objmode_push_c_part (objmode_tokens *, const char *text,
				 size_t length, location_t loc, bool located);
extern void objmode_push_c (objmode_tokens *, const char *text,
			    location_t loc);
extern void objmode_push_string (objmode_tokens *, const char *text,
				 location_t loc);
extern void objmode_push_name (objmode_tokens *, const char *name,
			       location_t loc, int flags);
extern void objmode_push_tokens (objmode_tokens *, const objmode_tokens &,
				 unsigned begin, unsigned end);
extern size_t objmode_escape_length (const char *);
extern size_t objmode_escape_value_length (const char *, const char *value);
extern location_t objmode_spelling (location_t);
extern location_t objmode_written (location_t);
extern FILE *objmode_open_at (const char *file, int line);
extern bool objmode_pragma_follows_p (location_t);

#endif /* OBJMODE_TOKENS_H */
