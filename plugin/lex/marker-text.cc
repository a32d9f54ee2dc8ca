/* marker-text.cc - The Python text in the marker, and where it lies.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "lex/marker.h"
#include "lex/annotate.h"
#include "lex/tokens.h"
#include "tools/python.h"

/* Record that LINE, COLUMN of the C file is where the text of W goes on.  */

static void
add_position (struct marker_writer *w, int line, int column)
{
  objmode_add_record (w, OBJMODE_MARKER_POSITION, "%d:%d:%d:%d", w->line,
		      w->column, line, column);
}

/* Record the positions of a string literal that is not a raw one.  SPELLING is
   the whole literal, of LENGTH bytes, and VALUE its value.  It begins at LINE,
   COLUMN (0-based).  */

static void
add_ordinary_positions (struct marker_writer *w, const char *spelling,
			size_t length, const char *value, int line,
			int column)
{
  const char *v = value;
  size_t i = (const char *) memchr (spelling, '"', length) - spelling + 1;

  add_position (w, line, column + i);
  while (i + 1 < length && *v != '\0')
    {
      size_t from = 1, to = 1;
      bool newline = *v == '\n';
      if (spelling[i] == '\\')
	{
	  from = objmode_escape_length (spelling + i);
	  to = objmode_escape_value_length (spelling + i, v);
	}
      i += from;
      v += to;
      w->column += to;
      if (newline)
	{
	  w->line++;
	  w->column = 0;
	}
      if (newline || from != to)
	add_position (w, line, column + i);
    }
}

/* Append the literal T to the text of W.  */

static void
add_literal (struct marker_writer *w, const cpp_token *t)
{
  bool nul;
  char *value = objmode_literal_value (w->pfile, t, &nul);
  size_t n = strlen (value);
  const char *spelling = (const char *) t->val.str.text;
  size_t length = t->val.str.len;
  expanded_location at = expand_location (objmode_spelling (t->src_loc));
  const char *quote = (const char *) memchr (spelling, '"', length);

  if (quote > spelling && quote[-1] == 'R')
    {
      const char *paren = (const char *) memchr (spelling, '(', length);
      add_position (w, at.line, at.column - 1 + (paren - spelling) + 1);
      for (const char *p = value; *p; p++)
	{
	  w->column++;
	  if (*p == '\n')
	    {
	      w->line++;
	      w->column = 0;
	    }
	}
    }
  else
    add_ordinary_positions (w, spelling, length, value, at.line,
			    at.column - 1);

  if (nul)
    objmode_add_record (w, OBJMODE_MARKER_NUL, "%d:%d", w->line, w->column);
  w->text = XRESIZEVEC (char, w->text, w->length + n + 2);
  memcpy (w->text + w->length, value, n + 1);
  w->length += n;
  free (value);
}

/* Collect the text of W from the literals of the body.  Literal
   statements follow each other like lines.  */

void
objmode_add_text (struct marker_writer *w)
{
  w->text = XCNEWVEC (char, 2);
  w->line = 1;
  for (unsigned i = 0; i < w->a->literals.length (); i++)
    {
      const cpp_token *t = &w->a->literals[i];
      if (t->type != CPP_SEMICOLON)
	add_literal (w, t);
      else if (w->length > 0 && w->text[w->length - 1] != '\n'
	       && i + 1 < w->a->literals.length ())
	{
	  w->text[w->length++] = '\n';
	  w->text[w->length] = '\0';
	  w->line++;
	  w->column = 0;
	}
    }
}

/* Declare the value of NAME, the macro number N of W's text.  */

static void
add_macro (struct marker_writer *w, const char *name, unsigned n)
{
  objmode_add_record (w, OBJMODE_MARKER_MACRO, "%s", name);
  objmode_add_decl (w, w->a->loc,
		    "__extension__ const __auto_type __objmode_k%u_%d"
		    " __attribute__ ((__unused__)) = (", n, w->id);
  objmode_push_name (&w->decls, name, w->a->loc, 0);
  objmode_add_decl (w, w->a->loc, ");");
}

/* Record what the text of W can use of the macro NAME.  *N is the number of
   macros whose values have been declared, and is updated.  */

static void
add_name (struct marker_writer *w, const char *name, unsigned *n)
{
  enum objmode_marker_macro use
    = objmode_macro_use (w->pfile, name, w->a->loc);
  if (use == OBJMODE_MACRO_CONSTANT && !w->a->module)
    add_macro (w, name, (*n)++);
  else if (use != OBJMODE_MACRO_NONE)
    objmode_add_record (w, OBJMODE_MARKER_UNSEEN, "%c:%s", use, name);
}

/* If NODE is a macro without parameters, append its name to DATA, a vector.
   PFILE is not needed.  Return 1, so that the iteration goes on.  */

static int
collect_macro (cpp_reader *, cpp_hashnode *node, void *data)
{
  auto_vec<const char *> *names = (auto_vec<const char *> *) data;

  if (node->type == NT_USER_MACRO && !(node->flags & NODE_CONDITIONAL)
      && node->value.macro->kind == cmk_macro
      && !node->value.macro->fun_like
      && strcmp (expand_location (node->value.macro->line).file, "<built-in>")
	 != 0)
    names->safe_push ((const char *) NODE_NAME (node));
  return 1;
}

/* Compare the strings to which A and B point.  */

static int
compare_strings (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The text of W may look for any name while it runs.  Declare the value of each
   constant macro that is not in SEEN.  *N is as in add_name.  */

static void
add_all_macros (struct marker_writer *w, hash_set<nofree_string_hash> *seen,
		unsigned *n)
{
  auto_vec<const char *> names;

  cpp_forall_identifiers (w->pfile, collect_macro, &names);
  names.qsort (compare_strings);
  for (unsigned i = 0; i < names.length (); i++)
    if (!seen->add (names[i])
	&& objmode_macro_use (w->pfile, names[i], w->a->loc)
	   == OBJMODE_MACRO_CONSTANT)
      add_macro (w, names[i], (*n)++);
}

/* Return true if SEEN, the names in a text, has one of a function that sees all
   names.  Whether the text calls it is not known yet.  */

static bool
sees_all_p (hash_set<nofree_string_hash> *seen)
{
  static const char *const words[] = {
    "breakpoint", "locals", "vars", "dir", "eval", "exec", "embed", "interact",
    "set_trace", "breakpointhook"
  };

  for (unsigned i = 0; i < ARRAY_SIZE (words); i++)
    if (seen->contains (words[i]))
      return true;
  return false;
}

/* Declare the value of each constant macro whose name is in the text of W, and
   record the other macros.  The text of a module block has no values of macros.
   Names in comments and strings count too, which does no harm, since what the
   text does not use is dropped.  */

void
objmode_add_macros (struct marker_writer *w)
{
  hash_set<nofree_string_hash> seen;
  unsigned n_macros = 0;
  const char *p = w->text;

  while (*p)
    {
      if (!ISIDST (*p) && (unsigned char) *p < 0x80)
	{
	  p += ISDIGIT (*p) ? strspn (p, "0123456789abcdefABCDEFxX_.") : 1;
	  continue;
	}
      size_t n = 1;
      while (ISIDNUM (p[n]) || (unsigned char) p[n] >= 0x80)
	n++;
      /* A string that GCC keeps.  */
      const char *name
	= IDENTIFIER_POINTER (get_identifier_with_length (p, n));
      p += n;
      if (seen.add (name))
	continue;
      auto_vec<const char *> names;
      objmode_c_names (objmode_ascii_p (name) ? name
		       : objmode_python_name (name), &names);
      for (unsigned i = 0; i < names.length (); i++)
	if (strcmp (names[i], name) == 0 || !seen.add (names[i]))
	  add_name (w, names[i], &n_macros);
    }
  if (!w->a->module && sees_all_p (&seen))
    add_all_macros (w, &seen, &n_macros);
}

/* The body of W mixes text and C, and is not compiled.  Append its names in C
   to the text, so that the variables that it uses count as used.  */

void
objmode_add_names (struct marker_writer *w)
{
  if (w->a->module || !w->a->closed)
    return;
  for (unsigned i = 0; i < w->a->rest.length (); i++)
    if (w->a->rest[i].type == CPP_NAME)
      {
	char *text = concat (w->text, "\n", (const char *) NODE_NAME
			     (w->a->rest[i].val.node.node), NULL);
	free (w->text);
	w->text = text;
      }
}
