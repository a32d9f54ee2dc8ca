/* body-call.cc - The statements of a C body between its entry and its end.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `outline'.  The body stays in its place:

     frame.k = k;						inputs
     status = block.run (&block, &frame);
     if (status == 0)
       {
	 code = 0;
	 ... the statements of the user, OBJ (v) being frame.v ...
       end:
	 status = frame.leave (&block, &frame);
	 if (status == 0)
	   { y = frame.y_out; status = code; }
	 else
	   y = objmode.keep (y);
       }
     else
       x = objmode.keep (x);			what the body assigns

   so alloca, variables of variable size, asm, OpenMP, labels and nested
   functions mean what they mean in C.  Each statement that leaves the body has
   become a `goto end' with a code (see jump.cc).  Behind the guards

     if (status == OBJMODE_RETURN) return value;

   and so on then do what the statement said.  */

#include "rewrite/body.h"
#include "emit/function.h"
#include "emit/descriptor.h"
#include "block/query.h"
#include "tools/trees.h"

/* The variables that the body assigns.  */
struct targets
{
  struct objmode_block *block;
  auto_vec<tree> lvalues;
};

/* Return true if T is a local variable that is declared around the body of
   BLOCK, or a fixed part of one.  If the body does not run, GCC may take it
   for uninitialised.  */

static bool
local_target_p (const struct objmode_block *block, tree t)
{
  tree base = t;

  for (; handled_component_p (base); base = TREE_OPERAND (base, 0))
    if (TREE_CODE (base) == ARRAY_REF || TREE_CODE (base) == ARRAY_RANGE_REF
	|| (TREE_CODE (base) == COMPONENT_REF
	    && DECL_C_BIT_FIELD (TREE_OPERAND (base, 1))))
      return false;
  tree size = TYPE_SIZE_UNIT (TREE_TYPE (t));
  return (VAR_P (base) && DECL_CONTEXT (base) == block->fn
	  && !TREE_STATIC (base) && !DECL_EXTERNAL (base)
	  && !TREE_READONLY (base) && !TYPE_VOLATILE (TREE_TYPE (base))
	  && !TYPE_ATOMIC (TREE_TYPE (t))
	  && size != NULL_TREE && TREE_CODE (size) == INTEGER_CST
	  && TREE_CODE (TREE_TYPE (t)) != ARRAY_TYPE
	  && !objmode_declared_inside_p (block->fn, block->bind, base));
}

/* walk_tree callback: if *TP is an assignment, add its target to DATA, a
   struct targets.  */

static tree
find_targets (tree *tp, int *walk_subtrees, void *data)
{
  struct targets *targets = (struct targets *) data;
  tree t = *tp;

  if (TYPE_P (t))
    *walk_subtrees = 0;
  if (TREE_CODE (t) != MODIFY_EXPR
      || !local_target_p (targets->block, TREE_OPERAND (t, 0)))
    return NULL_TREE;
  t = TREE_OPERAND (t, 0);
  for (unsigned i = 0; i < targets->lvalues.length (); i++)
    if (operand_equal_p (targets->lvalues[i], t, 0))
      return NULL_TREE;
  targets->lvalues.safe_push (t);
  return NULL_TREE;
}

/* Return the statement that calls FUNCTION, a pointer, and stores the result
   in the status of BLOCK.  The arguments are the addresses of the descriptor
   of BLOCK and of FRAME.  */

static tree
call_runtime (const struct objmode_block *block, tree function, tree frame)
{
  tree call
    = objmode_call_runtime (block->loc, function,
			    objmode_address_in (block, block->descriptor),
			    frame);
  return build2 (MODIFY_EXPR, integer_type_node, block->status, call);
}

/* Append to *LIST the body of BLOCK and the call that ends it.  The body uses
   FRAME, and CODE is the variable that says how it was left.  */

static void
add_body (struct objmode_block *block, tree frame, tree code, tree *list)
{
  tree end = create_artificial_label (block->loc);
  tree zero = build_zero_cst (integer_type_node);
  DECL_CONTEXT (end) = block->fn;

  objmode_rewrite_exits (block, frame, code, block->value, end);
  objmode_replace_objects (block, frame);
  objmode_add (list, build2 (MODIFY_EXPR, integer_type_node, code, zero));
  objmode_add (list, BIND_EXPR_BODY (block->bind));
  objmode_add (list, build1 (LABEL_EXPR, void_type_node, end));
  tree leave = OBJMODE_BODY_MEMBER (block, frame, leave);
  objmode_add (list, call_runtime (block, leave, frame));
  tree done = alloc_stmt_list (), failed = alloc_stmt_list ();
  objmode_add_stores (block, &done, &failed);
  objmode_add (&done, build2 (MODIFY_EXPR, integer_type_node, block->status,
			      code));
  tree ok = build2 (EQ_EXPR, boolean_type_node, block->status, zero);
  objmode_add (list, build3 (COND_EXPR, void_type_node, ok, done, failed));
}

/* Set the CALL of BLOCK, which has a C body.  FRAME is its frame, a variable,
   and BEFORE the statements that store the inputs there.  The variables that
   are needed are put in front of *VARS.  */

void
objmode_outline_body (struct objmode_block *block, tree frame, tree before,
		      tree *vars)
{
  tree code = objmode_block_local (block, "objmode_code", integer_type_node,
				   vars);
  tree type = TREE_TYPE (DECL_RESULT (block->fn));
  tree list = alloc_stmt_list (), body = alloc_stmt_list ();
  tree not_entered = alloc_stmt_list ();
  struct targets targets;

  for (unsigned i = 0; i < block->exits.length (); i++)
    if (block->exits[i].code == RETURN_EXPR && !VOID_TYPE_P (type)
	&& block->value == NULL_TREE)
      {
	block->value = objmode_block_local (block, "objmode_value",
					    TYPE_MAIN_VARIANT (type), vars);
	objmode_suppress_uninitialized (block->value);
      }
  targets.block = block;
  if (!objmode_reports_p (block))
    objmode_walk (block->bind, find_targets, &targets);
  for (unsigned i = 0; i < block->variables.length (); i++)
    if (block->variables[i].temporary != NULL_TREE
	&& !objmode_reports_p (block))
      objmode_add_keep (block, &not_entered, block->variables[i].value);
  for (unsigned i = 0; i < targets.lvalues.length (); i++)
    objmode_add_keep (block, &not_entered, targets.lvalues[i]);

  objmode_add (&list, build_predict_expr (PRED_COLD_LABEL, NOT_TAKEN));
  objmode_add (&list, before);
  tree run = objmode_load_run (block->loc,
			       objmode_address_in (block, block->descriptor));
  objmode_add (&list, call_runtime (block, run, frame));
  add_body (block, frame, code, &body);
  tree ok = build2 (EQ_EXPR, boolean_type_node, block->status,
		    build_zero_cst (integer_type_node));
  objmode_add (&list, build3 (COND_EXPR, void_type_node, ok, body,
			      not_entered));
  block->call = list;
  /* The declarations of the user stay.  */
  *vars = chainon (*vars, BIND_EXPR_VARS (block->bind));
}
