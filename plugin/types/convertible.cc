/* convertible.cc - Which variables need no clause to be inputs.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The stages `resolve' and `control' ask this, for texts that may use any
   name.  */

#include "types/prototype.h"
#include "types/ctype.h"

/* Return true if TYPE, of the elements of an array, can be converted.  */

static bool
element_convertible_p (tree type)
{
  enum objmode_kind kind;
  type = strip_array_types (type);
  return (objmode_record_convertible_p (type, true)
	  || (objmode_scalar_kind (type, &kind)
	      && objmode_element_p (type, kind)));
}

/* Return true if each dimension of the array TYPE has an extent.  */

static bool
complete_p (tree type)
{
  for (; TREE_CODE (type) == ARRAY_TYPE; type = TREE_TYPE (type))
    if (objmode_extent_of (type) == NULL_TREE)
      return false;
  return true;
}

/* Return true if the variable, parameter or enumeration constant DECL needs no
   clause to be an input.  */

bool
objmode_convertible_p (tree decl)
{
  tree type = TREE_TYPE (decl);
  enum objmode_kind kind;

  if (error_operand_p (decl) || type == error_mark_node)
    return false;
  /* A parameter that is declared as an array with its extents.  A single
     string can be such a one as well.  */
  if (TREE_CODE (decl) == PARM_DECL && POINTER_TYPE_P (type)
      && objmode_parameter_bound (decl) != NULL_TREE)
    return (complete_p (TREE_TYPE (type))
	    && (objmode_string_p (type)
		|| element_convertible_p (TREE_TYPE (type))));
  if (TREE_CODE (type) == ARRAY_TYPE)
    return (complete_p (type)
	    && (objmode_strings_p (type) || element_convertible_p (type)));
  /* The runtime loads a word at once.  */
  if (TYPE_ATOMIC (type) && VAR_P (decl) && TYPE_SIZE_UNIT (type) != NULL_TREE
      && compare_tree_int (TYPE_SIZE_UNIT (type), POINTER_SIZE_UNITS) <= 0)
    return objmode_scalar_kind (TYPE_MAIN_VARIANT (type), &kind);
  return (objmode_ndarray_convertible_p (type)
	  || objmode_rng_convertible_p (type)
	  || objmode_record_convertible_p (type, false)
	  || objmode_scalar_kind (type, &kind)
	  || objmode_callable_pointer_p (type));
}
