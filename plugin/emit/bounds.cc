/* bounds.cc - The function that computes the extents of arguments.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `convert'.  Which extents these are is found in
   types/extents.cc.  For

     void f (int n, int m, double a[2 * n][m])

   the runtime gets

     static void objmode_extents.0 (void *frame, void *values)
     {
       ((int64_t *) values)[0] = 2 * ((struct frame *) frame)->n;
       ((int64_t *) values)[1] = ((struct frame *) frame)->m;
     }

   and calls it when all arguments except the pointers are in the frame.  */

#include "emit/function.h"
#include "tools/trees.h"

/* Return a new variable of FN, which is 0 until an extent finds that a division
   cannot be made.  */

tree
objmode_bad_variable (tree fn)
{
  tree bad = build_decl (BUILTINS_LOCATION, VAR_DECL,
			 create_tmp_var_name ("objmode_bad"),
			 integer_type_node);
  DECL_CONTEXT (bad) = fn;
  DECL_ARTIFICIAL (bad) = DECL_IGNORED_P (bad) = TREE_USED (bad) = 1;
  DECL_INITIAL (bad) = build_zero_cst (integer_type_node);
  return bad;
}

/* Give the function FN a body that stores EXTENTS where VALUES, its second
   parameter, points to.  If the variable BAD is set then, the first becomes the
   smallest number.  Hand FN to GCC and return its address.  */

tree
objmode_extents_function (tree fn, tree values, tree bad,
			  const vec<tree> &extents)
{
  tree body = alloc_stmt_list ();
  tree pointer = build_pointer_type (intDI_type_node), first = NULL_TREE;

  objmode_add (&body, build1 (DECL_EXPR, void_type_node, bad));
  for (unsigned i = 0; i < extents.length (); i++)
    {
      tree at = fold_build_pointer_plus_hwi (fold_convert (pointer, values),
					     8 * i);
      tree place = build1 (INDIRECT_REF, intDI_type_node, at);
      first = i == 0 ? place : first;
      objmode_add (&body, build2 (MODIFY_EXPR, intDI_type_node, place,
				  fold_convert (intDI_type_node,
						extents[i])));
    }
  tree set = build2 (MODIFY_EXPR, intDI_type_node, unshare_expr (first),
		     TYPE_MIN_VALUE (intDI_type_node));
  tree wrong = build2 (NE_EXPR, boolean_type_node, bad,
		       build_zero_cst (TREE_TYPE (bad)));
  objmode_add (&body, build3 (COND_EXPR, void_type_node, wrong, set,
			      build_empty_stmt (BUILTINS_LOCATION)));
  objmode_finish_function (fn, bad, body);
  return build_fold_addr_expr (fn);
}
