/* macro.cc - Macros whose values Python text may use.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Macros are known only while libcpp reads the block.  */

#include "lex/annotate.h"
#include "lex/tokens.h"

/* The kind of constant to which a macro expands.  */
enum constant { NO_CONSTANT, NUMBER, STRING };

static enum constant macro_constant (const cpp_macro *, int);

/* Return what kind of constant the identifier NODE expands to.  It stands in
   NESTING macros of the user.  */

static enum constant
name_constant (cpp_hashnode *node, int nesting)
{
  if (node->type != NT_USER_MACRO || (node->flags & NODE_CONDITIONAL)
      || nesting > 32)
    return NO_CONSTANT;
  cpp_macro *macro = node->value.macro;
  if (macro->line <= BUILTINS_LOCATION || in_system_header_at (macro->line))
    return NO_CONSTANT;
  return macro_constant (macro, nesting);
}

/* Return what kind of constant the token T is as an operand.  It stands in
   NESTING macros of the user.  */

static enum constant
token_constant (const cpp_token *t, int nesting)
{
  switch (t->type)
    {
    case CPP_NUMBER: case CPP_CHAR:
      return NUMBER;
    case CPP_STRING:
      return STRING;
    case CPP_NAME:
      return name_constant (t->val.node.node, nesting + 1);
    default:
      return NO_CONSTANT;
    }
}

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
    case CPP_LESS_EQ: case CPP_GREATER_EQ: case CPP_QUERY: case CPP_COLON:
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

/* Return what kind of constant MACRO, which stands in NESTING other macros,
   expands to.  */

static enum constant
macro_constant (const cpp_macro *macro, int nesting)
{
  enum constant last = NO_CONSTANT;	/* The operand that just ended.  */
  int depth = 0;

  if (macro->kind != cmk_macro || macro->fun_like)
    return NO_CONSTANT;
  for (unsigned i = 0; i < macro->count; i++)
    {
      const cpp_token *t = &macro->exp.tokens[i];
      enum constant operand = token_constant (t, nesting);

      if (operand != NO_CONSTANT)
	{
	  /* Only strings stand side by side.  */
	  if (last != NO_CONSTANT && !(last == STRING && operand == STRING))
	    return NO_CONSTANT;
	  last = operand;
	}
      else if (t->type == CPP_OPEN_PAREN && last == NO_CONSTANT)
	depth++;
      else if (t->type == CPP_CLOSE_PAREN && last != NO_CONSTANT && depth > 0)
	depth--;
      else if (last != NO_CONSTANT ? binary_p (t->type) : unary_p (t->type))
	last = NO_CONSTANT;
      else
	return NO_CONSTANT;
    }
  return depth == 0 ? last : NO_CONSTANT;
}

/* Return true if the text may use the value of the macro NAME: it is defined
   by the user and is a constant.  */

bool
objmode_usable_macro_p (const char *name)
{
  return name_constant (objmode_node (name), 0) != NO_CONSTANT;
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
