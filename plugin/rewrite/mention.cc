/* mention.cc - How a C body uses the mentions OBJ (v).

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `body'.

   Input: MENTIONS.  Output: which of them are read and assigned.  */

#include "rewrite/body.h"
#include "tools/trees.h"

/* Return the mention of BLOCK that the expression T stands for, as the address
   of an object, or NULL.  */

struct objmode_mention *
objmode_mention_of (struct objmode_block *block, tree t)
{
  if (TREE_CODE (t) != TARGET_EXPR
      || TARGET_EXPR_INITIAL (t) == NULL_TREE
      || TREE_CODE (TARGET_EXPR_INITIAL (t)) != BIND_EXPR)
    return NULL;
  tree var = BIND_EXPR_VARS (TARGET_EXPR_INITIAL (t));
  for (unsigned i = 0; i < block->mentions.length (); i++)
    if (block->mentions[i].decl == var)
      return &block->mentions[i];
  return NULL;
}

/* Return the mention of BLOCK that the lvalue T stands for, or NULL.  */

struct objmode_mention *
objmode_mentioned_lvalue (struct objmode_block *block, tree t)
{
  if (TREE_CODE (t) != INDIRECT_REF)
    return NULL;
  t = TREE_OPERAND (t, 0);
  STRIP_NOPS (t);
  return objmode_mention_of (block, t);
}

/* walk_tree callback: see how *TP mentions objects of the block DATA.  */

static tree
find_object (tree *tp, int *walk_subtrees, void *data)
{
  struct objmode_block *block = (struct objmode_block *) data;
  struct objmode_mention *m;

  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  else if (TREE_CODE (*tp) == MODIFY_EXPR
	   && (m = objmode_mentioned_lvalue (block, TREE_OPERAND (*tp, 0)))
	       != NULL)
    {
      m->assigned = true;
      *walk_subtrees = 0;
      walk_tree_without_duplicates (&TREE_OPERAND (*tp, 1), find_object,
				    block);
    }
  else if ((m = objmode_mentioned_lvalue (block, *tp)) != NULL)
    {
      m->read = true;
      *walk_subtrees = 0;
    }
  else if ((m = objmode_mention_of (block, *tp)) != NULL)
    {
      /* The address of the object.  */
      m->read = m->assigned = true;
      *walk_subtrees = 0;
    }
  return NULL_TREE;
}

/* Find out which mentions of BLOCK are read and which are assigned.  */

void
objmode_find_objects (struct objmode_block *block)
{
  objmode_walk (block->bind, find_object, block);
  objmode_walk_nested (block->fn, find_object, block);
}
