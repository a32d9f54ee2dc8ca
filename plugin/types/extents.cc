/* extents.cc - The extents that a C function requires of its arguments.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The stages `resolve' and `convert' ask for them.  For

     void f (int n, int m, double a[2 * n][m])

   they are 2 * n and m, as they are computed from the other arguments.  */

#include "types/prototype.h"
#include "types/ctype.h"

/* Return the value of E in a frame, an element of ARGUMENTS, or E itself if
   ARGUMENTS is NULL.  Return NULL_TREE unless E is a parameter of DECL and an
   integer of at most 64 bits.  */

static tree
argument (tree e, tree decl, const vec<tree> *arguments)
{
  unsigned n = 0;

  for (tree parm = objmode_declared_parameter (decl, 0); parm != NULL_TREE;
       parm = DECL_CHAIN (parm), n++)
    if (e == parm)
      return (!INTEGRAL_TYPE_P (TREE_TYPE (parm))
	      || TYPE_PRECISION (TREE_TYPE (parm)) > 64 ? NULL_TREE
	      : arguments == NULL ? parm
	      : fold_convert (TREE_TYPE (parm),
			      unshare_expr ((*arguments)[n])));
  return NULL_TREE;
}

/* Return true if the division by DIVISOR cannot trap.  */

static bool
divisor_p (tree divisor)
{
  return (TREE_CODE (divisor) == INTEGER_CST && !integer_zerop (divisor)
	  && !integer_all_onesp (divisor));
}

/* Return a copy of E, part of a bound of a parameter of DECL, for use in
   another function.  ARGUMENTS are as in `argument'.  Return NULL_TREE if E is
   more than arithmetic that cannot trap.  */

static tree
rebuild (tree e, tree decl, const vec<tree> *arguments)
{
  tree a, b;

  if (!INTEGRAL_TYPE_P (TREE_TYPE (e)))
    return NULL_TREE;
  switch (TREE_CODE (e))
    {
    case INTEGER_CST:
      return e;
    case PARM_DECL:
      return argument (e, decl, arguments);
    case VAR_DECL:
      return ((TREE_STATIC (e) || DECL_EXTERNAL (e))
	      && !TREE_THIS_VOLATILE (e) ? e : NULL_TREE);
    case SAVE_EXPR:
    case NON_LVALUE_EXPR:
      return rebuild (TREE_OPERAND (e, 0), decl, arguments);
    CASE_CONVERT:
    case NEGATE_EXPR:
    case BIT_NOT_EXPR:
      a = rebuild (TREE_OPERAND (e, 0), decl, arguments);
      return (a == NULL_TREE ? NULL_TREE
	      : build1 (TREE_CODE (e), TREE_TYPE (e), a));
    case TRUNC_DIV_EXPR:
    case TRUNC_MOD_EXPR:
      if (!divisor_p (TREE_OPERAND (e, 1)))
	return NULL_TREE;
      /* Fall through.  */
    case PLUS_EXPR:
    case MINUS_EXPR:
    case MULT_EXPR:
    case MIN_EXPR:
    case MAX_EXPR:
    case BIT_AND_EXPR:
    case BIT_IOR_EXPR:
    case BIT_XOR_EXPR:
      a = rebuild (TREE_OPERAND (e, 0), decl, arguments);
      b = rebuild (TREE_OPERAND (e, 1), decl, arguments);
      return (a == NULL_TREE || b == NULL_TREE ? NULL_TREE
	      : build2 (TREE_CODE (e), TREE_TYPE (e), a, b));
    default:
      return NULL_TREE;
    }
}

/* Return the bound E, of a parameter of DECL, as an int64_t.  Larger values
   become the largest.  ARGUMENTS are as in `argument'.  Return NULL_TREE if E
   cannot be used in another function.  */

static tree
bound_value (tree e, tree decl, const vec<tree> *arguments)
{
  if (e == NULL_TREE || error_operand_p (e))
    return NULL_TREE;
  tree value = rebuild (e, decl, arguments);
  if (value == NULL_TREE || TYPE_PRECISION (TREE_TYPE (value)) > 64)
    return NULL_TREE;
  tree type = TREE_TYPE (value);
  if (TYPE_UNSIGNED (type) && TYPE_PRECISION (type) == 64)
    value = fold_build2 (MIN_EXPR, type, value,
			 fold_convert (type,
				       TYPE_MAX_VALUE (intDI_type_node)));
  return fold_convert (intDI_type_node, value);
}

/* PARM of DECL points to the array TYPE.  Append the extents of TYPE to
   EXTENTS; ARGUMENTS are as in `argument'.  Return false if one is not known
   before the call.  */

static bool
inner_extents (tree type, tree parm, tree decl, const vec<tree> *arguments,
	       vec<tree> *extents)
{
  tree bounds = parm != NULL_TREE ? objmode_variable_bounds (parm) : NULL_TREE;

  for (; type && TREE_CODE (type) == ARRAY_TYPE; type = TREE_TYPE (type))
    {
      tree domain = TYPE_DOMAIN (type), value;
      if (domain == NULL_TREE || TYPE_MAX_VALUE (domain) == NULL_TREE)
	return false;
      tree last = TYPE_MAX_VALUE (domain);
      if (TYPE_SIZE_UNIT (type) && integer_zerop (TYPE_SIZE_UNIT (type)))
	value = build_zero_cst (intDI_type_node);
      else if (TREE_CODE (last) == INTEGER_CST)
	value = build_int_cst (intDI_type_node, tree_to_shwi (last) + 1);
      else if (bounds == NULL_TREE)
	return false;
      else
	{
	  value = bound_value (TREE_VALUE (bounds), decl, arguments);
	  bounds = TREE_CHAIN (bounds);
	}
      if (value == NULL_TREE)
	return false;
      extents->safe_push (value);
    }
  return true;
}

/* Append to EXTENTS the extents, each an int64_t, that the declaration gives
   of the memory to which V, the parameter PARM of DECL, points.  PARM and DECL
   may be NULL_TREE.  ARGUMENTS are the values of the parameters in a frame, or
   NULL if these do not matter.  Set *OUTER if the first extent is that of the
   outermost dimension, which the type does not give.  Return false if another
   extent cannot be known.  */

bool
objmode_passed_extents (const struct objmode_passed *v, tree parm, tree decl,
			const vec<tree> *arguments, vec<tree> *extents,
			bool *outer)
{
  *outer = false;
  if (!(v->flags & OBJMODE_VAR_ARRAY))
    return true;
  if (parm != NULL_TREE)
    {
      tree value = bound_value (objmode_parameter_bound (parm), decl,
				arguments);
      *outer = value != NULL_TREE;
      if (*outer)
	extents->safe_push (value);
    }
  if (!inner_extents (v->array, parm, decl, arguments, extents))
    return false;
  if (v->bytes > 0)
    extents->safe_push (build_int_cst (intDI_type_node, v->bytes));
  return true;
}
