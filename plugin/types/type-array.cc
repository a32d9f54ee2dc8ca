/* type-array.cc - Extents and strides of arrays.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  The extents of an array come from its type,
   those of a pointer from its clause, those of a parameter with bounds
   from its declaration.  */

#include "types/types.h"
#include "types/ctype.h"
#include "block/query.h"
#include "tools/trees.h"

/* Return a variable of the function of BLOCK that holds BOUND as it is when
   the function is entered.  A parameter that BOUND names may have another
   value later.  */

static tree
bound_at_entry (const struct objmode_block *block, tree bound)
{
  if (TREE_CONSTANT (bound))
    return objmode_to_ptrdiff (bound);
  tree body = objmode_outermost_bind (DECL_SAVED_TREE (block->fn));
  gcc_assert (body != NULL_TREE);

  tree var = objmode_local (block->fn, block->loc, "objmode_bound",
			    ptrdiff_type_node, &BIND_EXPR_VARS (body));
  tree list = alloc_stmt_list ();
  objmode_add (&list, build1 (DECL_EXPR, void_type_node, var));
  objmode_add (&list, build2 (MODIFY_EXPR, ptrdiff_type_node, var,
			      objmode_to_ptrdiff (bound)));
  objmode_add (&list, BIND_EXPR_BODY (body));
  BIND_EXPR_BODY (body) = list;
  return var;
}

/* Set the shape of V from TYPE, an array, behind the first FIRST dimensions.
   Return the element type, or NULL_TREE if a dimension has no extent.  If
   OPEN, the first dimension may have none.  */

static tree
shape_of_type (struct objmode_variable *v, tree type, int first, bool open)
{
  int n = first;
  for (; TREE_CODE (type) == ARRAY_TYPE; type = TREE_TYPE (type))
    {
      tree extent = (n < OBJMODE_TS_MAX_DIMS
		     ? objmode_extent_of (type) : NULL_TREE);
      /* A member T[0] is the old GNU C form of an array without a bound.  */
      if (extent == NULL_TREE && TYPE_SIZE (type) != NULL_TREE
	  && integer_zerop (TYPE_SIZE (type))
	  && (n > 0 || TREE_CODE (v->value) != COMPONENT_REF))
	extent = build_zero_cst (ptrdiff_type_node);
      if (extent == NULL_TREE && !(open && n == 0))
	return NULL_TREE;
      v->extents[n++] = extent;
    }
  v->ndim = n;
  return type;
}

/* Check the extent and the stride that the clause of V of BLOCK gives for
   dimension D.  Return false after an error.  */

bool
objmode_check_dimension (struct objmode_block *block,
			 const struct objmode_variable *v, int d)
{
  const struct objmode_tsdim *dim = &v->clause->ts.dims[d];
  tree extent = v->clause->extents[d], stride = v->clause->strides[d];

  if ((extent == NULL_TREE && dim->extent_begin != dim->extent_end)
      || (extent && error_operand_p (extent))
      || (stride && error_operand_p (stride)))
    {
      /* GCC has reported what is wrong with it.  */
      gcc_assert (seen_error ());
      return false;
    }
  if (extent && !INTEGRAL_TYPE_P (TREE_TYPE (extent)))
    objmode_report_dimension (block, v, d, false, G_("extent in type string"
						     " %qs is not an integer"));
  else if (stride && !INTEGRAL_TYPE_P (TREE_TYPE (stride)))
    objmode_report_dimension (block, v, d, true, G_("stride in type string"
						    " %qs is not an integer"));
  else if (extent && TREE_CODE (extent) == INTEGER_CST
	   && tree_int_cst_sgn (extent) < 0)
    objmode_report_dimension (block, v, d, false, G_("extent in type string"
						     " %qs is negative"));
  else
    return true;
  return false;
}

/* Return the extent of the outermost dimension with which V of BLOCK, of
   TYPE, is declared, or NULL_TREE.  */

tree
objmode_declared_extent (const struct objmode_block *block,
			 const struct objmode_variable *v, tree type)
{
  if (TREE_CODE (type) == ARRAY_TYPE)
    return objmode_extent_of (type);
  if (objmode_bounded_parameter_p (v))
    return bound_at_entry (block, objmode_parameter_bound (v->decl));
  return NULL_TREE;
}

/* Return true if the clause of V gives a stride.  */

static bool
strided_p (const struct objmode_variable *v)
{
  for (int d = 0; d < v->clause->ts.ndim; d++)
    if (v->clause->strides[d] != NULL_TREE
	&& !v->clause->ts.dims[d].contiguous)
      return true;
  return false;
}

/* V, a pointer to an array, gets NDIM dimensions, more than it has by itself.
   The dimensions that are declared are the last ones, since the memory that V
   points to is made of such arrays.  */

static void
move_declared (struct objmode_variable *v, int ndim)
{
  for (int d = ndim - 1, from = v->ndim - 1; d > 0; d--, from--)
    v->extents[d] = from > 0 ? v->extents[from] : NULL_TREE;
  v->ndim = ndim;
}

/* Compare the type string of V of BLOCK with the extents that V has by itself
   from dimension FIRST on.  Take the extents and strides that the type string
   gives.  Return false after an error.  */

static bool
merge_clause (struct objmode_block *block, struct objmode_variable *v,
	      int first)
{
  const struct objmode_typestring *ts = &v->clause->ts;

  if (first == 1 && ts->ndim > v->ndim && v->ndim > 1
      && v->extents[0] == NULL_TREE)
    {
      first += ts->ndim - v->ndim;
      move_declared (v, ts->ndim);
    }
  /* Of a pointer to an array, and of an array of unknown size, the clause
     may give all dimensions or only the outermost.  */
  if (ts->ndim != v->ndim
      && !(ts->ndim == 1 && (first == 1 || v->extents[0] == NULL_TREE)))
    {
      error_at (v->clause->type_loc, "type string %qs has %d dimensions, but"
		" %qs has %d", v->clause->type, ts->ndim, v->name, v->ndim);
      return false;
    }
  objmode_note_declared (v, first);
  for (int d = 0; d < ts->ndim; d++)
    {
      if (!objmode_check_dimension (block, v, d))
	return false;
      tree extent = v->clause->extents[d], stride = v->clause->strides[d];
      if (extent != NULL_TREE)
	{
	  tree e = objmode_to_ptrdiff (extent);
	  if (v->extents[d] != NULL_TREE && !strided_p (v)
	      && TREE_CODE (e) == INTEGER_CST
	      && TREE_CODE (v->extents[d]) == INTEGER_CST
	      && !tree_int_cst_equal (e, v->extents[d]))
	    {
	      error_at (v->clause->type_loc, "type string %qs contradicts the"
			" declaration of %qs", v->clause->type, v->name);
	      return false;
	    }
	  v->extents[d] = e;
	}
      if (stride != NULL_TREE)
	v->strides[d] = objmode_to_ptrdiff (stride);
    }
  if (ts->ndim > 0 && ts->dims[ts->ndim - 1].contiguous)
    v->flags |= OBJMODE_VAR_LAYOUT_C;
  else if (ts->ndim > 1 && ts->dims[0].contiguous)
    v->flags |= OBJMODE_VAR_LAYOUT_F;
  return objmode_check_reach (block, v);
}

/* Set the extents of V of BLOCK, whose C type is TYPE.  Return the type of
   its elements, or NULL_TREE after an error.  */

static tree
shape_of (struct objmode_block *block, struct objmode_variable *v, tree type)
{
  bool dims = objmode_dimensions_p (v);
  int first = TREE_CODE (type) == ARRAY_TYPE ? 0 : 1;
  tree element = type;

  if (first == 1)
    {
      element = TREE_TYPE (type);
      if (objmode_bounded_parameter_p (v)
	  && !(dims && v->clause->extents[0] != NULL_TREE))
	v->extents[0] = objmode_declared_extent (block, v, type);
      /* The clause alone may give the dimensions of a flat pointer.  */
      if (TREE_CODE (element) != ARRAY_TYPE && dims)
	{
	  v->ndim = v->clause->ts.ndim;
	  return merge_clause (block, v, 1) ? element : NULL_TREE;
	}
    }
  element = shape_of_type (v, element, first, dims);
  if (element == NULL_TREE)
    {
      objmode_type_error (block, v, _("its extents are unknown; give them in"
				      " a clause"));
      return NULL_TREE;
    }
  if (dims && !merge_clause (block, v, first))
    return NULL_TREE;
  return element;
}

/* Set the conversion of V of BLOCK, an array or a pointer with extents of
   TYPE.  */

void
objmode_type_array (struct objmode_block *block, struct objmode_variable *v,
		    tree type)
{
  tree element = shape_of (block, v, type);
  if (element == NULL_TREE)
    {
      block->erroneous = true;
      return;
    }
  for (int d = 0; d < v->ndim; d++)
    if (v->extents[d] == NULL_TREE)
      {
	objmode_report_missing_extent (block, v);
	return;
      }
  if (!objmode_check_element (block, v, element))
    return;
  if (!objmode_element_p (v->type, v->kind))
    {
      objmode_type_error (block, v,
			  _("an array of this type is not yet supported"));
      return;
    }
  v->flags |= OBJMODE_VAR_ARRAY;
  if (TYPE_READONLY (element))
    v->flags |= OBJMODE_VAR_CONST;
  if (TREE_CODE (type) == ARRAY_TYPE && objmode_lasting_p (v->value))
    v->flags |= OBJMODE_VAR_STATIC;
  v->in = true;
  v->out = objmode_rebound_p (v);
  if (v->out && (v->flags & OBJMODE_VAR_CONST)
      && v->py != NULL && (v->py->flags & OBJMODE_PY_AUGMENTED_ONLY))
    v->out = false;
  else if (v->out && (v->flags & OBJMODE_VAR_CONST))
    {
      error_at (v->py == NULL ? v->loc
		: objmode_text_location (block, &v->py->first_assigned),
		"the block rebinds %qs, an array of const elements", v->name);
      block->erroneous = true;
    }
}
