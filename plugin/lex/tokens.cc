/* tokens.cc - Making and taking libcpp tokens.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   A PCH replaces the whole table of identifiers, so no cpp_hashnode is kept.
   All are looked up by name at each use.  */

#include "lex/tokens.h"

/* Return the node of the identifier NAME.  */

cpp_hashnode *
objmode_node (const char *name)
{
  return C_CPP_HASHNODE (get_identifier (name));
}

/* Return true if T is the identifier NAME.  */

bool
objmode_token_named (const cpp_token *t, const char *name)
{
  return t->type == CPP_NAME && t->val.node.node == objmode_node (name);
}

/* Return true if T is a narrow string literal.  */

bool
objmode_string_token_p (const cpp_token *t)
{
  return t->type == CPP_STRING || t->type == CPP_UTF8STRING;
}

/* Return true if T must not be consumed: it is the end of the file or of a
   macro argument, or a pragma.  */

bool
objmode_end_token_p (const cpp_token *t)
{
  return (t->type == CPP_EOF || t->type == CPP_PRAGMA
	  || t->type == CPP_PRAGMA_EOL);
}

/* Return the next token of PFILE that is neither padding nor a comment,
   without consuming it.  Only index 0 is ever peeked at: at a higher one
   libcpp would lex the tokens of directives again.  */

const cpp_token *
objmode_peek (cpp_reader *pfile)
{
  const cpp_token *t = cpp_peek_token (pfile, 0);
  while (t->type == CPP_PADDING || t->type == CPP_COMMENT)
    {
      cpp_get_token (pfile);
      t = cpp_peek_token (pfile, 0);
    }
  return t;
}

/* Consume a token of PFILE, expanding macros, and return a copy of it
   with its (virtual) location.  */

cpp_token
objmode_take (cpp_reader *pfile)
{
  location_t loc;
  const cpp_token *t;
  do
    t = cpp_get_token_with_location (pfile, &loc);
  while (t->type == CPP_PADDING || t->type == CPP_COMMENT);
  cpp_token copy = *t;
  copy.src_loc = loc;
  return copy;
}

/* Mark the LENGTH tokens of TOKENS that are names of macros with parameters:
   they are not to be expanded again.  This is for the end of the main file,
   where such a name has just been read without a complete call.  If libcpp
   looked for the call once more, it would drop the token CPP_EOF and read
   beyond the end.  */

static void
disable_calls (cpp_token *tokens, unsigned length)
{
  for (unsigned i = 0; i < length; i++)
    if (tokens[i].type == CPP_NAME
	&& cpp_fun_like_macro_p (tokens[i].val.node.node))
      tokens[i].flags |= NO_EXPAND;
}

/* Make PFILE read TOKENS again.  Return the first of them as PFILE will
   see it, or NULL if there are none.  */

const cpp_token *
objmode_give_back (cpp_reader *pfile, const objmode_tokens &tokens)
{
  if (tokens.is_empty ())
    return NULL;
  size_t size = sizeof (cpp_token) * tokens.length ();
  cpp_token *copy = (cpp_token *) ggc_internal_alloc (size);
  memcpy (copy, tokens.address (), size);
  if (cpp_get_buffer (pfile) == NULL)
    disable_calls (copy, tokens.length ());
  _cpp_push_token_context (pfile, NULL, copy, tokens.length ());
  return copy;
}

/* Return a token of TYPE at LOC.  A blank goes before it when it is
   printed by -E.  */

static cpp_token
make_token (enum cpp_ttype type, location_t loc)
{
  cpp_token t;
  memset (&t, 0, sizeof t);
  t.src_loc = loc;
  t.type = type;
  t.flags = PREV_WHITE;
  return t;
}

/* Append to TO a token of TYPE at LOC: a number, a string or a character
   constant.  It is spelled TEXT, which has LENGTH bytes.  */

static void
push_literal (objmode_tokens *to, enum cpp_ttype type, const char *text,
	      size_t length, location_t loc)
{
  cpp_token t = make_token (type, loc);
  t.val.str.len = length;
  t.val.str.text
    = (const unsigned char *) ggc_alloc_string (text, (int) length);
  to->safe_push (t);
}

/* Append the identifier NAME at LOC with FLAGS to TO.  */

void
objmode_push_name (objmode_tokens *to, const char *name, location_t loc,
		   int flags)
{
  cpp_token t = make_token (CPP_NAME, loc);
  t.flags |= flags;
  t.val.node.node = t.val.node.spelling = objmode_node (name);
  to->safe_push (t);
}

/* Append FROM[BEGIN] to FROM[END - 1] to TO.  Their locations become those
   where they are spelled, since it does not help anybody that they are
   arguments of `with_objmode'.  */

void
objmode_push_tokens (objmode_tokens *to, const objmode_tokens &from,
		     unsigned begin, unsigned end)
{
  for (unsigned i = begin; i < end; i++)
    {
      cpp_token t = from[i];
      t.flags |= PREV_WHITE;
      if (linemap_location_from_macro_expansion_p (line_table, t.src_loc))
	t.src_loc = objmode_spelling (t.src_loc);
      to->safe_push (t);
    }
}

/* Append to TO, at LOC, an ordinary string literal of TEXT.  It is on one line
   even if TEXT has newlines, so that -E keeps its line numbers.  */

void
objmode_push_string (objmode_tokens *to, const char *text, location_t loc)
{
  size_t n = strlen (text), m = 0;
  char *quoted = XNEWVEC (char, 4 * n + 3);

  quoted[m++] = '"';
  for (size_t i = 0; i < n; i++)
    {
      unsigned char c = text[i];
      if (c == '"' || c == '\\' || c == '?')
	{
	  quoted[m++] = '\\';
	  quoted[m++] = c;
	}
      else if (c >= ' ' && c < 127)
	quoted[m++] = c;
      else
	m += sprintf (quoted + m, "\\%03o", c);
    }
  quoted[m++] = '"';
  quoted[m] = '\0';
  push_literal (to, CPP_STRING, quoted, m, loc);
  free (quoted);
}

/* The punctuators of C, longest first.  */

static const struct { const char *spelling; enum cpp_ttype type; }
punctuators[] = {
  { "<<=", CPP_LSHIFT_EQ }, { ">>=", CPP_RSHIFT_EQ }, { "...", CPP_ELLIPSIS },
  { "<<", CPP_LSHIFT }, { ">>", CPP_RSHIFT }, { "->", CPP_DEREF },
  { "++", CPP_PLUS_PLUS }, { "--", CPP_MINUS_MINUS }, { "&&", CPP_AND_AND },
  { "||", CPP_OR_OR }, { "==", CPP_EQ_EQ }, { "!=", CPP_NOT_EQ },
  { "<=", CPP_LESS_EQ }, { ">=", CPP_GREATER_EQ }, { "+=", CPP_PLUS_EQ },
  { "-=", CPP_MINUS_EQ }, { "*=", CPP_MULT_EQ }, { "/=", CPP_DIV_EQ },
  { "%=", CPP_MOD_EQ }, { "&=", CPP_AND_EQ }, { "|=", CPP_OR_EQ },
  { "^=", CPP_XOR_EQ }, { "(", CPP_OPEN_PAREN }, { ")", CPP_CLOSE_PAREN },
  { "{", CPP_OPEN_BRACE }, { "}", CPP_CLOSE_BRACE },
  { "[", CPP_OPEN_SQUARE }, { "]", CPP_CLOSE_SQUARE }, { ";", CPP_SEMICOLON },
  { ",", CPP_COMMA }, { ".", CPP_DOT }, { "?", CPP_QUERY }, { ":", CPP_COLON },
  { "=", CPP_EQ }, { "+", CPP_PLUS }, { "-", CPP_MINUS }, { "*", CPP_MULT },
  { "/", CPP_DIV }, { "%", CPP_MOD }, { "&", CPP_AND }, { "|", CPP_OR },
  { "^", CPP_XOR }, { "~", CPP_COMPL }, { "!", CPP_NOT }, { "<", CPP_LESS },
  { ">", CPP_GREATER }
};

/* Return the length of the quoted constant at TEXT, of at most LENGTH
   bytes, its quotes included.  */

static size_t
quoted_length (const char *text, size_t length)
{
  size_t i = 1;
  while (i < length && text[i] != text[0])
    i += text[i] == '\\' && i + 1 < length ? 2 : 1;
  return i < length ? i + 1 : length;
}

/* Append the tokens of the C text TEXT, LENGTH bytes, to TO.  All are at BASE
   or, if LOCATED, TEXT itself lies at BASE.  What is not a token of C becomes
   CPP_OTHER, which the parser reports.  Words of TEXT are the plugin's own, and
   no macros of the user, unless LOCATED.  */

void
objmode_push_c_part (objmode_tokens *to, const char *text, size_t length,
		location_t base, bool located)
{
  size_t i = 0;
  while (i < length)
    {
      const char *p = text + i;
      size_t left = length - i, n = 1;
      location_t loc = base;
      if (located)
	loc = linemap_position_for_loc_and_offset (line_table, base, i);

      if (ISSPACE (*p))
	;
      else if (ISIDST (*p))
	{
	  while (n < left && ISIDNUM (p[n]))
	    n++;
	  char *name = xstrndup (p, n);
	  objmode_push_name (to, name, loc, located ? 0 : NO_EXPAND);
	  free (name);
	}
      else if (ISDIGIT (*p) || (*p == '.' && left > 1 && ISDIGIT (p[1])))
	{
	  while (n < left
		 && (ISIDNUM (p[n]) || p[n] == '.'
		     || ((p[n] == '+' || p[n] == '-')
			 && strchr ("eEpP", p[n - 1]))))
	    n++;
	  push_literal (to, CPP_NUMBER, p, n, loc);
	}
      else if (*p == '\'' || *p == '"')
	{
	  n = quoted_length (p, left);
	  push_literal (to, *p == '"' ? CPP_STRING : CPP_CHAR, p, n, loc);
	}
      else
	{
	  unsigned k, count = ARRAY_SIZE (punctuators);
	  for (k = 0; k < count; k++)
	    {
	      n = strlen (punctuators[k].spelling);
	      if (n <= left && !memcmp (p, punctuators[k].spelling, n))
		break;
	    }
	  if (k < count)
	    to->safe_push (make_token (punctuators[k].type, loc));
	  else
	    {
	      n = 1;
	      push_literal (to, CPP_OTHER, p, 1, loc);
	    }
	}
      i += n;
    }
}

/* Append the tokens of the C text TEXT, which is NUL-terminated, to TO.  All
   are at LOC.  No word of TEXT is expanded as a macro of the user.  */

void
objmode_push_c (objmode_tokens *to, const char *text, location_t loc)
{
  objmode_push_c_part (to, text, strlen (text), loc, false);
}

/* Return the number of characters that the escape sequence at P takes.  */

size_t
objmode_escape_length (const char *p)
{
  size_t n = 2;
  if (p[1] >= '0' && p[1] <= '7')
    while (n < 4 && p[n] >= '0' && p[n] <= '7')
      n++;
  else if (p[1] == 'x')
    while (ISXDIGIT (p[n]))
      n++;
  else if (p[1] == 'u')
    n = 6;
  else if (p[1] == 'U')
    n = 10;
  return n;
}

/* Return the number of bytes of the UTF-8 value V that the escape P made.  */

size_t
objmode_escape_value_length (const char *p, const char *v)
{
  size_t n = 1;
  if (p[1] == 'u' || p[1] == 'U')
    while ((v[n] & 0xc0) == 0x80)
      n++;
  return n;
}

/* Return where the token at LOC is spelled in a file.  */

location_t
objmode_spelling (location_t loc)
{
  return linemap_resolve_location (line_table,
				   get_pure_location (line_table, loc),
				   LRK_SPELLING_LOCATION, NULL);
}

/* Return where the user wrote the token at LOC.  If it comes from the
   definition of a macro, return where the macro is used.  */

location_t
objmode_written (location_t loc)
{
  if (linemap_location_from_macro_definition_p (line_table, loc))
    return linemap_resolve_location (line_table, loc,
				     LRK_MACRO_EXPANSION_POINT, NULL);
  return objmode_spelling (loc);
}

/* Open FILE, to be read from LINE, counted from 1, on.  Return NULL if it
   cannot be opened.  Blocks come in the order of their lines, so reading begins
   where the previous call has found its line, if that was before LINE.  */

FILE *
objmode_open_at (const char *file, int line)
{
  static char *last_file;
  static int last_line;
  static long last_offset;
  FILE *f = file != NULL ? fopen (file, "r") : NULL;
  int at = 1;
  char *text = NULL;
  size_t size = 0;

  if (f == NULL)
    return NULL;
  if (last_file != NULL && strcmp (last_file, file) == 0 && last_line <= line
      && fseek (f, last_offset, SEEK_SET) == 0)
    at = last_line;
  while (at < line && getline (&text, &size, f) > 0)
    at++;
  free (text);
  if (at == line)
    {
      if (last_file == NULL || strcmp (last_file, file) != 0)
	{
	  free (last_file);
	  last_file = xstrdup (file);
	}
      last_line = line;
      last_offset = ftell (f);
      /* A pipe has no offsets.  */
      if (last_offset < 0)
	{
	  free (last_file);
	  last_file = NULL;
	}
    }
  return f;
}

/* Return the first character of LINE, a line of C, that is neither white space
   nor of a comment.  *COMMENT says whether the line begins in a comment, and
   is set to whether it ends in one.  */

static const char *
skip_space (const char *line, bool *comment)
{
  for (;; line++)
    if (*comment)
      {
	line = strstr (line, "*/");
	if (line == NULL)
	  return "";
	*comment = false;
	line++;
      }
    else if (line[0] == '/' && line[1] == '/')
      return "";
    else if (line[0] == '/' && line[1] == '*')
      {
	*comment = true;
	line++;
      }
    else if (!ISSPACE (*line))
      return line;
}

/* Return true if the first thing behind the `{' at LOC is a line with a
   pragma.  The source file is read for that. libcpp cannot be asked, since it
   would write out the pragma at once, in front of the block, if it only
   preprocesses.  */

bool
objmode_pragma_follows_p (location_t loc)
{
  expanded_location x = expand_location (objmode_spelling (loc));
  FILE *f = objmode_open_at (x.file, x.line);
  char *text = NULL;
  size_t size = 0;
  bool comment = false;
  const char *p = "";

  if (f == NULL)
    return false;
  /* After #line, FILE may be another file.  */
  if (x.column > 0 && getline (&text, &size, f) >= x.column
      && text[x.column - 1] == '{')
    {
      p = skip_space (text + x.column, &comment);
      while (*p == '\0' && getline (&text, &size, f) > 0)
	p = skip_space (text, &comment);
    }
  fclose (f);
  bool result = false;
  if (*p == '#')
    {
      for (p++; *p == ' ' || *p == '\t'; p++)
	;
      result = strncmp (p, "pragma", strlen ("pragma")) == 0;
    }
  free (text);
  return result;
}
