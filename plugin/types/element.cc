/* element.cc - The type of a scalar or of the elements of an array.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  */

#include "types/types.h"
#include "types/prototype.h"
#include "types/ctype.h"
#include "block/query.h"

/* Report that the variable V of BLOCK cannot be converted, and why.  */

void
objmode_type_error (struct objmode_block *block, struct objmode_variable *v,
		    const char *reason)
{
  tree type = TREE_TYPE (v->value);
  enum objmode_kind kind;
  auto_diagnostic_group d;
  gcc_rich_location richloc (v->loc);

  tree element = POINTER_TYPE_P (type) ? TREE_TYPE (type) : type;
  while (TREE_CODE (element) == ARRAY_TYPE)
    element = TREE_TYPE (element);
  if (POINTER_TYPE_P (type) && v->clause == NULL && v->decl != NULL_TREE
      && objmode_scalar_kind (element, &kind)
      && (objmode_element_p (element, kind) || kind == OBJMODE_KIND_STRING))
    {
      char *clause = concat (v->name, kind == OBJMODE_KIND_STRING
			     ? " = \"str[n]\"" : " = \"[n]\"", NULL);
      objmode_add_clause_fixit (&richloc, block, clause);
      free (clause);
    }
  error_at (&richloc, "%qs of type %qT cannot be passed to Python: %s",
	    v->name, type, reason);
  block->erroneous = true;
}

/* Report that the type string of V of BLOCK is not that of TYPE.  */

void
objmode_contradiction (struct objmode_block *block,
		       struct objmode_variable *v, tree type)
{
  error_at (v->clause->type_loc,
	    "type string %qs contradicts the type %qT of %qs",
	    v->clause->type, type, v->name);
  block->erroneous = true;
}

/* Return why TYPE, of the scalar or element of V, is not a scalar that can be
   converted.  */

static const char *
why_not (const struct objmode_variable *v, tree type)
{
  enum objmode_kind kind;
  bool element = POINTER_TYPE_P (TREE_TYPE (v->value))
		 && TREE_TYPE (v->value) != type;

  if (TYPE_ATOMIC (type))
    return _("an _Atomic variable is not yet supported");
  if (VOID_TYPE_P (type))
    return _("it points to void; cast it to a pointer to elements, as"
	     " in 'NAME ((double *) POINTER) = \"[n]\"'");
  if (!POINTER_TYPE_P (type) || VOID_TYPE_P (TREE_TYPE (type))
      || TREE_CODE (TREE_TYPE (type)) == FUNCTION_TYPE
      || RECORD_OR_UNION_TYPE_P (TREE_TYPE (type)))
    return _("this type is not yet supported");
  if (element || TREE_CODE (TREE_TYPE (v->value)) == ARRAY_TYPE
      || (POINTER_TYPE_P (TREE_TYPE (type))
	  && !(objmode_scalar_kind (TREE_TYPE (type), &kind)
	       && (kind == OBJMODE_KIND_STRING
		   || kind == OBJMODE_KIND_OBJECT))))
    return _("an array of pointers is not yet supported; pass what one of them"
	     " points to, as in 'NAME (POINTERS[i]) = \"[n]\"'");
  return _("its extents are unknown; give them in a clause");
}

/* Check that TYPE, of the scalar or element of V of BLOCK, can be converted
   and is what the type string says; then set KIND and TYPE of V.  Return
   false after an error.  */

bool
objmode_check_element (struct objmode_block *block,
		       struct objmode_variable *v, tree type)
{
  if (objmode_aggregate_p (type))
    return objmode_check_record (block, v, type);
  if (objmode_function_pointer_p (type))
    {
      char *reason = objmode_not_callable_type (TREE_TYPE (type), NULL_TREE);
      v->kind = OBJMODE_KIND_FUNCTION;
      if (reason != NULL)
	objmode_type_error (block, v, reason);
      free (reason);
      if (block->erroneous)
	return false;
    }
  else if (objmode_bytes_pointer_p (v, type))
    v->kind = OBJMODE_KIND_BYTES;
  else if (!objmode_scalar_kind (type, &v->kind))
    {
      objmode_type_error (block, v, why_not (v, type));
      return false;
    }
  v->type = TYPE_MAIN_VARIANT (type);
  if (v->clause == NULL || v->clause->type == NULL
      || v->clause->ts.name == OBJMODE_TS_NONE)
    return true;
  if (!objmode_agrees_p (v->clause->ts.name, type, v->kind))
    {
      objmode_contradiction (block, v, type);
      return false;
    }
  return true;
}
