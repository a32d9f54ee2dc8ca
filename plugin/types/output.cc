/* output.cc - Whether an output can be stored.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  */

#include "types/types.h"
#include "types/ctype.h"

/* Check that V, an output of BLOCK, can be stored.  TARGET is its type or, if V
   is a POINTER to what is stored, the type of that; a pointer need not be an
   lvalue or writable itself.  Return false after an error.  */

bool
objmode_check_output (struct objmode_block *block,
		      const struct objmode_variable *v, tree target,
		      bool pointer)
{
  if (v->decl == NULL_TREE && !pointer && !lvalue_p (v->value))
    error_at (v->loc, "the block assigns %qs, whose expression is not"
		      " an lvalue",
	      v->name);
  else if (TYPE_READONLY (target)
	   || (RECORD_OR_UNION_TYPE_P (target)
	       && C_TYPE_FIELDS_READONLY (target))
	   || (!pointer && TREE_READONLY (v->value)))
    error_at (v->loc, "output %qs is read-only", v->name);
  else
    return true;
  block->erroneous = true;
  return false;
}

/* Check V of BLOCK, an array of ELEMENT or a pointer to it, whose elements
   Python replaces.  If V is an output, it must not be read-only.  If OUTPUT,
   report a clause that makes V an output although the text does not assign
   it.  */

void
objmode_check_replaced (struct objmode_block *block,
			const struct objmode_variable *v, tree element,
			bool output)
{
  if (v->out && TYPE_READONLY (element))
    error_at (v->loc, "output %qs is read-only", v->name);
  else if (!v->out && output && v->clause != NULL
	   && v->clause->kind == OBJMODE_CLAUSE_OUTPUT)
    error_at (v->loc, "output %qs is never assigned in the block", v->name);
  else
    return;
  block->erroneous = true;
}
