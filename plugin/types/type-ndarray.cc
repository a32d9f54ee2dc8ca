/* type-ndarray.cc - The conversion of an OBJMODE_ARRAY.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  */

#include "types/types.h"
#include "types/ctype.h"

/* Check the type string of V of BLOCK against A, which describes its
   OBJMODE_ARRAY, and set the flags of the layout that it asks for.  */

static void
check_clause (struct objmode_block *block, struct objmode_variable *v,
	      const struct objmode_ndarray *a)
{
  const struct objmode_typestring *ts = &v->clause->ts;

  if ((ts->name != OBJMODE_TS_NONE
       && (!ts->is_array
	   || !objmode_agrees_p (ts->name, a->element,
				 objmode_ndarray_element_kind (a))))
      || (ts->is_array && ts->ndim != a->ndim))
    {
      tree type = TREE_TYPE (v->value);
      if (POINTER_TYPE_P (type))
	type = TREE_TYPE (type);
      error_at (v->clause->type_loc,
		"type string %qs contradicts the type %qs of %qs",
		v->clause->type, objmode_ndarray_name (type), v->name);
      block->erroneous = true;
      return;
    }
  for (int d = 0; d < ts->ndim; d++)
    if (ts->dims[d].extent_begin != ts->dims[d].extent_end
	|| v->clause->strides[d] != NULL_TREE)
      {
	error_at (v->clause->type_loc, "type string %qs gives the"
		  " extents of %qs, which has its own extents; write %<:%>",
		  v->clause->type, v->name);
	block->erroneous = true;
	return;
      }
  if (ts->ndim > 0 && ts->dims[ts->ndim - 1].contiguous)
    v->flags |= OBJMODE_VAR_LAYOUT_C;
  else if (ts->ndim > 1 && ts->dims[0].contiguous)
    v->flags |= OBJMODE_VAR_LAYOUT_F;
}

/* Set the conversion of V of BLOCK, which is or points to an OBJMODE_ARRAY of
   TYPE.  */

static void
type_ndarray (struct objmode_block *block, struct objmode_variable *v,
	      tree type)
{
  struct objmode_ndarray a;
  const char *problem = objmode_ndarray_problem (type);

  if (problem != NULL)
    {
      objmode_type_error (block, v, problem);
      return;
    }
  objmode_ndarray_parts (type, &a);
  v->kind = OBJMODE_KIND_NDARRAY;
  v->type = TYPE_MAIN_VARIANT (type);
  v->ndim = a.ndim;
  v->flags |= OBJMODE_VAR_SHARED;
  if (POINTER_TYPE_P (TREE_TYPE (v->value)))
    v->flags |= OBJMODE_VAR_NULL;
  if (v->clause != NULL && v->clause->type != NULL)
    check_clause (block, v, &a);
  if (v->out)
    objmode_check_output (block, v, type,
			  POINTER_TYPE_P (TREE_TYPE (v->value)));
}

/* If V of BLOCK, which is of TYPE, is an OBJMODE_ARRAY, or a pointer to one,
   set its conversion and return true.  */

static bool
take (struct objmode_block *block, struct objmode_variable *v, tree type)
{
  type = objmode_single_target (v, type);
  if (!objmode_ndarray_p (type))
    return false;
  type_ndarray (block, v, type);
  return true;
}

const struct objmode_kind_row objmode_row_NDARRAY = {
  .take = take, .name = objmode_ndarray_name,
  .refers = OBJMODE_REFERS_ELEMENTS, .in_memory = 1, .owns_reference = 1
};
