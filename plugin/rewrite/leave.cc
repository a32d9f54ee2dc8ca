/* leave.cc - The statements that leave a block, behind its call.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `guard'.  After the stores, the guard, `error' and `goto',

     if (status == OBJMODE_RETURN) return tmp;
     if (status == OBJMODE_BREAK) break;
     if (status == OBJMODE_CONTINUE) continue;

   where TMP is an output that the text does not name, the last of the
   VARIABLES.  */

#include "rewrite/rewrite.h"
#include "rewrite/body.h"
#include "block/query.h"
#include "tools/trees.h"

/* Append to *LIST, at LOC, that STMT is done if the status of BLOCK is
   STATUS.  */

static void
add_leave (const struct objmode_block *block, tree *list, location_t loc,
	   unsigned status, tree stmt)
{
  TREE_SIDE_EFFECTS (stmt) = 1;
  SET_EXPR_LOCATION (stmt, loc);
  tree condition = build2 (EQ_EXPR, boolean_type_node, block->status,
			   build_int_cst (integer_type_node, status));
  tree leave = build3 (COND_EXPR, void_type_node, condition, stmt, NULL_TREE);
  SET_EXPR_LOCATION (leave, loc);
  objmode_add (list, leave);
}

/* Return a statement of CODE, BREAK_STMT or CONTINUE_STMT, of the innermost
   loop.  It has as many operands as this GCC gives it.  */

static tree
make_jump (enum tree_code code)
{
  tree stmt = make_node (code);
  TREE_TYPE (stmt) = void_type_node;
  return stmt;
}

/* Return a statement that returns VALUE, or nothing if that is NULL_TREE,
   from the function of BLOCK.  */

static tree
make_return (const struct objmode_block *block, tree value)
{
  tree result = DECL_RESULT (block->fn), stmt = NULL_TREE;
  if (value != NULL_TREE)
    stmt = build2 (MODIFY_EXPR, TREE_TYPE (result), result,
		   fold_convert (TREE_TYPE (result), value));
  stmt = build1 (RETURN_EXPR, void_type_node, stmt);
  TREE_SIDE_EFFECTS (stmt) = 1;
  /* C's error about it has been reported.  */
  if (value == NULL_TREE)
    objmode_suppress_return_type (stmt);
  return stmt;
}

/* Return true if T ends when control comes to the end of BIND, a statement
   somewhere in T.  */

static bool
last_p (tree t, tree bind)
{
  while (t != NULL_TREE && t != bind)
    switch (TREE_CODE (t))
      {
      case STATEMENT_LIST:
	t = (tsi_end_p (tsi_last (t)) ? NULL_TREE
	     : tsi_stmt (tsi_last (t)));
	break;
      case BIND_EXPR:
	t = BIND_EXPR_BODY (t);
	break;
      case COND_EXPR:
	if (last_p (COND_EXPR_THEN (t), bind))
	  return true;
	t = COND_EXPR_ELSE (t);
	break;
      default:
	return false;
      }
  return t != NULL_TREE;
}

/* Return true if control comes to the end of BLOCK only after a failure that
   is not reported.  */

static bool
always_leaves_p (const struct objmode_block *block)
{
  bool ends = (block->c_body ? block->falls_through
	       : !(block->py->flags & OBJMODE_PYSOURCE_NO_END));
  if (ends || !objmode_leaves_p (block))
    return false;
  for (unsigned i = 0; i < block->clauses.length (); i++)
    if (objmode_clause_role (block->clauses[i].kind) == OBJMODE_ROLE_PATH)
      return false;
  return true;
}

/* walk_tree callback: if the statement list *TP has a `case' behind the block
   DATA, let control fall into it without a warning.  */

static tree
note_case (tree *tp, int *walk_subtrees, void *data)
{
  const struct objmode_block *block = (const struct objmode_block *) data;
  tree before = NULL_TREE;

  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  if (TREE_CODE (*tp) != STATEMENT_LIST)
    return NULL_TREE;
  for (tree_stmt_iterator i = tsi_start (*tp); !tsi_end_p (i); tsi_next (&i))
    {
      tree stmt = tsi_stmt (i);
      if (TREE_CODE (stmt) == DEBUG_BEGIN_STMT)
	continue;
      if (TREE_CODE (stmt) == CASE_LABEL_EXPR && before != NULL_TREE
	  && TREE_CODE (before) != COND_EXPR && last_p (before, block->bind))
	FALLTHROUGH_LABEL_P (CASE_LABEL (stmt)) = 1;
      before = stmt;
    }
  return NULL_TREE;
}

/* Append to *LIST the statements that leave BLOCK if its Python text has done
   `return', `break' or `continue'.  */

static void
add_text_leaves (const struct objmode_block *block, tree *list)
{
  const struct objmode_pysource *py = block->py;
  tree value = NULL_TREE;

  for (unsigned i = 0; i < block->variables.length (); i++)
    if (block->variables[i].returned)
      value = block->variables[i].temporary;
  if (py->flags & OBJMODE_PYSOURCE_RETURN)
    add_leave (block, list, objmode_text_location (block, &py->where_return),
	       OBJMODE_RETURN, make_return (block, value));
  if (py->flags & OBJMODE_PYSOURCE_BREAK)
    add_leave (block, list, objmode_text_location (block, &py->where_break),
	       OBJMODE_BREAK, make_jump (BREAK_STMT));
  if (py->flags & OBJMODE_PYSOURCE_CONTINUE)
    add_leave (block, list,
	       objmode_text_location (block, &py->where_continue),
	       OBJMODE_CONTINUE, make_jump (CONTINUE_STMT));
}

/* Return true if BLOCK, text or C, may return from its function.  */

static bool
returns_p (const struct objmode_block *block)
{
  if (!block->c_body)
    return (block->py->flags & OBJMODE_PYSOURCE_RETURN) != 0;
  for (unsigned i = 0; i < block->exits.length (); i++)
    if (block->exits[i].code == RETURN_EXPR)
      return true;
  return false;
}

/* Append to *LIST the statements that leave BLOCK if the status says so.  */

void
objmode_add_leaves (struct objmode_block *block, tree *list)
{
  if (!block->c_body)
    add_text_leaves (block, list);
  for (unsigned i = 0; i < block->exits.length (); i++)
    {
      const struct objmode_exit *e = &block->exits[i];
      add_leave (block, list, EXPR_LOCATION (e->stmt), OBJMODE_RETURN + i,
		 e->code == RETURN_EXPR ? make_return (block, block->value)
		 : e->stmt);
    }
  if (!always_leaves_p (block))
    return;
  /* GCC need not warn about the path that only a failure takes.  */
  walk_tree_without_duplicates (&DECL_SAVED_TREE (block->fn), note_case,
				block);
  tree type = TREE_TYPE (DECL_RESULT (block->fn));
  if (returns_p (block) && !VOID_TYPE_P (type)
      && last_p (DECL_SAVED_TREE (block->fn), block->bind))
    objmode_add (list, make_return (block, build_zero_cst (type)));
}

/* BLOCK failed to compile and might have left its function or loop.  Make its
   end unreachable, so that GCC adds no warnings about the code behind it.  */

void
objmode_end_path (const struct objmode_block *block)
{
  if (block->given_up && !objmode_leaves_p (block))
    return;
  tree end = build_call_expr_loc (block->loc,
				  builtin_decl_explicit (BUILT_IN_UNREACHABLE),
				  0);
  append_to_statement_list (end, &BIND_EXPR_BODY (block->bind));
}
