/* report.cc - Errors about the type of a variable.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  */

#include "types/types.h"
#include "types/ctype.h"
#include "block/query.h"
#include "block/state.h"

/* Return true if the text that names the variable V probably means a name of a
   module block instead.  */

static bool
hides_p (const struct objmode_variable *v)
{
  return (v->clause == NULL && v->decl != NULL_TREE && v->py != NULL
	  && !(v->py->flags & OBJMODE_PY_ASSIGNED)
	  && objmode_module_name_p (v->name));
}

/* Return the clause that gives V, a pointer to elements of KIND, the extents
   that are its COUNTS.  The caller frees it.  */

static char *
clause_with_counts (const struct objmode_variable *v, enum objmode_kind kind)
{
  const char *type = objmode_row_of (kind)->array_string;
  char *element = xstrndup (type, strcspn (type, "["));
  char *clause = concat (v->name, " = \"", element, "[", v->counts[0], NULL);

  free (element);
  for (int i = 1; i < OBJMODE_NEAR && v->counts[i] != NULL; i++)
    clause = reconcat (clause, clause, ", ", v->counts[i], NULL);
  return reconcat (clause, clause, "]\"", NULL);
}

/* Report that the variable V of BLOCK cannot be converted, and why.  */

void
objmode_type_error (struct objmode_block *block,
		    const struct objmode_variable *v, const char *reason)
{
  tree type = TREE_TYPE (v->value);
  enum objmode_kind kind;
  auto_diagnostic_group d;
  gcc_rich_location richloc (v->loc);

  if (hides_p (v))
    {
      error_at (v->loc, "C variable %qs of type %qT hides the name of a module"
		" block and cannot be passed to Python: %s; declare it"
		" %<global%> in the text to use the name of the module block",
		v->name, type, reason);
      block->erroneous = true;
      return;
    }
  tree element = POINTER_TYPE_P (type) ? TREE_TYPE (type) : type;
  while (TREE_CODE (element) == ARRAY_TYPE)
    element = TREE_TYPE (element);
  if (POINTER_TYPE_P (type) && v->clause == NULL && v->counts[0] != NULL
      && objmode_scalar_kind (element, &kind)
      && objmode_row_of (kind)->array_string != NULL
      && !objmode_odd_integer_p (element))
    {
      char *clause = clause_with_counts (v, kind);
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
		       const struct objmode_variable *v, tree type)
{
  error_at (v->clause->type_loc,
	    "type string %qs contradicts the type %qT of %qs",
	    v->clause->type, type, v->name);
  block->erroneous = true;
}

/* Report MESSAGE, about the type string %qs, at the extent or, if STRIDE, the
   stride that the clause of V of BLOCK gives for dimension D.  */

void
objmode_report_dimension (struct objmode_block *block,
			  const struct objmode_variable *v, int d, bool stride,
			  const char *message)
{
  const struct objmode_tsdim *dim = &v->clause->ts.dims[d];

  error_at (stride
	    ? objmode_type_location (block, v->clause, dim->stride_begin,
				     dim->stride_end)
	    : objmode_type_location (block, v->clause, dim->extent_begin,
				     dim->extent_end),
	    message, v->clause->type);
  block->erroneous = true;
}

/* Report that a dimension of V of BLOCK has no extent.  */

void
objmode_report_missing_extent (struct objmode_block *block,
			       const struct objmode_variable *v)
{
  error_at (v->clause != NULL && v->clause->type != NULL
	    ? v->clause->type_loc : v->loc,
	    "the extents of %qs are unknown; write them in its type string,"
	    " as in %<\"[n]\"%>", v->name);
  block->erroneous = true;
}
