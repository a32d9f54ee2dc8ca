/* read-body.cc - The literals of a body are read, and what is not literal.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "block.h"
#include "lex/annotate.h"
#include "lex/tokens.h"
#include "text/keyword.h"

/* The type of libcpp's callback for diagnostics.  */
typedef bool diagnostic_callback (cpp_reader *, enum cpp_diagnostic_level,
				  enum cpp_warning_reason, rich_location *,
				  const char *, va_list *);

/* Return true if T is a raw string literal.  If BARE, nothing may stand
   between its quote and its parenthesis.  */

static bool
raw_p (const cpp_token *t, bool bare)
{
  if (!objmode_string_token_p (t))
    return false;
  const char *text = (const char *) t->val.str.text;
  const char *quote = (const char *) memchr (text, '"', t->val.str.len);
  return quote > text && quote[-1] == 'R' && (!bare || quote[1] == '(');
}

/* Return true if NAME is a word with which a statement of Python may begin, and
   is not an ordinary name.  */

static bool
python_word_p (const char *name)
{
  return strcmp (name, "print") == 0 || objmode_keyword_p (name);
}

/* Return true if FIRST and SECOND are the first tokens of a body that is not
   C, but Python without quotes: FIRST is a word with which Python's statements
   begin, and SECOND would be an error in C.  */

static bool
unquoted_p (const cpp_token *first, const cpp_token *second)
{
  if (first->type != CPP_NAME)
    return false;
  const char *name = (const char *) NODE_NAME (first->val.node.node);
  bool print = strcmp (name, "print") == 0;

  if (strcmp (name, "for") == 0 || strcmp (name, "while") == 0
      || strcmp (name, "if") == 0)
    return second->type == CPP_NAME || second->type == CPP_NOT;
  if (!python_word_p (name)
      || C_IS_RESERVED_WORD (HT_IDENT_TO_GCC_IDENT
			     (HT_NODE (first->val.node.node)))
      || lookup_name (get_identifier (name)) != NULL_TREE)
    return false;
  return second->type == (print ? CPP_OPEN_PAREN : CPP_NAME);
}

/* Return the number of braces that T opens, less those that it closes.  A
   quote without an end has become one token with the rest of its line.  */

static int
brace_depth (const cpp_token *t)
{
  if (t->type != CPP_OTHER)
    return (t->type == CPP_OPEN_BRACE) - (t->type == CPP_CLOSE_BRACE);
  int depth = 0;
  for (unsigned i = 0; i < t->val.str.len; i++)
    depth += ((t->val.str.text[i] == '{') - (t->val.str.text[i] == '}'));
  return depth;
}

/* A callback for diagnostics of libcpp that gives none.  */

static bool
give_none (cpp_reader *, enum cpp_diagnostic_level,
	   enum cpp_warning_reason, rich_location *, const char *, va_list *)
{
  return false;
}

/* If SILENT, let PFILE give no diagnostics about tokens; otherwise give it
   back the callback OLD.  Return the callback that it had.  */

static diagnostic_callback *
silence (cpp_reader *pfile, bool silent, diagnostic_callback *old)
{
  cpp_callbacks *callbacks = cpp_get_callbacks (pfile);
  diagnostic_callback *had = callbacks->diagnostic;
  callbacks->diagnostic = silent ? give_none : old;
  return had;
}

/* Return true if T may begin or continue a literal statement: a string or
   a macro that may expand to one.  */

static bool
maybe_literal_p (const cpp_token *t)
{
  return (objmode_string_token_p (t)
	  || (t->type == CPP_NAME && !(t->flags & NO_EXPAND)
	      && cpp_macro_p (t->val.node.node)
	      && !objmode_attribute_node_p (t->val.node.node)));
}

/* Read the declarations of local labels, which come before all others, into
   A->labels.  */

static void
read_labels (cpp_reader *pfile, struct objmode_annotation *a)
{
  while (objmode_token_named (objmode_peek (pfile), "__label__"))
    while (!objmode_end_token_p (objmode_peek (pfile)))
      {
	a->labels.safe_push (objmode_take (pfile));
	if (a->labels.last ().type == CPP_SEMICOLON)
	  break;
      }
}

/* Read the rest of the block A into A->rest, from where it is dropped.  Only
   the marker of a module block may remain at file scope, and one error is
   enough for a block that mixes text and C.  */

static void
close_body (cpp_reader *pfile, struct objmode_annotation *a)
{
  int depth = 1;
  bool silent = a->early || a->unquoted || a->broken;
  diagnostic_callback *old = NULL;

  /* The end of a raw string and an apostrophe in Python look like the
     beginnings of constants that do not end.  */
  if (silent)
    old = silence (pfile, true, NULL);
  for (unsigned i = 0; i < a->rest.length (); i++)
    depth += brace_depth (&a->rest[i]);
  while (depth > 0 && !objmode_end_token_p (objmode_peek (pfile)))
    {
      a->rest.safe_push (objmode_take (pfile));
      depth += brace_depth (&a->rest.last ());
    }
  if (silent)
    silence (pfile, false, old);
  a->closed = depth <= 0;
}

/* Report the raw string at LOC, which the language does not have.  */

static void
report_raw (location_t loc)
{
  error_at (objmode_spelling (loc), "raw string literals need"
	    " %<-std=gnu99%> or later; use ordinary string literals");
}

/* Read the first token of the body of A, which is not a literal, into A->rest,
   and set A->unquoted.  */

static void
check_unquoted (cpp_reader *pfile, struct objmode_annotation *a)
{
  const cpp_token *t = objmode_peek (pfile);
  if (t->type != CPP_NAME || a->module || flag_preprocess_only
      || objmode_attribute_node_p (t->val.node.node)
      || cpp_macro_p (t->val.node.node)
      || !python_word_p ((const char *) NODE_NAME (t->val.node.node)))
    return;
  a->rest.safe_push (objmode_take (pfile));
  a->unquoted = unquoted_p (&a->rest[0], objmode_peek (pfile));
}

/* Read the literal statements at the head of the body, behind declarations of
   labels, into A->literals, a CPP_SEMICOLON after each.  What was read of
   another statement goes to A->rest.  RAW says that the language has raw
   strings.  If it has not, a body in which one was cut into tokens is read to
   its end, and A->broken is set.  */

void
objmode_read_body (cpp_reader *pfile, struct objmode_annotation *a, bool raw)
{
  bool reported = raw;
  read_labels (pfile, a);
  for (;;)
    {
      const cpp_token *t = objmode_peek (pfile);
      bool in_statement = (!a->literals.is_empty ()
			   && a->literals.last ().type != CPP_SEMICOLON);
      if (!reported && (objmode_token_named (t, "R") || raw_p (t, false)))
	{
	  report_raw (t->src_loc);
	  reported = true;
	  /* The string was cut into tokens, in the argument of a macro or
	     because R is a macro.  */
	  a->broken = !raw_p (t, false);
	}
      if (a->broken)
	{
	  close_body (pfile, a);
	  return;
	}
      if (objmode_end_token_p (t)
	  || !(maybe_literal_p (t)
	       || (in_statement && t->type == CPP_SEMICOLON)))
	break;
      cpp_token taken = objmode_take (pfile);
      if (objmode_string_token_p (&taken)
	  || (in_statement && taken.type == CPP_SEMICOLON))
	a->literals.safe_push (taken);
      else
	{
	  a->rest.safe_push (taken);
	  break;
	}
    }
  if (a->literals.is_empty () && a->labels.is_empty () && a->rest.is_empty ())
    check_unquoted (pfile, a);
  const cpp_token *t = objmode_peek (pfile);
  bool in_statement = (!a->literals.is_empty ()
		       && a->literals.last ().type != CPP_SEMICOLON);
  /* If the file ends here, the parser reports enough.  */
  bool end = t->type == CPP_EOF && cpp_get_buffer (pfile) == NULL;
  if (!a->labels.is_empty ()
      || (!a->rest.is_empty () ? a->rest[0].type != CPP_CLOSE_BRACE
	  : t->type != CPP_CLOSE_BRACE && !end))
    {
      a->other = true;
      a->other_loc = objmode_written (a->rest.is_empty () ? t->src_loc
				      : a->rest[0].src_loc);
      a->early = in_statement && raw_p (&a->literals.last (), true);
    }
  /* `"text" }' lacks its semicolon, which the parser is to report.  The plugin
     itself reports `"text" int y;', but `"text", y = 1;' is an expression.  */
  bool name = (a->rest.is_empty () ? t : &a->rest[0])->type == CPP_NAME;
  if (in_statement && !(a->other && name))
    a->unterminated = true;
  if (a->module || a->unquoted
      || (a->other && !a->literals.is_empty () && !flag_preprocess_only))
    close_body (pfile, a);
}
