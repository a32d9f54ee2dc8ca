/* element.cc - The type of a scalar or of the elements of an array.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  */

#include "types/types.h"
#include "types/prototype.h"
#include "types/ctype.h"
#include "block/query.h"

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
  if (objmode_format_problem (type) != NULL)
    return objmode_format_problem (type);
  if (VOID_TYPE_P (TREE_TYPE (v->value)))
    return _("it has no value");
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
	       && objmode_row_of (kind)->array_string != NULL)))
    return _("it is an array of pointers; give the extents of what they point"
	     " to in brackets of their own, as in \"[n][m]\"");
  return _("its extents are unknown; give them in a clause");
}

/* If TYPE, of the scalar or element V, is of a kind that claims it, set the
   kind of V and return true.  */

static bool
claimed_p (struct objmode_variable *v, tree type)
{
  for (unsigned k = 0; k < OBJMODE_KINDS; k++)
    {
      const struct objmode_kind_row *row = objmode_row_of ((objmode_kind) k);
      if (row->claimed_p != NULL && row->claimed_p (v, type))
	{
	  v->kind = (objmode_kind) k;
	  return true;
	}
    }
  return false;
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
  if (claimed_p (v, type))
    {
      const struct objmode_kind_row *row = objmode_row_of (v->kind);
      char *reason = row->problem != NULL ? row->problem (type) : NULL;
      if (reason != NULL)
	{
	  objmode_type_error (block, v, reason);
	  free (reason);
	  return false;
	}
    }
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
