/* macro.cc - Macros whose values Python text may use.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Macros are known only while libcpp reads the block.  */

#include "lex/annotate.h"
#include "lex/tokens.h"

/* The most tokens that are looked at to find what a macro expands to.  */
#define MOST_TOKENS 10000

/* Return true if tokens of TYPE stand between operands.  */

static bool
binary_p (enum cpp_ttype type)
{
  switch (type)
    {
    case CPP_PLUS: case CPP_MINUS: case CPP_MULT: case CPP_DIV:
    case CPP_MOD: case CPP_LSHIFT: case CPP_RSHIFT: case CPP_AND:
    case CPP_OR: case CPP_XOR: case CPP_AND_AND: case CPP_OR_OR:
    case CPP_EQ_EQ: case CPP_NOT_EQ: case CPP_LESS: case CPP_GREATER:
    case CPP_LESS_EQ: case CPP_GREATER_EQ:
      return true;
    default:
      return false;
    }
}

/* Return true if tokens of TYPE stand in front of operands.  */

static bool
unary_p (enum cpp_ttype type)
{
  return (type == CPP_PLUS || type == CPP_MINUS || type == CPP_COMPL
	  || type == CPP_NOT);
}

/* Return true if tokens of TYPE may be in the definition of a macro that
   expands to a constant.  */

static bool
part_p (enum cpp_ttype type)
{
  switch (type)
    {
    case CPP_NUMBER: case CPP_CHAR: case CPP_STRING: case CPP_NAME:
    case CPP_MACRO_ARG: case CPP_COMMA: case CPP_QUERY: case CPP_COLON:
    case CPP_OPEN_PAREN: case CPP_CLOSE_PAREN: case CPP_PASTE:
      return true;
    default:
      return binary_p (type) || unary_p (type);
    }
}

/* Return true if the macro NODE can be expanded here: what it expands to ends
   with itself, does nothing but expand, and is not too long.  The macro stands
   in NESTING others.  *LEFT is how many more tokens may be looked at, and is
   updated.  */

static bool
harmless_p (cpp_hashnode *node, int nesting, int *left)
{
  if (!cpp_macro_p (node))
    return true;
  if (node->type != NT_USER_MACRO || (node->flags & NODE_CONDITIONAL)
      || node->value.macro->kind != cmk_macro || nesting > 100)
    return false;
  const cpp_macro *macro = node->value.macro;
  int depth = 0;
  /* GCC fills in what such a macro is when it is expanded: a number.  */
  if (macro->lazy)
    return true;
  for (unsigned i = 0; i < macro->count; i++)
    {
      const cpp_token *t = &macro->exp.tokens[i];
      if (!part_p (t->type) || --*left < 0)
	return false;
      depth += (t->type == CPP_OPEN_PAREN) - (t->type == CPP_CLOSE_PAREN);
      if (depth < 0
	  || (t->type == CPP_NAME
	      && !harmless_p (t->val.node.node, nesting + 1, left)))
	return false;
    }
  return depth == 0;
}

/* Append to TOKENS what the macro NAME, which is harmless, expands to.  The
   tokens come from PFILE, as if NAME stood at LOC.  */

static void
expand (cpp_reader *pfile, const char *name, location_t loc,
	objmode_tokens *tokens)
{
  objmode_tokens input = vNULL;

  objmode_push_name (&input, name, loc, 0);
  /* The macro has no semicolon, so this one is the end.  */
  objmode_push_c (&input, ";", loc);
  objmode_give_back (pfile, input);
  input.release ();
  for (;;)
    {
      cpp_token t = objmode_take (pfile);
      if (t.type == CPP_SEMICOLON)
	return;
      tokens->safe_push (t);
    }
}

/* Return true if the token T, of digits and letters, is a number of C.  */

static bool
number_p (const cpp_token *t)
{
  char text[64], *end;
  unsigned n = 0;

  for (unsigned i = 0; i < t->val.str.len; i++)
    {
      if (n == sizeof text - 1)
	return false;
      if (t->val.str.text[i] != '\'')
	text[n++] = t->val.str.text[i];
    }
  text[n] = '\0';
  bool hexadecimal = text[0] == '0' && TOLOWER (text[1]) == 'x';
  if (text[0] == '0' && TOLOWER (text[1]) == 'b')
    strtoul (text + 2, &end, 2);
  else
    strtoul (text, &end, 0);
  if (end > text && strspn (end, "uUlLiIjJ") == strlen (end))
    return true;
  /* A real number has a point or an exponent, and maybe a suffix as F128.  */
  strtod (text, &end);
  return (strcspn (text, hexadecimal ? "pP" : ".eE") < (size_t) (end - text)
	  && strspn (end, "fFlLqQwWdDiIjJ0123456789x") == strlen (end)
	  && !ISDIGIT (*end));
}

/* Tokens that are read one after the other.  */
struct reader
{
  const objmode_tokens *tokens;
  unsigned next;
};

/* Return the type of the next token of R, or CPP_EOF.  */

static enum cpp_ttype
next_type (const struct reader *r)
{
  return (r->next < r->tokens->length () ? (*r->tokens)[r->next].type
	  : CPP_EOF);
}

/* Read the next token of R, if it is of TYPE.  Return whether it is.  */

static bool
read_type (struct reader *r, enum cpp_ttype type)
{
  bool found = next_type (r) == type;
  r->next += found;
  return found;
}

/* Read a cast to an arithmetic type, which is written with keywords, from R.
   Return false, with R as it was, if something else follows.  */

static bool
read_cast (struct reader *r)
{
  static const char *const words[] = {
    "char", "short", "int", "long", "signed", "unsigned", "float", "double",
    "_Bool", "_Complex", "__extension__"
  };
  unsigned start = r->next;
  bool any = false;

  if (!read_type (r, CPP_OPEN_PAREN))
    return false;
  for (; next_type (r) == CPP_NAME; r->next++)
    {
      bool known = false;
      for (unsigned i = 0; i < ARRAY_SIZE (words); i++)
	known |= objmode_token_named (&(*r->tokens)[r->next], words[i]);
      if (!known)
	break;
      any = true;
    }
  if (any && read_type (r, CPP_CLOSE_PAREN))
    return true;
  r->next = start;
  return false;
}

static bool read_constant (struct reader *);

/* Read an operand of a constant expression from R.  Return false if something
   else follows.  */

static bool
read_operand (struct reader *r)
{
  while (unary_p (next_type (r)) || read_cast (r))
    if (unary_p (next_type (r)))
      r->next++;
  if (next_type (r) == CPP_NUMBER)
    return number_p (&(*r->tokens)[r->next++]);
  return (read_type (r, CPP_CHAR)
	  || (read_type (r, CPP_OPEN_PAREN) && read_constant (r)
	      && read_type (r, CPP_CLOSE_PAREN)));
}

/* Read a constant expression of numbers from R.  Return false if something
   else follows.  */

static bool
read_constant (struct reader *r)
{
  do
    {
      if (!read_operand (r))
	return false;
      while (binary_p (next_type (r)))
	{
	  r->next++;
	  if (!read_operand (r))
	    return false;
	}
      if (!read_type (r, CPP_QUERY))
	return true;
    }
  while (read_constant (r) && read_type (r, CPP_COLON));
  return false;
}

/* Read a string literal, or more side by side, from R.  Return false if
   something else follows.  */

static bool
read_string (struct reader *r)
{
  if (read_type (r, CPP_OPEN_PAREN))
    return read_string (r) && read_type (r, CPP_CLOSE_PAREN);
  unsigned n = 0;
  while (read_type (r, CPP_STRING))
    n++;
  return n > 0;
}

/* Return true if TOKENS are a constant expression of literals.  */

static bool
constant_p (const objmode_tokens &tokens)
{
  struct reader number = { &tokens, 0 }, string = { &tokens, 0 };
  return ((read_constant (&number) && next_type (&number) == CPP_EOF)
	  || (read_string (&string) && next_type (&string) == CPP_EOF));
}

/* Return whether a text can have the value of NAME as a macro, or why not.
   Macros of the user count whose expansion is a constant expression of
   literals, whichever macros it uses.  PFILE is about to read the block at
   LOC.  */

enum objmode_marker_macro
objmode_macro_use (cpp_reader *pfile, const char *name, location_t loc)
{
  cpp_hashnode *node = objmode_node (name);
  int left = MOST_TOKENS;

  if (node->type != NT_USER_MACRO || (node->flags & NODE_CONDITIONAL))
    return OBJMODE_MACRO_NONE;
  const cpp_macro *macro = node->value.macro;
  if (macro->kind == cmk_macro && macro->fun_like)
    return OBJMODE_MACRO_PARAMETERS;
  if (macro->line <= BUILTINS_LOCATION || in_system_header_at (macro->line))
    return OBJMODE_MACRO_SYSTEM;
  if (!harmless_p (node, 0, &left))
    return OBJMODE_MACRO_EXPRESSION;
  objmode_tokens tokens = vNULL;
  expand (pfile, name, loc, &tokens);
  bool constant = constant_p (tokens);
  tokens.release ();
  return constant ? OBJMODE_MACRO_CONSTANT : OBJMODE_MACRO_EXPRESSION;
}

/* Return the column, from 1, of the `)' of the macro call without arguments
   that begins at LINE, COLUMN of FILE. libcpp does not keep a location for it,
   so the file is read.  Return 0 if it is not found.  */

int
objmode_empty_call_column (const char *file, int line, int column)
{
  FILE *f = objmode_open_at (file, line);
  char *text = NULL;
  size_t size = 0;
  int result = 0;

  if (f == NULL)
    return 0;
  ssize_t length = getline (&text, &size, f);
  fclose (f);
  if (length > column)
    {
      const char *p = text + column - 1;
      while (ISIDNUM (*p))
	p++;
      p += strspn (p, " \t");
      if (*p == '(')
	{
	  p++;
	  p += strspn (p, " \t");
	  if (*p == ')')
	    result = p - text + 1;
	}
    }
  free (text);
  return result;
}
