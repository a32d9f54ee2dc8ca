/* build.cc - Making statements, variables and numbers.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "tools/trees.h"

/* Append STMT to the statement list *LIST.  */

void
objmode_add (tree *list, tree stmt)
{
  append_to_statement_list_force (stmt, list);
}

/* Make a new local variable of the function FN at LOC, of TYPE.  Its name is
   NAME with a number.  Put it in front of *VARS and return it.  */

tree
objmode_local (tree fn, location_t loc, const char *name, tree type,
	       tree *vars)
{
  tree var = build_decl (loc, VAR_DECL, create_tmp_var_name (name),
			 type);
  DECL_CONTEXT (var) = fn;
  DECL_ARTIFICIAL (var) = DECL_IGNORED_P (var) = TREE_USED (var) = 1;
  layout_decl (var, 0);
  DECL_CHAIN (var) = *vars;
  *vars = var;
  return var;
}

/* Lay out TYPE, a record type of the plugin's own whose fields have all been
   added, as the runtime's compiler does.  What the user's file has in force
   does not change the layout: `#pragma pack' and -fpack-struct=N set
   maximum_field_alignment, by which layout_type lowers the alignment of
   fields.  */

void
objmode_layout_record (tree type)
{
  unsigned saved = maximum_field_alignment;

  maximum_field_alignment = 0;
  layout_type (type);
  maximum_field_alignment = saved;
}

/* Return the number N.  As the value of a member of a record it is converted
   to the type of the member.  */

tree
objmode_number (HOST_WIDE_INT n)
{
  return build_int_cst (long_long_integer_type_node, n);
}

/* Return E, of an integer type, as a value of TYPE, which is signed.  The
   values that TYPE does not have become its largest or its smallest.  */

tree
objmode_saturate (tree type, tree e)
{
  tree from = TREE_TYPE (e);
  int more = TYPE_PRECISION (from) - TYPE_PRECISION (type);
  if (more > 0 || (more == 0 && TYPE_UNSIGNED (from)))
    e = fold_build2 (MIN_EXPR, from, e,
		     fold_convert (from, TYPE_MAX_VALUE (type)));
  if (more > 0 && !TYPE_UNSIGNED (from))
    e = fold_build2 (MAX_EXPR, from, e,
		     fold_convert (from, TYPE_MIN_VALUE (type)));
  return fold_convert (type, e);
}
