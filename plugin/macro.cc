/* macro.cc - Macros whose values Python text may use.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `annotate': only while libcpp reads the block are
   macros known.  */

#include "annotate.h"

static bool constant_macro_p (const cpp_macro *, int);

/* Return true if the identifier NODE is a macro of the user, NESTING deep
   in another, that expands to a constant expression of literals.  */

static bool
constant_name_p (cpp_hashnode *node, int nesting)
{
  if (node->type != NT_USER_MACRO || (node->flags & NODE_CONDITIONAL)
      || nesting > 32)
    return false;
  cpp_macro *macro = node->value.macro;
  return (macro->line > BUILTINS_LOCATION
	  && !in_system_header_at (macro->line)
	  && constant_macro_p (macro, nesting));
}

/* Return true if MACRO, NESTING deep in another, expands to a constant
   expression of literals.  */

static bool
constant_macro_p (const cpp_macro *macro, int nesting)
{
  bool operand = false;		/* The last token ended an operand.  */
  int depth = 0;

  if (macro->kind != cmk_macro || macro->fun_like || macro->count == 0)
    return false;
  for (unsigned i = 0; i < macro->count; i++)
    switch (macro->exp.tokens[i].type)
      {
      case CPP_NAME:
	if (operand
	    || !constant_name_p (macro->exp.tokens[i].val.node.node,
				 nesting + 1))
	  return false;
	operand = true;
	break;
      case CPP_NUMBER: case CPP_CHAR:
	if (operand)
	  return false;
	operand = true;
	break;
      case CPP_STRING:
	if (operand && macro->exp.tokens[i - 1].type != CPP_STRING)
	  return false;
	operand = true;
	break;
      case CPP_OPEN_PAREN:
	if (operand)
	  return false;
	depth++;
	break;
      case CPP_CLOSE_PAREN:
	if (!operand || --depth < 0)
	  return false;
	break;
      case CPP_PLUS: case CPP_MINUS:
	operand = false;
	break;
      case CPP_COMPL: case CPP_NOT:
	if (operand)
	  return false;
	break;
      case CPP_MULT: case CPP_DIV: case CPP_MOD: case CPP_LSHIFT:
      case CPP_RSHIFT: case CPP_AND: case CPP_OR: case CPP_XOR:
	if (!operand)
	  return false;
	operand = false;
	break;
      default:
	return false;
      }
  return operand && depth == 0;
}

/* Return true if NAME is a macro whose value the text may use: the user's,
   and a constant.  */

bool
objmode_usable_macro_p (const char *name)
{
  return constant_name_p (objmode_node (name), 0);
}

/* Return the column, from 1, of the `)' of the macro call without
   arguments that begins at LINE, COLUMN of FILE, or 0: libcpp keeps no
   location for it.  */

int
objmode_empty_call_column (const char *file, int line, int column)
{
  FILE *f = fopen (file, "r");
  char *text = NULL;
  size_t size = 0;
  ssize_t length = -1;
  int result = 0;

  if (f == NULL)
    return 0;
  for (int i = 0; i < line; i++)
    length = getline (&text, &size, f);
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
