/* hold.cc - OBJMODE_HOLD: the GIL is kept over a compound statement.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The marker of such a statement is a variable (lex/hold-text.cc).  When the
   function is complete, the statement becomes

     {
       struct __objmode_hold hold;
       hold.unit = unit; hold.file = file;
       hold.function = function; hold.line = line;
       __objmode_hold_enter (&hold);
       try { BODY } finally { __objmode_hold_leave (&hold); }
     }

   as GCC does for attribute `cleanup'.  So the GIL is given back however
   control leaves the statement.

   Errors here: jumps into the compound statement.  */

#include "rewrite/rewrite.h"
#include "emit/descriptor.h"
#include "emit/abi.h"
#include "block/state.h"
#include "tools/trees.h"

/* What is known of the jumps of a function.  */
struct jumps
{
  auto_vec<tree> inside;	/* Labels of the compound statement.  */
  tree bind;
  location_t loc;		/* The place of OBJMODE_HOLD.  */
  bool address;			/* The address of one of INSIDE is taken.  */
};

/* Report the jump at LOC into the compound statement of J.  */

static void
report (const struct jumps *j, location_t loc)
{
  auto_diagnostic_group d;
  error_at (loc, "jump into an %<OBJMODE_HOLD%>");
  inform (j->loc, "the %<OBJMODE_HOLD%> begins here");
}

/* walk_tree callback: collect the labels for DATA, a struct jumps.  Case
   labels of switches inside do not count.  */

static tree
collect_labels (tree *tp, int *walk_subtrees, void *data)
{
  struct jumps *j = (struct jumps *) data;

  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  else if (TREE_CODE (*tp) == LABEL_EXPR)
    j->inside.safe_push (LABEL_EXPR_LABEL (*tp));
  return NULL_TREE;
}

/* Return true if LABEL is in the compound statement of J.  */

static bool
inside_p (const struct jumps *j, tree label)
{
  for (unsigned i = 0; i < j->inside.length (); i++)
    if (j->inside[i] == label)
      return true;
  return false;
}

/* walk_tree callback: see whether the address of one of the labels of DATA, a
   struct jumps, is taken.  */

static tree
check_addresses (tree *tp, int *walk_subtrees, void *data)
{
  struct jumps *j = (struct jumps *) data;

  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  else if (TREE_CODE (*tp) == ADDR_EXPR)
    j->address |= inside_p (j, TREE_OPERAND (*tp, 0));
  return NULL_TREE;
}

/* walk_tree callback: report the case labels of the compound statement of
   DATA, a struct jumps, that belong to a switch around it.  */

static tree
check_cases (tree *tp, int *walk_subtrees, void *data)
{
  struct jumps *j = (struct jumps *) data;

  if (TYPE_P (*tp) || TREE_CODE (*tp) == SWITCH_STMT)
    *walk_subtrees = 0;
  else if (TREE_CODE (*tp) == CASE_LABEL_EXPR)
    report (j, EXPR_LOCATION (*tp));
  return NULL_TREE;
}

/* walk_tree callback: report jumps into the compound statement of DATA, a
   struct jumps, from outside.  */

static tree
check_jumps (tree *tp, int *walk_subtrees, void *data)
{
  struct jumps *j = (struct jumps *) data;

  if (TYPE_P (*tp) || *tp == j->bind)
    *walk_subtrees = 0;
  else if (TREE_CODE (*tp) == GOTO_EXPR)
    {
      tree label = GOTO_DESTINATION (*tp);
      if (TREE_CODE (label) == LABEL_DECL ? inside_p (j, label) : j->address)
	report (j, EXPR_LOCATION (*tp));
    }
  return NULL_TREE;
}

/* Report jumps into the compound statement BIND, marked at LOC, of FN.  */

static void
check_borders (tree fn, tree bind, location_t loc)
{
  struct jumps j = { {}, bind, loc, false };
  walk_tree_without_duplicates (&BIND_EXPR_BODY (bind), collect_labels, &j);
  walk_tree_without_duplicates (&BIND_EXPR_BODY (bind), check_cases, &j);
  if (j.inside.is_empty ())
    return;
  walk_tree_without_duplicates (&DECL_SAVED_TREE (fn), check_addresses, &j);
  walk_tree_without_duplicates (&DECL_SAVED_TREE (fn), check_jumps, &j);
}

/* Append to *LIST the statement that stores VALUE to FIELD of VAR.  */

static void
store (tree *list, tree var, tree field, tree value)
{
  tree type = TREE_TYPE (field);
  objmode_add (list, build2 (MODIFY_EXPR, type,
			     build3 (COMPONENT_REF, type, var, field,
				     NULL_TREE), fold_convert (type, value)));
}

/* Append to *LIST the statements that fill in VAR, a struct __objmode_hold, for
   the OBJMODE_HOLD at LOC of FN.  */

static void
fill_in (tree *list, tree var, tree fn, location_t loc)
{
  tree type = TREE_TYPE (var);
  expanded_location x = expand_location (loc);

  /* The OBJMODE_HOLD may be in an OpenMP region.  */
  store (list, var, OBJMODE_FIELD (type, hold, unit),
	 flag_openmp || flag_openacc ? objmode_integer_address (objmode_unit ())
	 : build_fold_addr_expr (objmode_unit ()));
  store (list, var, OBJMODE_FIELD (type, hold, file), objmode_string (x.file));
  store (list, var, OBJMODE_FIELD (type, hold, function),
	 objmode_string (IDENTIFIER_POINTER (DECL_NAME (fn))));
  store (list, var, OBJMODE_FIELD (type, hold, line),
	 build_int_cst (integer_type_node, x.line));
}

/* Rewrite the compound statement BIND of FN, whose marker is MARKER, so that
   the thread keeps the GIL in it.  */

static void
hold (tree fn, tree bind, tree marker)
{
  location_t loc = DECL_SOURCE_LOCATION (marker);
  tree var = build_decl (loc, VAR_DECL, create_tmp_var_name ("objmode_hold"),
			 objmode_record (OBJMODE_RECORD_hold));
  DECL_CONTEXT (var) = fn;
  DECL_ARTIFICIAL (var) = DECL_IGNORED_P (var) = TREE_USED (var) = 1;
  TREE_ADDRESSABLE (var) = 1;
  layout_decl (var, 0);
  DECL_CHAIN (var) = BIND_EXPR_VARS (bind);
  BIND_EXPR_VARS (bind) = var;
  DECL_INITIAL (marker) = NULL_TREE;

  tree list = alloc_stmt_list ();
  fill_in (&list, var, fn, loc);
  objmode_add (&list, objmode_call_hold_enter (loc,
					       build_fold_addr_expr (var)));
  tree body = build2 (TRY_FINALLY_EXPR, void_type_node, BIND_EXPR_BODY (bind),
		      objmode_call_hold_leave (loc,
					       build_fold_addr_expr (var)));
  TREE_SIDE_EFFECTS (body) = 1;
  objmode_add (&list, body);
  BIND_EXPR_BODY (bind) = list;
}

/* walk_tree callback: if *TP is an OBJMODE_HOLD of the function DATA, check
   and rewrite it.  */

static tree
find_hold (tree *tp, int *walk_subtrees, void *data)
{
  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  else if (TREE_CODE (*tp) == BIND_EXPR)
    {
      tree fn = (tree) data;
      tree marker = objmode_hold_marker (*tp);
      if (marker == NULL_TREE)
	return NULL_TREE;
      if (*tp == objmode_outermost_bind (DECL_SAVED_TREE (fn)))
	error_at (DECL_SOURCE_LOCATION (marker), "%<objmode_hold%> attribute"
		  " applies only to a compound statement");
      else
	{
	  check_borders (fn, *tp, DECL_SOURCE_LOCATION (marker));
	  hold (fn, *tp, marker);
	}
    }
  return NULL_TREE;
}

/* Handle each OBJMODE_HOLD of FN, whose blocks have been processed.  */

void
objmode_process_holds (tree fn)
{
  if (objmode_pending_holds_p ())
    walk_tree_without_duplicates (&DECL_SAVED_TREE (fn), find_hold, fn);
}
