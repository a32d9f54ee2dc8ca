/* type-rows.cc - Variables that are pointers to pointers.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  With a type string of several pairs of brackets
   such a variable is a tuple of arrays, or of views of structs, or of tuples.
   It is passed like an array: the first dimensions are the levels, whose
   strides are 0.  */

#include "types/types.h"
#include "types/declared.h"
#include "block/query.h"

/* Set the extents and strides of V of BLOCK, of TYPE, from its clause.  The
   first LEVELS dimensions are levels of pointers.  Return false after an
   error.  */

static bool
set_extents (struct objmode_block *block, struct objmode_variable *v,
	     tree type, int levels)
{
  const struct objmode_typestring *ts = &v->clause->ts;

  v->ndim = ts->ndim;
  v->levels = levels;
  for (int d = 0; d < ts->ndim; d++)
    {
      tree extent = v->clause->extents[d], stride = v->clause->strides[d];
      if (!objmode_check_dimension (block, v, d))
	return false;
      if (extent == NULL_TREE && d == 0)
	extent = objmode_declared_extent (block, v, type);
      if (extent == NULL_TREE)
	{
	  objmode_report_missing_extent (block, v);
	  return false;
	}
      v->extents[d] = objmode_to_ptrdiff (extent);
      v->strides[d] = (d < levels ? build_zero_cst (ptrdiff_type_node)
		       : stride != NULL_TREE ? objmode_to_ptrdiff (stride)
		       : NULL_TREE);
    }
  if (levels < ts->ndim && ts->dims[ts->ndim - 1].contiguous)
    v->flags |= OBJMODE_VAR_LAYOUT_C;
  return true;
}

/* If the clause of V of BLOCK, which is of TYPE, says that it has levels of
   pointers, set its conversion or report an error, and return true.  */

bool
objmode_take_rows (struct objmode_block *block, struct objmode_variable *v,
		   tree type)
{
  tree element;
  int levels;

  if (!objmode_dimensions_p (v))
    return false;
  const struct objmode_typestring *ts = &v->clause->ts;
  bool fits = objmode_levels (ts, type, &element, &levels);
  if (levels == 0)
    return false;
  if (!fits)
    {
      error_at (v->clause->type_loc, "type string %qs has %d pairs of brackets,"
		" but %qs of type %qT does not have as many pointers",
		v->clause->type, ts->levels + 1, v->name, type);
      block->erroneous = true;
      return true;
    }
  if (!set_extents (block, v, type, levels)
      || !objmode_check_element (block, v, element))
    {
      block->erroneous = true;
      return true;
    }
  if (!objmode_element_p (v->type, v->kind))
    objmode_type_error (block, v,
			_("an array of this type is not yet supported"));
  v->flags |= OBJMODE_VAR_ARRAY;
  if (TYPE_READONLY (element))
    v->flags |= OBJMODE_VAR_CONST;
  v->in = true;
  if (objmode_rebound_p (v))
    {
      error_at (v->loc, "%qs is a tuple of what its pointers point to, which"
		" cannot be an output; assign elements, as in %<%s[0][...] ="
		" %>", v->name, v->name);
      block->erroneous = true;
    }
  return true;
}
