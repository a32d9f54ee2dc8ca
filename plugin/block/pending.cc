/* pending.cc - The blocks and OBJMODE_HOLDs of the function that is parsed.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The handlers of the attributes fill these lists.  They are emptied when the
   outermost function is complete and its blocks have been processed.  */

#include "block/state.h"

/* The blocks of the outermost function, in the order of their markers, and the
   variables that are markers of its OBJMODE_HOLDs.  */
static vec<objmode_block *> blocks;
static vec<tree> holds;

/* Append BLOCK, whose marker has been parsed, to the blocks of the function
   that is being parsed.  */

void
objmode_add_pending (struct objmode_block *block)
{
  blocks.safe_push (block);
}

/* Append MARKER, the variable that marks an OBJMODE_HOLD, to those of the
   function that is being parsed.  */

void
objmode_add_pending_hold (tree marker)
{
  holds.safe_push (marker);
}

/* Return true if the function that is being parsed has a block or an
   OBJMODE_HOLD, up to here.  */

bool
objmode_pending_p (void)
{
  return !blocks.is_empty () || !holds.is_empty ();
}

/* Return true if the function that is being parsed has an OBJMODE_HOLD, up to
   here.  */

bool
objmode_pending_holds_p (void)
{
  return !holds.is_empty ();
}

/* Forget the blocks and OBJMODE_HOLDs: the function that they are in has been
   processed.  */

void
objmode_forget_pending (void)
{
  blocks.truncate (0);
  holds.truncate (0);
}

/* Return the block whose marker is the typedef DECL, or NULL.  */

struct objmode_block *
objmode_block_of_marker (tree decl)
{
  for (unsigned i = 0; i < blocks.length (); i++)
    if (blocks[i]->marker == decl)
      return blocks[i];
  return NULL;
}

/* Return true if the front end is parsing the C body of BLOCK and has parsed
   the declarations of its clauses.  */

static bool
open_body_p (const struct objmode_block *block)
{
  char name[32];
  sprintf (name, "__objmode_m_%d", block->id);
  return (block->c_body && lookup_name (get_identifier (name)) != NULL_TREE
	  && lookup_name (DECL_NAME (block->marker)) == block->marker);
}

/* Return the innermost block whose C body the front end is parsing, or
   NULL.  */

struct objmode_block *
objmode_open_body (void)
{
  for (unsigned i = blocks.length (); i-- > 0;)
    if (open_body_p (blocks[i]))
      return blocks[i];
  return NULL;
}

/* Return the variable that marks the compound statement BIND as an
   OBJMODE_HOLD, or NULL_TREE if BIND is an ordinary one.  */

tree
objmode_hold_marker (tree bind)
{
  for (tree var = BIND_EXPR_VARS (bind); var; var = DECL_CHAIN (var))
    if (VAR_P (var) && DECL_ARTIFICIAL (var))
      for (unsigned i = 0; i < holds.length (); i++)
	if (holds[i] == var)
	  return var;
  return NULL_TREE;
}

/* Return the block number ID of the function that is being parsed, or NULL if
   it has no such block.  */

const struct objmode_block *
objmode_pending_block (int id)
{
  for (unsigned i = blocks.length (); i-- > 0;)
    if (blocks[i]->id == id)
      return blocks[i];
  return NULL;
}
