/* leave.cc - return, break and continue of the text.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The stage runs when the front end has just parsed the marker, so that
   its variables tell what the block stands in.  Later stages use what is
   behind it: after the stores, the guard, `error' and `goto',

     if (status == OBJMODE_RETURN) return tmp;
     if (status == OBJMODE_BREAK) break;
     if (status == OBJMODE_CONTINUE) continue;

   where TMP is an output that the text does not name, the last of the
   VARIABLES.

   Input: PY.  Errors: what C says of such statements in that place.  */

#include "block.h"

/* Report MESSAGE, about a `return' of BLOCK at SPAN, as C does of one that
   does not go with the type of the function.  */

static void
report_mismatch (struct objmode_block *block,
		 const struct objmode_pyspan *span, const char *message)
{
  auto_diagnostic_group d;
  if (objmode_return_mismatch (objmode_text_location (block, span), message))
    inform (DECL_SOURCE_LOCATION (current_function_decl), "declared here");
}

/* Check the `return' statements of BLOCK, and count them as the function's
   own.  */

static void
check_return (struct objmode_block *block)
{
  const struct objmode_pysource *py = block->py;
  tree type = TREE_TYPE (TREE_TYPE (current_function_decl));

  if (TREE_THIS_VOLATILE (current_function_decl))
    warning_at (objmode_text_location (block, &py->where_return), 0,
		"function declared %<noreturn%> has a %<return%> statement");
  if (py->where_value.line != 0 && VOID_TYPE_P (type))
    {
      current_function_returns_null = 1;
      report_mismatch (block, &py->where_value, G_("%<return%> with a value,"
		       " in function returning void"));
    }
  else if (py->where_value.line != 0)
    current_function_returns_value = 1;
  if (py->where_no_value.line == 0)
    return;
  current_function_returns_null = 1;
  if (!VOID_TYPE_P (type) && (warn_return_type >= 0 || flag_isoc99))
    report_mismatch (block, &py->where_no_value, G_("%<return%> with no value,"
		     " in function returning non-void"));
}

/* Report MESSAGE, about the first `break' or `continue' of BLOCK, at SPAN.  */

static void
report_jump (struct objmode_block *block, const struct objmode_pyspan *span,
	     const char *message)
{
  error_at (objmode_text_location (block, span), message);
  block->erroneous = true;
}

/* Check a `break' of BLOCK.  */

static void
check_break (struct objmode_block *block)
{
  const struct objmode_pyspan *span = &block->py->where_break;
  unsigned in = objmode_in_statement ();

  if (in == 0)
    report_jump (block, span, G_("break statement not within loop or switch"));
  else if (in == IN_OMP_BLOCK)
    report_jump (block, span, G_("invalid exit from OpenMP structured block"));
  else if (in == IN_OMP_FOR)
    report_jump (block, span,
		 G_("break statement used with OpenMP for loop"));
}

/* Check a `continue' of BLOCK.  */

static void
check_continue (struct objmode_block *block)
{
  const struct objmode_pyspan *span = &block->py->where_continue;
  unsigned in = objmode_in_statement () & ~IN_SWITCH_STMT;

  if (in == 0)
    report_jump (block, span, G_("continue statement not within a loop"));
  else if (in == IN_OMP_BLOCK)
    report_jump (block, span, G_("invalid exit from OpenMP structured block"));
}

/* The stage: check how the text of BLOCK leaves it.  */

void
objmode_stage_leave (struct objmode_block *block)
{
  if (block->module || block->c_body || current_function_decl == NULL_TREE)
    return;
  if (block->py->flags & OBJMODE_PYSOURCE_RETURN)
    check_return (block);
  if (block->py->flags & OBJMODE_PYSOURCE_BREAK)
    check_break (block);
  if (block->py->flags & OBJMODE_PYSOURCE_CONTINUE)
    check_continue (block);
}

/* Return true if the text or the C body of BLOCK may leave it.  */

bool
objmode_leaves_p (const struct objmode_block *block)
{
  if (block->c_body)
    return !block->exits.is_empty ();
  return (block->py->flags
	  & (OBJMODE_PYSOURCE_RETURN | OBJMODE_PYSOURCE_BREAK
	     | OBJMODE_PYSOURCE_CONTINUE)) != 0;
}

/* Add to BLOCK, behind all others, the variable that holds the value of
   `return', if the function takes one.  */

void
objmode_add_returned (struct objmode_block *block)
{
  struct objmode_variable v;

  if (block->c_body || block->py->where_value.line == 0
      || VOID_TYPE_P (TREE_TYPE (DECL_RESULT (block->fn))))
    return;
  memset (&v, 0, sizeof v);
  v.name = "return";
  v.loc = objmode_text_location (block, &block->py->where_value);
  v.out = v.returned = true;
  block->variables.safe_push (v);
}

/* Set the conversion of V, the value that BLOCK returns.  */

void
objmode_type_returned (struct objmode_block *block,
		       struct objmode_variable *v)
{
  tree type = TREE_TYPE (DECL_RESULT (block->fn));
  const char *reason = NULL;

  v->value = DECL_RESULT (block->fn);
  v->type = TYPE_MAIN_VARIANT (type);
  v->c_name = concat ("return value of ",
		      IDENTIFIER_POINTER (DECL_NAME (block->fn)), NULL);
  if (objmode_ndarray_p (type) && objmode_ndarray_convertible_p (type))
    v->kind = OBJMODE_KIND_NDARRAY;
  else if (!objmode_scalar_kind (type, &v->kind))
    reason = (POINTER_TYPE_P (type)
	      ? _("Python has no value for a pointer to this type")
	      : _("this type is not yet supported"));
  else if (v->kind == OBJMODE_KIND_STRING && TYPE_READONLY (TREE_TYPE (type)))
    reason = _("its string would be the caller's to free, and so must not be"
	       " const");
  if (reason == NULL)
    return;
  error_at (v->loc, "value of type %qT cannot be returned from Python: %s",
	    type, reason);
  block->erroneous = true;
}

/* Return the condition that STATUS, of BLOCK, is that of a failure; or if
   not FAILED, that it is not.  */

tree
objmode_status_p (const struct objmode_block *block, tree status, bool failed)
{
  if (!objmode_leaves_p (block))
    return build2 (failed ? NE_EXPR : EQ_EXPR, boolean_type_node, status,
		   build_int_cst (integer_type_node, OBJMODE_DONE));
  return build2 (failed ? EQ_EXPR : NE_EXPR, boolean_type_node, status,
		 build_int_cst (integer_type_node, OBJMODE_FAILED));
}

/* Append STMT at LOC to *LIST, under the condition that the status of BLOCK
   is STATUS.  */

static void
add_leave (struct objmode_block *block, tree *list, location_t loc,
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
   loop, whatever operands this GCC gives it.  */

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
make_return (struct objmode_block *block, tree value)
{
  tree result = DECL_RESULT (block->fn), stmt = NULL_TREE;
  if (value != NULL_TREE)
    stmt = build2 (MODIFY_EXPR, TREE_TYPE (result), result,
		   fold_convert (TREE_TYPE (result), value));
  stmt = build1 (RETURN_EXPR, void_type_node, stmt);
  TREE_SIDE_EFFECTS (stmt) = 1;
  /* What C says of it has been said.  */
  if (value == NULL_TREE)
    objmode_suppress_return_type (stmt);
  return stmt;
}

/* Return true if control that comes to the end of BIND, somewhere in T,
   comes to the end of T.  */

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
    if (block->clauses[i].kind != OBJMODE_CLAUSE_OUTPUT
	&& block->clauses[i].kind != OBJMODE_CLAUSE_EXPR)
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

/* Append to *LIST what leaves BLOCK if its text says so.  */

static void
add_text_leaves (struct objmode_block *block, tree *list)
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

/* Append to *LIST what leaves BLOCK.  */

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
  /* GCC need not warn of the way that only a failure takes.  */
  walk_tree_without_duplicates (&DECL_SAVED_TREE (block->fn), note_case,
				block);
  tree type = TREE_TYPE (DECL_RESULT (block->fn));
  if (returns_p (block) && !VOID_TYPE_P (type)
      && last_p (DECL_SAVED_TREE (block->fn), block->bind))
    objmode_add (list, make_return (block, build_zero_cst (type)));
}
