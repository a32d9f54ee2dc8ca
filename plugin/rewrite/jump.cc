/* jump.cc - Jumps into a C body and out of it.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stages `body' and `outline'.  A statement that leaves the body,

     return EXPR;

   becomes

     { value = EXPR; frame.line = LINE; code = OBJMODE_RETURN; goto end; }

   so that the block can be ended first.  Whether a `break' or `continue'
   leaves the body depends on the loops around it.

   Input: BIND.  Output: EXITS; the statements themselves.
   Errors: jumps that would get past the beginning or the end of the block.  */

#include "rewrite/body.h"
#include "emit/function.h"
#include "tools/trees.h"

/* The state of the walk over the body.  */
struct jumps
{
  struct objmode_block *block;
  bool rewrite;			/* Rewrite the statements; otherwise check
				   them.  */
  unsigned loops, switches;	/* Around the statement, in the body.  */
  vec<tree> names;		/* The names of those that have one.  */
  hash_set<tree> *labels;	/* Defined in the body.  */
  hash_set<tree> *functions;	/* Defined in the body.  */
  hash_set<tree> *seen;
  tree computed;		/* A computed goto in the body, or NULL.  */
  tree frame, code, value, end;	/* As in objmode_rewrite_exits.  */
};

/* Report that T leaves BLOCK in a way that the plugin cannot rewrite.  */

static void
report_exit (struct objmode_block *block, tree t)
{
  auto_diagnostic_group d;
  error_at (EXPR_LOC_OR_LOC (t, block->loc),
	    "invalid exit from %<objmode%> block");
  inform (block->loc, "the block begins here");
  block->erroneous = true;
}

/* Report that T jumps to LABEL, which is in BLOCK, from outside.  */

static void
report_entry (struct objmode_block *block, tree t, tree label)
{
  auto_diagnostic_group d;
  error_at (EXPR_LOC_OR_LOC (t, block->loc),
	    "invalid entry to %<objmode%> block");
  inform (DECL_SOURCE_LOCATION (label), "label %qD is in the block", label);
  block->erroneous = true;
}

/* Return the index of the exit of BLOCK that the statement T, of CODE, belongs
   to; add the exit if it is new.  Statements of one kind share an exit, and so
   do jumps to one label.  */

static unsigned
exit_index (struct objmode_block *block, tree t, enum tree_code code)
{
  tree label = code == GOTO_EXPR ? TREE_OPERAND (t, 0) : NULL_TREE;
  tree name = objmode_jump_name (t);
  unsigned i;

  for (i = 0; i < block->exits.length (); i++)
    if (block->exits[i].code == code && block->exits[i].label == label
	&& objmode_jump_name (block->exits[i].stmt) == name)
      return i;
  struct objmode_exit e = { code, t, label };
  block->exits.safe_push (e);
  return i;
}

/* Return statements that store the value of T, a RETURN_EXPR, in
   J->value.  */

static tree
store_value (const struct jumps *j, tree t)
{
  tree value = TREE_OPERAND (t, 0);

  if (value != NULL_TREE && j->value != NULL_TREE
      && (TREE_CODE (value) == MODIFY_EXPR || TREE_CODE (value) == INIT_EXPR))
    value = build2 (MODIFY_EXPR, TREE_TYPE (j->value), j->value,
		    fold_convert (TREE_TYPE (j->value),
				  TREE_OPERAND (value, 1)));
  return value;
}

/* The statement *TP, of CODE, leaves the body that J is about.  Note it as an
   exit, and rewrite it if J says so.  */

static void
found_exit (struct jumps *j, tree *tp, enum tree_code code)
{
  struct objmode_block *block = j->block;
  unsigned index = exit_index (block, *tp, code);
  location_t loc = EXPR_LOCATION (*tp);

  if (!j->rewrite)
    return;
  tree list = alloc_stmt_list ();
  if (code == RETURN_EXPR)
    {
      tree value = store_value (j, *tp);
      if (value != NULL_TREE && TREE_SIDE_EFFECTS (value))
	{
	  protected_set_expr_location_if_unset (value, loc);
	  objmode_add (&list, value);
	}
    }
  tree line = OBJMODE_BODY_MEMBER (block, j->frame, line);
  int n = loc != UNKNOWN_LOCATION ? expand_location (loc).line : 0;
  objmode_add (&list, build2 (MODIFY_EXPR, TREE_TYPE (line), line,
			      build_int_cst (TREE_TYPE (line), n)));
  objmode_add (&list, build2 (MODIFY_EXPR, integer_type_node, j->code,
			      build_int_cst (integer_type_node,
					     OBJMODE_RETURN + index)));
  tree jump = build1 (GOTO_EXPR, void_type_node, j->end);
  SET_EXPR_LOCATION (jump, loc);
  objmode_add (&list, jump);
  *tp = list;
}

/* Handle the goto *TP, which stands in the body that J is about.  */

static void
found_goto (struct jumps *j, tree *tp)
{
  tree target = TREE_OPERAND (*tp, 0);

  if (TREE_CODE (target) != LABEL_DECL)
    j->computed = *tp;
  else if (!j->labels->contains (target))
    found_exit (j, tp, GOTO_EXPR);
}

/* Return true if the function DECL may return twice, or to a place other than
   its call.  */

static bool
long_jump_p (tree decl)
{
  static const char *const names[] = {
    "setjmp", "sigsetjmp", "longjmp", "siglongjmp", "longjmp_chk"
  };
  if (DECL_NAME (decl) == NULL_TREE)
    return false;
  if (fndecl_built_in_p (decl, BUILT_IN_NORMAL)
      && (DECL_FUNCTION_CODE (decl) == BUILT_IN_SETJMP
	  || DECL_FUNCTION_CODE (decl) == BUILT_IN_LONGJMP))
    return true;
  const char *name = IDENTIFIER_POINTER (DECL_NAME (decl));
  name += strspn (name, "_");
  for (unsigned i = 0; i < ARRAY_SIZE (names); i++)
    if (strcmp (name, names[i]) == 0)
      return true;
  return false;
}

/* Report the call T in the body of BLOCK if it calls setjmp or longjmp.  */

static void
check_call (struct objmode_block *block, tree t)
{
  tree decl = get_callee_fndecl (t);
  if (decl == NULL_TREE || !long_jump_p (decl))
    return;
  auto_diagnostic_group d;
  error_at (EXPR_LOC_OR_LOC (t, block->loc),
	    "%qD called in a C body of an %<objmode%> block", decl);
  inform (block->loc, "the block begins here");
  block->erroneous = true;
}

/* Report the labels of the `asm goto' T that are not in the body.  */

static void
check_asm (struct jumps *j, tree t)
{
  for (tree l = ASM_LABELS (t); l != NULL_TREE; l = TREE_CHAIN (l))
    if (!j->labels->contains (TREE_VALUE (l)))
      {
	report_exit (j->block, t);
	return;
      }
}

static tree walk_body (tree *, int *, void *);

/* Walk the inside of T, a loop or a switch, with the statements that C says
   belong to it.  */

static void
walk_inside (struct jumps *j, tree t, bool loop)
{
  j->loops += loop;
  j->switches += !loop;
  j->names.safe_push (objmode_loop_name (t));
  for (int i = 0; i < TREE_OPERAND_LENGTH (t); i++)
    walk_tree (&TREE_OPERAND (t, i), walk_body, j, j->seen);
  j->names.pop ();
  j->loops -= loop;
  j->switches -= !loop;
}

/* Return true if T is the code of a loop, in which `continue' is allowed.  */

static bool
loop_p (tree t)
{
  switch (TREE_CODE (t))
    {
    case FOR_STMT: case WHILE_STMT: case DO_STMT:
    case OMP_FOR: case OMP_SIMD: case OMP_DISTRIBUTE: case OMP_TASKLOOP:
    case OMP_LOOP: case OACC_LOOP:
      return true;
    default:
      return false;
    }
}

/* Return true if the loop or switch that T, a `break' or `continue', belongs
   to is around the body.  */

static bool
belongs_outside_p (const struct jumps *j, tree t)
{
  tree name = objmode_jump_name (t);

  if (name == NULL_TREE)
    return (j->loops
	    + (TREE_CODE (t) == BREAK_STMT ? j->switches : 0)) == 0;
  for (unsigned i = 0; i < j->names.length (); i++)
    if (j->names[i] == name)
      return false;
  return true;
}

/* walk_tree callback: find out whether *TP, in a C body, leaves the body; DATA
   is a struct jumps.  */

static tree
walk_body (tree *tp, int *walk_subtrees, void *data)
{
  struct jumps *j = (struct jumps *) data;
  tree t = *tp;

  if (TYPE_P (t))
    *walk_subtrees = 0;
  else if (loop_p (t) || TREE_CODE (t) == SWITCH_STMT)
    {
      *walk_subtrees = 0;
      walk_inside (j, t, loop_p (t));
    }
  switch (TREE_CODE (t))
    {
    case BREAK_STMT:
    case CONTINUE_STMT:
      if (!belongs_outside_p (j, t))
	break;
      *walk_subtrees = 0;
      found_exit (j, tp, TREE_CODE (t));
      break;
    case RETURN_EXPR:
      *walk_subtrees = 0;
      walk_tree (&TREE_OPERAND (t, 0), walk_body, j, j->seen);
      found_exit (j, tp, RETURN_EXPR);
      break;
    case GOTO_EXPR:
      *walk_subtrees = 0;
      found_goto (j, tp);
      break;
    case CALL_EXPR:
      if (!j->rewrite)
	check_call (j->block, t);
      break;
    case ASM_EXPR:
      if (!j->rewrite)
	check_asm (j, t);
      break;
    default:
      break;
    }
  return NULL_TREE;
}

/* walk_tree callback: add the label that *TP defines to DATA, a set.  */

static tree
collect_label (tree *tp, int *walk_subtrees, void *data)
{
  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  if (TREE_CODE (*tp) == LABEL_EXPR)
    ((hash_set<tree> *) data)->add (LABEL_EXPR_LABEL (*tp));
  return NULL_TREE;
}

/* What is looked for around a body.  */
struct around
{
  struct jumps *j;
  tree switch_stmt;		/* Around the statement, or NULL.  */
  bool inside;			/* In the body.  */
  tree label_inside, label_outside;	/* Whose address is taken.  */
  tree computed;		/* A computed goto outside, or NULL.  */
};

/* Check the goto T outside the body, or in a nested function.  */

static void
check_outside_goto (struct around *a, tree t)
{
  tree target = TREE_OPERAND (t, 0);

  if (TREE_CODE (target) != LABEL_DECL)
    a->computed = t;
  else if (a->j->labels->contains (target))
    report_entry (a->j->block, t, target);
}

/* walk_tree callback: check whether *TP, in the function around a body, jumps
   into the body; DATA is a struct around.  */

static tree
walk_around (tree *tp, int *walk_subtrees, void *data)
{
  struct around *a = (struct around *) data;
  struct objmode_block *block = a->j->block;
  tree t = *tp;

  if (TYPE_P (t))
    *walk_subtrees = 0;
  else if (TREE_CODE (t) == ADDR_EXPR
	   && TREE_CODE (TREE_OPERAND (t, 0)) == LABEL_DECL)
    (a->j->labels->contains (TREE_OPERAND (t, 0))
     ? a->label_inside : a->label_outside) = TREE_OPERAND (t, 0);
  else if (t == block->bind && !a->inside)
    {
      struct around in = *a;
      in.inside = true;
      walk_tree_without_duplicates (tp, walk_around, &in);
      a->label_inside = in.label_inside;
      a->label_outside = in.label_outside;
      *walk_subtrees = 0;
    }
  else if (TREE_CODE (t) == SWITCH_STMT)
    {
      struct around in = *a;
      in.switch_stmt = a->inside ? NULL_TREE : t;
      for (int i = 0; i < TREE_OPERAND_LENGTH (t); i++)
	walk_tree (&TREE_OPERAND (t, i), walk_around, &in, NULL);
      in.switch_stmt = a->switch_stmt;
      *a = in;
      *walk_subtrees = 0;
    }
  else if (TREE_CODE (t) == CASE_LABEL_EXPR && a->inside
	   && a->switch_stmt != NULL_TREE)
    {
      auto_diagnostic_group d;
      error_at (EXPR_LOC_OR_LOC (t, DECL_SOURCE_LOCATION (CASE_LABEL (t))),
		"invalid entry to %<objmode%> block");
      inform (EXPR_LOCATION (a->switch_stmt), "switch starts here");
      block->erroneous = true;
    }
  else if (TREE_CODE (t) == GOTO_EXPR && !a->inside)
    check_outside_goto (a, t);
  else if (TREE_CODE (t) == ASM_EXPR && !a->inside)
    for (tree l = ASM_LABELS (t); l != NULL_TREE; l = TREE_CHAIN (l))
      if (a->j->labels->contains (TREE_VALUE (l)))
	report_entry (block, t, TREE_VALUE (l));
  return NULL_TREE;
}

/* walk_tree callback for functions nested in the body of the block DATA: a
   goto out of them must not leave it.  */

static tree
walk_nested (tree *tp, int *walk_subtrees, void *data)
{
  struct jumps *j = (struct jumps *) data;
  tree t = *tp;

  if (TYPE_P (t))
    *walk_subtrees = 0;
  if (TREE_CODE (t) == GOTO_EXPR
      && TREE_CODE (TREE_OPERAND (t, 0)) == LABEL_DECL
      && DECL_CONTEXT (TREE_OPERAND (t, 0)) == j->block->fn
      && !j->labels->contains (TREE_OPERAND (t, 0)))
    report_exit (j->block, t);
  else if (TREE_CODE (t) == CALL_EXPR)
    check_call (j->block, t);
  return NULL_TREE;
}

/* walk_tree callback: note the nested functions that the scope *TP defines,
   and walk them with walk_nested and DATA.  */

static tree
find_nested (tree *tp, int *walk_subtrees, void *data)
{
  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  if (TREE_CODE (*tp) == BIND_EXPR)
    for (tree f = BIND_EXPR_VARS (*tp); f != NULL_TREE; f = DECL_CHAIN (f))
      if (TREE_CODE (f) == FUNCTION_DECL && DECL_SAVED_TREE (f) != NULL_TREE)
	{
	  ((struct jumps *) data)->functions->add (f);
	  walk_tree_without_duplicates (&DECL_SAVED_TREE (f), walk_nested,
					data);
	  walk_tree_without_duplicates (&DECL_SAVED_TREE (f), find_nested,
					data);
	}
  return NULL_TREE;
}

/* Walk the functions nested in FN that are not in the body, with A.  */

static void
walk_nested_around (struct around *a, tree fn)
{
  for (cgraph_node *n = first_nested_function (cgraph_node::get_create (fn));
       n != NULL; n = next_nested_function (n))
    if (!a->j->functions->contains (n->decl))
      {
	walk_tree_without_duplicates (&DECL_SAVED_TREE (n->decl), walk_around,
				      a);
	walk_nested_around (a, n->decl);
      }
}

/* Return true if control may come to the end of the statement T.  The front
   end's block_may_fallthru does not know `break'.  */

static bool
falls_through_p (tree t)
{
  if (t == NULL_TREE)
    return true;
  switch (TREE_CODE (t))
    {
    case STATEMENT_LIST:
      for (tree_stmt_iterator i = tsi_last (t); !tsi_end_p (i); tsi_prev (&i))
	if (TREE_CODE (tsi_stmt (i)) != DEBUG_BEGIN_STMT)
	  return falls_through_p (tsi_stmt (i));
      return true;
    case BIND_EXPR:
      return falls_through_p (BIND_EXPR_BODY (t));
    case COND_EXPR:
      return (falls_through_p (COND_EXPR_THEN (t))
	      || falls_through_p (COND_EXPR_ELSE (t)));
    case TRY_FINALLY_EXPR:
      return falls_through_p (TREE_OPERAND (t, 0));
    case BREAK_STMT:
    case CONTINUE_STMT:
      return false;
    default:
      return block_may_fallthru (t);
    }
}

/* Check the jumps of BLOCK, whose marker has been taken out, and note its
   exits.  */

void
objmode_check_jumps (struct objmode_block *block)
{
  hash_set<tree> labels, functions, seen;
  tree bind = block->bind;
  struct jumps j = {};
  struct around a = { &j, NULL_TREE, false, NULL_TREE, NULL_TREE, NULL_TREE };

  j.block = block;
  j.labels = &labels;
  j.functions = &functions;
  j.seen = &seen;
  objmode_walk (bind, collect_label, &labels);
  block->falls_through = falls_through_p (BIND_EXPR_BODY (bind));
  walk_tree (&bind, walk_body, &j, &seen);
  objmode_walk (bind, find_nested, &j);
  walk_tree_without_duplicates (&DECL_SAVED_TREE (block->fn), walk_around,
				&a);
  walk_nested_around (&a, block->fn);
  for (unsigned i = 0; i < block->clauses.length (); i++)
    if (block->clauses[i].kind == OBJMODE_CLAUSE_GOTO
	&& labels.contains (TREE_OPERAND (block->clauses[i].expr, 0)))
      report_entry (block, block->clauses[i].expr,
		    TREE_OPERAND (block->clauses[i].expr, 0));
  /* A computed goto may jump to any label whose address is taken.  */
  if (j.computed != NULL_TREE && a.label_outside != NULL_TREE)
    report_exit (block, j.computed);
  if (a.computed != NULL_TREE && a.label_inside != NULL_TREE)
    report_entry (block, a.computed, a.label_inside);
}

/* Rewrite the statements that leave BLOCK.  Each stores its line in FRAME,
   what to do in CODE, and what to return in VALUE, which may be NULL_TREE, and
   then jumps to END.  */

void
objmode_rewrite_exits (struct objmode_block *block, tree frame, tree code,
		       tree value, tree end)
{
  hash_set<tree> labels, functions, seen;
  tree bind = block->bind;
  struct jumps j = {};

  j.block = block;
  j.rewrite = true;
  j.labels = &labels;
  j.functions = &functions;
  j.seen = &seen;
  j.frame = frame;
  j.code = code;
  j.value = value;
  j.end = end;
  objmode_walk (bind, collect_label, &labels);
  walk_tree (&bind, walk_body, &j, &seen);
}
