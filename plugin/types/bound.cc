/* bound.cc - The bounds with which a parameter or an array is declared.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "types/types.h"
#include "types/ctype.h"
#include "block/query.h"
#include "tools/trees.h"

/* Return E as a ptrdiff_t.  A value of a wider type that is too large stays too
   large.  */

tree
objmode_to_ptrdiff (tree e)
{
  e = unshare_expr (e);
  return (TYPE_PRECISION (TREE_TYPE (e)) > TYPE_PRECISION (ptrdiff_type_node)
	  ? objmode_saturate (ptrdiff_type_node, e)
	  : fold_convert (ptrdiff_type_node, e));
}

/* Return the extent of the array TYPE, or NULL_TREE if it has none.  */

tree
objmode_extent_of (tree type)
{
  tree domain = TYPE_DOMAIN (type);
  if (domain == NULL_TREE || TYPE_MAX_VALUE (domain) == NULL_TREE)
    return NULL_TREE;
  return fold_build2 (PLUS_EXPR, ptrdiff_type_node,
		      objmode_to_ptrdiff (TYPE_MAX_VALUE (domain)),
		      build_one_cst (ptrdiff_type_node));
}

/* Return the list in which GCC keeps the bounds with which the parameter PARM
   is declared, or NULL_TREE.  Its first element is a string.  From GCC 16 on,
   the second element is the array type as it was written.  Before GCC 16, the
   string has the bounds, the innermost first: a number, `$' for an expression,
   `*', or a blank for a missing one.  The other elements of the list are the
   expressions, the outermost first.  */

static tree
bounds_of (tree parm)
{
  tree spec = lookup_attribute ("arg spec", DECL_ATTRIBUTES (parm));
  if (spec == NULL_TREE || TREE_VALUE (spec) == NULL_TREE
      || TREE_CODE (TREE_VALUE (spec)) != TREE_LIST
      || TREE_CODE (TREE_VALUE (TREE_VALUE (spec))) != STRING_CST)
    return NULL_TREE;
  return TREE_VALUE (spec);
}

/* Return the array type that is in LIST, a result of bounds_of, or
   NULL_TREE.  */

static tree
written_array (tree list)
{
  tree type = TREE_CHAIN (list) ? TREE_VALUE (TREE_CHAIN (list)) : NULL_TREE;
  return type && TREE_CODE (type) == ARRAY_TYPE ? type : NULL_TREE;
}

/* walk_tree callback: return *TP if it is a SAVE_EXPR.  */

static tree
find_save_expr (tree *tp, int *, void *)
{
  return TREE_CODE (*tp) == SAVE_EXPR ? *tp : NULL_TREE;
}

/* Return the bound with which the array TYPE was written, or NULL_TREE if it
   is `*' or missing.  */

static tree
written_bound (tree type)
{
  tree domain = TYPE_DOMAIN (type);
  if (TYPE_SIZE (type) != NULL_TREE && integer_zerop (TYPE_SIZE (type)))
    return build_zero_cst (ptrdiff_type_node);
  if (domain == NULL_TREE || TYPE_MAX_VALUE (domain) == NULL_TREE)
    return NULL_TREE;
  /* For `*' the front end has the expression (0, 0).  */
  if (TREE_CODE (TYPE_MAX_VALUE (domain)) == COMPOUND_EXPR)
    return NULL_TREE;
  /* The function itself evaluates the bound only once, by a SAVE_EXPR.  */
  tree save = walk_tree (&TYPE_MAX_VALUE (domain), find_save_expr, NULL, NULL);
  return save != NULL_TREE ? TREE_OPERAND (save, 0) : objmode_extent_of (type);
}

/* Return BOUND if it can be evaluated where the function is entered, otherwise
   NULL_TREE.  */

static tree
pure_bound (tree bound)
{
  return bound != NULL_TREE && !TREE_SIDE_EFFECTS (bound) ? bound : NULL_TREE;
}

/* Return the bound of the outermost dimension that the declaration of the
   parameter PARM gives, or NULL_TREE.  */

tree
objmode_parameter_bound (tree parm)
{
  tree list = bounds_of (parm);
  if (list == NULL_TREE)
    return NULL_TREE;
  if (written_array (list) != NULL_TREE)
    return pure_bound (written_bound (written_array (list)));
  const char *text = TREE_STRING_POINTER (TREE_VALUE (list));
  const char *close = strrchr (text, ']');
  if (close == NULL || close == text)
    return NULL_TREE;
  if (ISDIGIT (close[-1]))
    {
      const char *digits = close;
      while (digits > text && ISDIGIT (digits[-1]))
	digits--;
      return build_int_cst (ptrdiff_type_node,
			    strtoll (digits, NULL, 10));
    }
  if (close[-1] != '$' || TREE_CHAIN (list) == NULL_TREE)
    return NULL_TREE;
  return pure_bound (TREE_VALUE (TREE_CHAIN (list)));
}

/* Return a list of the bounds of the dimensions of the parameter PARM behind
   the outermost one, the outer ones first.  Constant bounds are left out.
   Return NULL_TREE if the list is empty.  */

tree
objmode_variable_bounds (tree parm)
{
  tree list = bounds_of (parm);
  if (list == NULL_TREE)
    return NULL_TREE;
  tree type = written_array (list), bounds = NULL_TREE;
  if (type != NULL_TREE)
    {
      for (type = TREE_TYPE (type); TREE_CODE (type) == ARRAY_TYPE;
	   type = TREE_TYPE (type))
	{
	  tree bound = written_bound (type);
	  if (bound == NULL_TREE || TREE_CODE (bound) != INTEGER_CST)
	    bounds = tree_cons (NULL_TREE, bound, bounds);
	}
      return nreverse (bounds);
    }
  const char *text = TREE_STRING_POINTER (TREE_VALUE (list));
  const char *close = strrchr (text, ']');
  list = TREE_CHAIN (list);
  return (list != NULL_TREE && close != NULL && close > text
	  && close[-1] == '$' ? TREE_CHAIN (list) : list);
}

/* Return the parameter number N of the function DECL.  Return NULL_TREE if
   DECL is NULL_TREE or has no such parameter.  */

tree
objmode_declared_parameter (tree decl, unsigned n)
{
  if (decl == NULL_TREE)
    return NULL_TREE;
  tree parm = DECL_ARGUMENTS (decl);
  while (parm != NULL_TREE && n-- > 0)
    parm = DECL_CHAIN (parm);
  return parm;
}

/* Return true if V is a parameter whose declaration gives its bounds, and
   no clause gives others.  */

bool
objmode_bounded_parameter_p (const struct objmode_variable *v)
{
  return (v->decl != NULL_TREE && TREE_CODE (v->decl) == PARM_DECL
	  && POINTER_TYPE_P (TREE_TYPE (v->decl))
	  && objmode_parameter_bound (v->decl) != NULL_TREE);
}

/* If V, of TYPE, is a pointer to one object, return the type of the object.
   Otherwise return TYPE.  */

tree
objmode_single_target (const struct objmode_variable *v, tree type)
{
  return (POINTER_TYPE_P (type) && !objmode_dimensions_p (v)
	  && !objmode_bounded_parameter_p (v) ? TREE_TYPE (type) : type);
}
