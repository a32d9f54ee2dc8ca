/* guard.cc - every, interval and once around the call.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The block becomes

     status = 0;
     if (n <= 0) goto skip;			every (n)
     if (count > 0) { count--; goto end; }
     if (count < 0) { count++; goto skip; }
     count = n - 1;
     if (block.count && count > 0) count = -count;
     if (!__objmode_interval_due (&state, s)) goto skip;
     if (state.done) goto end;			once
     if (!__objmode_once_enter (&state)) goto skip;
     ... the call and the stores of the stage outline ...
     __objmode_once_leave (&state, status);
     if (block.count && count > 0) count = -count;
     goto end;					only with guards
   skip:
     if (block.count) __objmode_skipped (&block);
   end:
     rc = status;				error (rc)
     if (status != 0) goto label;		goto (label)
     if (status == OBJMODE_RETURN) return tmp;	rewrite/leave.cc

   or, where the status may also say how the text left the block, with
   `status == OBJMODE_FAILED' for the status.

   If the process does not count what blocks cost, a skip is a counter and a
   compare.  If it counts the skips, COUNT is negative, and DONE stays 0.

   Input: CALL, STATUS, VARS.  Output: BIND holds the result.  */

#include "stage.h"
#include "rewrite/body.h"
#include "emit/function.h"
#include "emit/descriptor.h"
#include "emit/abi.h"
#include "block/query.h"
#include "tools/trees.h"

/* Return `goto LABEL' at LOC.  */

static tree
jump (location_t loc, tree label)
{
  tree stmt = build1 (GOTO_EXPR, void_type_node, label);
  SET_EXPR_LOCATION (stmt, loc);
  return stmt;
}

/* The labels of the block that is being guarded; SKIP is for a skip that may
   have to be counted.  COUNT is the counter of `every', or NULL_TREE without
   that clause.  */
struct guards
{
  tree skip, end, count;
};

/* Append to *LIST, at LOC: if CONDITION, go to LABEL.  */

static void
go_if (tree *list, location_t loc, tree condition, tree label)
{
  tree stmt = build3 (COND_EXPR, void_type_node, condition,
		      jump (loc, label), NULL_TREE);
  SET_EXPR_LOCATION (stmt, loc);
  objmode_add (list, stmt);
}

/* Append to *LIST: if CONDITION, which compares COUNT, add CHANGE to COUNT
   and go to LABEL.  */

static void
count_if (tree *list, location_t loc, tree_code condition, tree count,
	  int change, tree label)
{
  tree type = TREE_TYPE (count), then = alloc_stmt_list ();
  objmode_add (&then, build2 (MODIFY_EXPR, type, count,
			      build2 (PLUS_EXPR, type, count,
				      build_int_cst (type, change))));
  objmode_add (&then, jump (loc, label));
  objmode_add (list, build3 (COND_EXPR, void_type_node,
			     build2 (condition, boolean_type_node, count,
				     build_zero_cst (type)),
			     then, NULL_TREE));
}

/* Return EXPR of clause `every' as a long long.  */

static tree
every_count (tree expr)
{
  return objmode_saturate (long_long_integer_type_node, expr);
}

/* Append to *LIST a statement that does THEN if the runtime counts what BLOCK
   costs.  */

static void
add_if_counted (const struct objmode_block *block, tree *list, tree then)
{
  tree count
    = OBJMODE_MEMBER_AT (objmode_address_in (block, block->descriptor),
			 block, count);
  tree counted = build2 (NE_EXPR, boolean_type_node, count, null_pointer_node);
  tree unlikely = build_call_expr_loc
    (block->loc, builtin_decl_explicit (BUILT_IN_EXPECT), 2,
     fold_convert (long_integer_type_node, counted), integer_zero_node);
  objmode_add (list, build3 (COND_EXPR, void_type_node,
			     build2 (NE_EXPR, boolean_type_node, unlikely,
				     build_zero_cst (long_integer_type_node)),
			     then, NULL_TREE));
}

/* Append to *LIST a statement that makes COUNT, the counter of `every',
   negative if it is positive and the runtime counts what BLOCK costs.  Then
   each skip is counted.  */

static void
add_negative (const struct objmode_block *block, tree *list, tree count)
{
  tree type = TREE_TYPE (count);
  tree negate = build2 (MODIFY_EXPR, type, count,
			build1 (NEGATE_EXPR, type, count));
  add_if_counted (block, list,
		  build3 (COND_EXPR, void_type_node,
			  build2 (GT_EXPR, boolean_type_node, count,
				  build_zero_cst (type)), negate, NULL_TREE));
}

/* Append to *LIST the test of clause C, `every', of BLOCK.  Store the counter
   in GUARDS.  It is thread-local and counts down.  */

static void
add_every (struct objmode_block *block, const struct objmode_clause *c,
	   tree *list, struct guards *guards)
{
  tree type = long_long_integer_type_node;
  tree zero = build_zero_cst (type), one = build_one_cst (type);
  tree count = objmode_static ("objmode_every", type, zero, false);
  set_decl_tls_model (count, decl_default_tls_model (count));
  tree n = objmode_block_local (block, "objmode_n", type, &block->vars);

  objmode_add (list, build2 (MODIFY_EXPR, type, n, every_count (c->expr)));
  go_if (list, block->loc, build2 (LE_EXPR, boolean_type_node, n, zero),
	 guards->skip);
  count_if (list, block->loc, GT_EXPR, count, -1, guards->end);
  count_if (list, block->loc, LT_EXPR, count, 1, guards->skip);
  objmode_add (list, build2 (MODIFY_EXPR, type, count,
			     build2 (MINUS_EXPR, type, n, one)));
  add_negative (block, list, count);
  guards->count = count;
}

/* Append to *LIST the test of clause C, `interval', of BLOCK.  */

static void
add_interval (const struct objmode_block *block, const struct objmode_clause *c,
	      tree *list, const struct guards *guards)
{
  tree type = objmode_record (OBJMODE_RECORD_interval);
  struct objmode_interval_values v = {};
  v.unit = build_fold_addr_expr (objmode_unit ());
  tree state = objmode_static ("objmode_interval", type,
			       objmode_init_interval (type, &v), false);
  tree seconds = (INTEGRAL_TYPE_P (TREE_TYPE (c->expr))
		  ? build1 (FLOAT_EXPR, double_type_node, c->expr)
		  : fold_convert (double_type_node, c->expr));
  tree call = objmode_call_interval_due (block->loc,
					 objmode_address_in (block, state),
					 seconds);
  go_if (list, block->loc, build2 (EQ_EXPR, boolean_type_node, call,
				   integer_zero_node), guards->skip);
}

/* Append to *LIST the test of a clause `once' of BLOCK.  Return the address
   of its state.  */

static tree
add_once (const struct objmode_block *block, tree *list,
	  const struct guards *guards)
{
  tree type = objmode_record (OBJMODE_RECORD_once);
  struct objmode_once_values v = {};
  v.unit = build_fold_addr_expr (objmode_unit ());
  tree state = objmode_static ("objmode_once", type,
			       objmode_init_once (type, &v), false);
  tree address = objmode_address_in (block, state);
  tree load = builtin_decl_explicit (BUILT_IN_ATOMIC_LOAD_4);
  tree word = build_fold_addr_expr (OBJMODE_MEMBER_AT (address, once, done));
  tree done = build_call_expr_loc (block->loc, load, 2, word,
				   build_int_cst (integer_type_node,
						  MEMMODEL_ACQUIRE));
  go_if (list, block->loc, build2 (NE_EXPR, boolean_type_node, done,
				   build_zero_cst (TREE_TYPE (done))),
	 guards->end);
  tree enter = objmode_call_once_enter (block->loc, address);
  go_if (list, block->loc, build2 (EQ_EXPR, boolean_type_node, enter,
				   integer_zero_node), guards->skip);
  return address;
}

/* Append to *LIST what the clauses `error' and `goto' of BLOCK do with the
   status.  */

static void
add_report (const struct objmode_block *block, tree *list)
{
  const struct objmode_clause *c
    = objmode_lookup_clause (block, OBJMODE_CLAUSE_ERROR);
  tree failed = objmode_status_p (block, block->status, true);
  if (c != NULL)
    {
      /* RC gets all zeros or all ones, not the status, since it may have a
	 single bit.  */
      tree type = TREE_TYPE (c->expr);
      objmode_add (list, build2_loc (c->operand_loc, MODIFY_EXPR, type,
				     c->expr,
				     build3 (COND_EXPR, type, failed,
					     build_all_ones_cst (type),
					     build_zero_cst (type))));
    }
  c = objmode_lookup_clause (block, OBJMODE_CLAUSE_GOTO);
  if (c != NULL)
    objmode_add (list, build3 (COND_EXPR, void_type_node, failed, c->expr,
			       NULL_TREE));
}

/* Append to *LIST the labels of GUARDS and what stands between them: skips are
   counted if the runtime counts what BLOCK costs.  */

static void
add_skip (const struct objmode_block *block, tree *list,
	  const struct guards *guards)
{
  /* The first run is counted when it has ended.  */
  if (guards->count != NULL_TREE)
    add_negative (block, list, guards->count);
  objmode_add (list, jump (block->loc, guards->end));
  objmode_add (list, build1 (LABEL_EXPR, void_type_node, guards->skip));
  add_if_counted (block, list,
		  objmode_call_skipped
		    (block->loc,
		     objmode_address_in (block, block->descriptor)));
  objmode_add (list, build1 (LABEL_EXPR, void_type_node, guards->end));
}

/* Append to *LIST the call that ends a run of BLOCK, which has `once'.  ONCE
   is the address of its state.  */

static void
add_once_end (const struct objmode_block *block, tree *list, tree once)
{
  tree failed = block->status;
  if (objmode_leaves_p (block))
    failed = fold_convert (integer_type_node,
			   objmode_status_p (block, failed, true));
  objmode_add (list, objmode_call_once_leave (block->loc, once, failed));
}

/* The stage `guard': put the call of BLOCK, with its guards, in its place.  */

void
objmode_stage_guard (struct objmode_block *block)
{
  const struct objmode_clause *every
    = objmode_lookup_clause (block, OBJMODE_CLAUSE_EVERY);
  const struct objmode_clause *interval
    = objmode_lookup_clause (block, OBJMODE_CLAUSE_INTERVAL);
  bool has_once = objmode_lookup_clause (block, OBJMODE_CLAUSE_ONCE) != NULL;
  struct guards guards = { create_artificial_label (block->loc),
			   create_artificial_label (block->loc), NULL_TREE };
  tree list = alloc_stmt_list (), once = NULL_TREE;

  DECL_CONTEXT (guards.skip) = DECL_CONTEXT (guards.end) = block->fn;
  objmode_add_omp_uses (block, &list);
  objmode_add (&list, build2 (MODIFY_EXPR, integer_type_node, block->status,
			      integer_zero_node));
  if (every != NULL)
    add_every (block, every, &list, &guards);
  if (interval != NULL)
    add_interval (block, interval, &list, &guards);
  if (has_once)
    once = add_once (block, &list, &guards);
  objmode_add (&list, block->call);
  if (has_once)
    add_once_end (block, &list, once);
  if (every != NULL || interval != NULL || has_once)
    add_skip (block, &list, &guards);
  add_report (block, &list);
  objmode_add_leaves (block, &list);

  BIND_EXPR_VARS (block->bind) = block->vars;
  BLOCK_VARS (BIND_EXPR_BLOCK (block->bind)) = block->vars;
  BIND_EXPR_BODY (block->bind) = list;
  TREE_SIDE_EFFECTS (block->bind) = 1;
}
