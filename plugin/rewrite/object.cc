/* object.cc - The mentions OBJ (v) of a C body become members of its frame.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `outline'.

   Input: MENTIONS, VARIABLES.  */

#include "rewrite/body.h"
#include "tools/trees.h"

/* The replacement of mentions.  */
struct replacement
{
  struct objmode_block *block;
  tree frame;
};

/* Return the member for the mention M in the frame of R.  */

static tree
object_of (const struct replacement *r, const struct objmode_mention *m)
{
  for (unsigned i = 0; i < r->block->variables.length (); i++)
    {
      const struct objmode_variable *v = &r->block->variables[i];
      if (v->object && (m->v != NULL_TREE ? v->decl == m->v
			: strcmp (v->name, m->name) == 0))
	return build3 (COMPONENT_REF, TREE_TYPE (v->object_field), r->frame,
		       v->object_field, NULL_TREE);
    }
  gcc_unreachable ();
}

/* walk_tree callback: replace *TP if it is a mention; DATA is a struct
   replacement.  */

static tree
replace_object (tree *tp, int *walk_subtrees, void *data)
{
  struct replacement *r = (struct replacement *) data;
  const struct objmode_mention *m;

  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  else if ((m = objmode_mentioned_lvalue (r->block, *tp)) != NULL)
    {
      *tp = object_of (r, m);
      *walk_subtrees = 0;
    }
  else if ((m = objmode_mention_of (r->block, *tp)) != NULL)
    {
      *tp = build_fold_addr_expr (object_of (r, m));
      *walk_subtrees = 0;
    }
  return NULL_TREE;
}

/* Put the members of FRAME, a variable, in the place of the mentions of
   BLOCK.  */

void
objmode_replace_objects (struct objmode_block *block, tree frame)
{
  struct replacement r = { block, frame };
  objmode_walk (block->bind, replace_object, &r);
  objmode_walk_nested (block->fn, replace_object, &r);
}
