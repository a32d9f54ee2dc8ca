/* uninitialized.cc - References that were never set.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  The runtime releases the object that an output,
   an objmode_object * or a struct with one, has held before, and reads it
   through its address.  GCC does not warn of that: it takes a pointer to an
   incomplete type for one to an empty struct.  So the plugin warns if nothing
   else in the function can have set the variable.  */

#include "types/types.h"
#include "types/ctype.h"
#include "tools/trees.h"

/* Return true if a value of TYPE holds a reference to an object, at any
   depth.  */

static bool
holds_reference_p (tree type)
{
  type = strip_array_types (type);
  if (objmode_object_pointer_p (type) || objmode_ndarray_p (type))
    return true;
  if (TREE_CODE (type) != RECORD_TYPE)
    return false;
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    if (TREE_CODE (f) == FIELD_DECL && holds_reference_p (TREE_TYPE (f)))
      return true;
  return false;
}

/* walk_tree callback: return *TP if it may set the variable DATA or a part of
   it.  */

static tree
find_store (tree *tp, int *, void *data)
{
  tree decl = (tree) data, t = *tp;

  switch (TREE_CODE (t))
    {
    case MODIFY_EXPR:
    case INIT_EXPR:
    case ADDR_EXPR:
      return objmode_base_of (TREE_OPERAND (t, 0)) == decl ? t : NULL_TREE;
    case ASM_EXPR:
      for (tree out = ASM_OUTPUTS (t); out; out = TREE_CHAIN (out))
	if (objmode_base_of (TREE_VALUE (out)) == decl)
	  return t;
      return NULL_TREE;
    default:
      return NULL_TREE;
    }
}

/* Warn if V of BLOCK is an output whose old reference is released, and has
   certainly not been set when the block is reached for the first time.  */

void
objmode_check_initialized (const struct objmode_block *block,
			   const struct objmode_variable *v)
{
  tree decl = objmode_base_of (v->value);

  /* GCC itself warns of what is passed in memory.  */
  if (!v->out || v->returned || !VAR_P (decl)
      || objmode_row_of (v->kind)->owns_reference
	 != objmode_object_pointer_p (TREE_TYPE (v->value))
      || !auto_var_in_fn_p (decl, block->fn) || TREE_ADDRESSABLE (decl)
      || DECL_INITIAL (decl) != NULL_TREE || DECL_EXTERNAL (decl)
      || !holds_reference_p (TREE_TYPE (v->value))
      || objmode_walk (DECL_SAVED_TREE (block->fn), find_store, decl)
	 != NULL_TREE)
    return;
  auto_diagnostic_group d;
  if (warning_at (v->loc, OPT_Wuninitialized, "%qD is used uninitialized",
		  decl))
    inform (DECL_SOURCE_LOCATION (decl), "%qD declared here; objmode releases"
	    " what it holds, so write %<= NULL%> or %<= { 0 }%>", decl);
}
