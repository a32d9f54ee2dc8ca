/* stores.cc - Storing the outputs of a block.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `outline'.

     if (status == 0) y = tmp; else y = objmode.keep (y);

   `else y = keep (y)' sets y on both paths, so that GCC does not warn.  With
   `error' or `goto' the user can check whether y has been set, and then GCC
   may warn.  */

#include "rewrite/body.h"
#include "emit/function.h"
#include "block/query.h"
#include "tools/trees.h"

/* Append to *DONE the statements that store the outputs of BLOCK from their
   temporaries, and to *FAILED those that keep the outputs as they are.  The
   value of `return' is not stored.  */

void
objmode_add_stores (const struct objmode_block *block, tree *done,
		    tree *failed)
{
  for (unsigned i = 0; i < block->variables.length (); i++)
    {
      const struct objmode_variable *v = &block->variables[i];
      if (v->temporary == NULL_TREE || v->returned)
	continue;
      objmode_add (done, build2 (MODIFY_EXPR, TREE_TYPE (v->value),
				 unshare_expr (v->value),
				 fold_convert (TREE_TYPE (v->value),
					       v->temporary)));
      if (!objmode_reports_p (block))
	objmode_add_keep (block, failed, v->value);
    }
}
