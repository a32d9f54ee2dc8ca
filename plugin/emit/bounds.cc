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

/* Give the function FN a body that stores EXTENTS where VALUES, its second
   parameter, points to.  Hand FN to GCC and return its address.  If EXTENTS is
   empty, FN does nothing.  */

tree
objmode_extents_function (tree fn, tree values, const vec<tree> &extents)
{
  tree body = alloc_stmt_list ();
  tree pointer = build_pointer_type (intDI_type_node);

  for (unsigned i = 0; i < extents.length (); i++)
    {
      tree place = fold_build_pointer_plus_hwi (fold_convert (pointer, values),
						8 * i);
      objmode_add (&body, build2 (MODIFY_EXPR, intDI_type_node,
				  build1 (INDIRECT_REF, intDI_type_node,
					  place), extents[i]));
    }
  objmode_finish_function (fn, NULL_TREE, body);
  return build_fold_addr_expr (fn);
}
