/* omp-uses.cc - Where a block uses the variables of an OpenMP region.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   GCC reports a variable that `default (none)' leaves out where it gimplifies
   the first use.  The first use in a block is an argument of a call, which GCC
   locates at the call.  So in a region a block begins with

     (void) n;

   at the place where its text or its clause names N.

   Input: REGION, CLAUSES, VARIABLES.  */

#include "rewrite/body.h"
#include "block/query.h"
#include "tools/trees.h"

/* What find_use fills in.  */
struct uses
{
  tree *list;
  location_t loc;
};

/* walk_tree callback: append a use of the variable *TP to the list of DATA, a
   struct uses.  An expression that the front end has parsed may have a place
   of its own.  A volatile variable is left out, since naming it reads it.  */

static tree
find_use (tree *tp, int *walk_subtrees, void *data)
{
  struct uses *uses = (struct uses *) data;

  if (TYPE_P (*tp) || EXPR_HAS_LOCATION (*tp)
      || TREE_CODE (*tp) == SAVE_EXPR)
    *walk_subtrees = 0;
  else if ((VAR_P (*tp) || TREE_CODE (*tp) == PARM_DECL)
	   && !DECL_ARTIFICIAL (*tp) && !TREE_THIS_VOLATILE (*tp))
    objmode_add (uses->list,
		 build1_loc (uses->loc, CONVERT_EXPR, void_type_node, *tp));
  return NULL_TREE;
}

/* Append to *LIST that the variables of EXPR, which may be NULL_TREE, are used
   at LOC.  */

static void
add_uses (tree *list, location_t loc, tree expr)
{
  struct uses uses = { list, loc };
  walk_tree_without_duplicates (&expr, find_use, &uses);
}

/* Append to *LIST that the variables in the value of V of BLOCK are used, and
   those in the extents and strides that its clause gives.  */

static void
use_variable (const struct objmode_block *block,
		  const struct objmode_variable *v, tree *list)
{
  const struct objmode_clause *c = v->clause;
  location_t loc = c != NULL ? c->operand_loc : v->loc;

  if (v->returned)
    return;
  add_uses (list, loc, v->value);
  for (int d = 0; c != NULL && d < c->ts.ndim; d++)
    {
      const struct objmode_tsdim *dim = &c->ts.dims[d];
      add_uses (list, objmode_type_location (block, c, dim->extent_begin,
						 dim->extent_end),
		    c->extents[d]);
      add_uses (list, objmode_type_location (block, c, dim->stride_begin,
						 dim->stride_end),
		    c->strides[d]);
    }
}

/* Append to *LIST the uses of variables by BLOCK, if it is in an OpenMP
   region.  */

void
objmode_add_omp_uses (const struct objmode_block *block, tree *list)
{
  if (block->region == NULL_TREE)
    return;
  for (unsigned i = 0; i < block->clauses.length (); i++)
    {
      const struct objmode_clause *c = &block->clauses[i];
      if (objmode_clause_has_value (c->kind))
	add_uses (list, c->operand_loc, c->expr);
    }
  for (unsigned i = 0; i < block->variables.length (); i++)
    use_variable (block, &block->variables[i], list);
}
