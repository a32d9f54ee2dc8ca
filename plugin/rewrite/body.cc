/* body.cc - C bodies.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The body stays in its place:

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
   functions mean what they mean in C.  What leaves the body has become a
   `goto end' with a code, see jump.cc; behind the guards

     if (status == OBJMODE_RETURN) return value;

   and so on do what it said.

   Input: BIND, CLAUSES, MENTIONS.
   Output: VARIABLES, EXITS; CALL.
   Errors: text among the statements, clauses without use, mentions of what
   the body itself declares.  */

#include "emit/descriptor.h"

/* Call walk_tree on all functions nested in FN with FUNC and DATA.  */

void
objmode_walk_nested (tree fn, walk_tree_fn func, void *data)
{
  for (cgraph_node *n = first_nested_function (cgraph_node::get_create (fn));
       n != NULL; n = next_nested_function (n))
    {
      walk_tree_without_duplicates (&DECL_SAVED_TREE (n->decl), func, data);
      objmode_walk_nested (n->decl, func, data);
    }
}

/* Return true if DECL is one of the marker's.  */

bool
objmode_marker_decl_p (tree decl)
{
  static const char prefix[] = "__objmode_";
  return (DECL_NAME (decl) != NULL_TREE
	  && strncmp (IDENTIFIER_POINTER (DECL_NAME (decl)), prefix,
		      sizeof prefix - 1) == 0);
}

/* Take what belongs to the marker out of the body of BLOCK.  */

static void
take_marker_out (struct objmode_block *block)
{
  tree body = BIND_EXPR_BODY (block->bind), list = alloc_stmt_list ();

  if (TREE_CODE (body) == STATEMENT_LIST)
    for (tree_stmt_iterator i = tsi_start (body); !tsi_end_p (i); tsi_next (&i))
      {
	tree t = tsi_stmt (i);
	if (!(TREE_CODE (t) == DECL_EXPR
	      && objmode_marker_decl_p (DECL_EXPR_DECL (t))))
	  objmode_add (&list, t);
      }
  BIND_EXPR_BODY (block->bind) = list;

  tree *vars = &BIND_EXPR_VARS (block->bind);
  while (*vars != NULL_TREE)
    if (objmode_marker_decl_p (*vars))
      *vars = DECL_CHAIN (*vars);
    else
      vars = &DECL_CHAIN (*vars);
}

/* Return the first string literal that is a statement in the statement T, or
   NULL_TREE.  Those in expressions are C.  */

static tree
literal_statement (tree t)
{
  tree found = NULL_TREE, literal;

  if (t == NULL_TREE)
    return NULL_TREE;
  switch (TREE_CODE (t))
    {
    case STATEMENT_LIST:
      for (tree_stmt_iterator i = tsi_start (t); !tsi_end_p (i) && !found;
	   tsi_next (&i))
	found = literal_statement (tsi_stmt (i));
      return found;
    case BIND_EXPR:
      return literal_statement (BIND_EXPR_BODY (t));
    case COND_EXPR:
      if (!VOID_TYPE_P (TREE_TYPE (t)))
	return NULL_TREE;
      found = literal_statement (COND_EXPR_THEN (t));
      return found ? found : literal_statement (COND_EXPR_ELSE (t));
    case FOR_STMT:
      return literal_statement (FOR_BODY (t));
    case WHILE_STMT:
      return literal_statement (WHILE_BODY (t));
    case DO_STMT:
      return literal_statement (DO_BODY (t));
    case SWITCH_STMT:
      return literal_statement (SWITCH_STMT_BODY (t));
    case TRY_FINALLY_EXPR:
      return literal_statement (TREE_OPERAND (t, 0));
    default:
      literal = tree_strip_nop_conversions (t);
      return (!VOID_TYPE_P (TREE_TYPE (t)) && TREE_CODE (literal) == ADDR_EXPR
	      && TREE_CODE (TREE_OPERAND (literal, 0)) == STRING_CST
	      ? t : NULL_TREE);
    }
}

/* Report the string literals among the statements of BLOCK.  */

static void
check_literals (struct objmode_block *block)
{
  tree t = literal_statement (BIND_EXPR_BODY (block->bind));

  if (t == NULL_TREE)
    return;
  error_at (EXPR_LOCATION (t), "body of %<objmode%> block mixes Python text"
	    " with other statements");
  block->erroneous = true;
}

/* walk_tree callback: find the scope that declares DATA.  */

static tree
find_declaration (tree *tp, int *walk_subtrees, void *data)
{
  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  if (TREE_CODE (*tp) == BIND_EXPR)
    for (tree v = BIND_EXPR_VARS (*tp); v != NULL_TREE; v = DECL_CHAIN (v))
      if (v == (tree) data)
	return v;
  return NULL_TREE;
}

/* Return true if the variable V is declared in the body of BLOCK, or in a
   function there.  */

static bool
inside_p (struct objmode_block *block, tree v)
{
  tree context = DECL_CONTEXT (v);

  if (context == NULL_TREE || TREE_CODE (context) != FUNCTION_DECL)
    return false;
  for (tree fn = context; fn != NULL_TREE && TREE_CODE (fn) == FUNCTION_DECL;
       fn = DECL_CONTEXT (fn))
    if (fn == block->fn)
      return (context != block->fn
	      || walk_tree_without_duplicates (&block->bind, find_declaration,
					       v) != NULL_TREE);
  return false;
}

/* Report the mentions of BLOCK that are of what its body declares.  */

static void
check_mentions (struct objmode_block *block)
{
  for (unsigned i = 0; i < block->mentions.length (); i++)
    {
      const struct objmode_mention *m = &block->mentions[i];
      if (m->v == NULL_TREE || !inside_p (block, m->v))
	continue;
      auto_diagnostic_group d;
      error_at (m->loc, "%qD in %<OBJ%> is declared in the body of the block;"
		" use a variable %<PyObject *%>", m->v);
      inform (DECL_SOURCE_LOCATION (m->v), "declared here");
      block->erroneous = true;
      return;
    }
}

/* Return true if V, no clause's NAME, is memory that Python works on in
   place.  */

static bool
memory_p (const struct objmode_variable *v)
{
  tree type = TREE_TYPE (v->decl);
  return ((TREE_CODE (type) == ARRAY_TYPE
	   && TYPE_MAIN_VARIANT (TREE_TYPE (type)) != char_type_node)
	  || RECORD_OR_UNION_TYPE_P (type)
	  || (POINTER_TYPE_P (type)
	      && (objmode_aggregate_p (TREE_TYPE (type))
		  || (v->clause != NULL && v->clause->type != NULL
		      && v->clause->ts.is_array))));
}

/* Set what the mentions of V, a variable of BLOCK, say.  */

static void
note_mentions (struct objmode_block *block, struct objmode_variable *v)
{
  for (unsigned i = 0; i < block->mentions.length (); i++)
    {
      const struct objmode_mention *m = &block->mentions[i];
      if ((!m->read && !m->assigned)
	  || (v->decl != NULL_TREE ? m->v != v->decl
	      : m->v != NULL_TREE || strcmp (m->name, v->name) != 0))
	continue;
      v->object = true;
      v->object_in |= m->read;
      v->assigned |= m->assigned;
    }
}

/* Decide in which direction V of BLOCK goes.  */

static void
set_direction (struct objmode_block *block, struct objmode_variable *v)
{
  note_mentions (block, v);
  if (v->clause != NULL && v->clause->kind == OBJMODE_CLAUSE_EXPR)
    {
      /* The address of an object may have been taken to read it.  */
      if (v->object_in && !lvalue_p (v->clause->expr))
	v->assigned = false;
      v->out = v->assigned;
      if (!v->object)
	{
	  auto_diagnostic_group d;
	  error_at (v->loc, "%qs is not used in the C body; write"
		    " %<OBJ (%s)%> there", v->name, v->name);
	  objmode_note_word (v->clause);
	  block->erroneous = true;
	}
    }
  else if (v->clause != NULL && v->object)
    {
      v->assigned |= !memory_p (v);
      v->out = v->assigned;
    }
  else if (v->clause == NULL)
    v->assigned = false;
  v->in = v->object_in;
  v->unconverted = !v->in && !v->out && (v->clause == NULL
					 || v->clause->type == NULL);
}

/* Warn that the objects that BLOCK gives V, which is no output, are lost,
   and nobody looks at them.  LOC is of a mention.  */

static void
warn_lost (struct objmode_block *block, const struct objmode_variable *v)
{
  if (!objmode_warn_lost || POINTER_TYPE_P (TREE_TYPE (v->decl))
      || TREE_READONLY (v->decl))
    return;
  gcc_rich_location richloc (v->loc);
  objmode_add_clause_fixit (&richloc, block,
			    IDENTIFIER_POINTER (DECL_NAME (v->decl)));
  warning_at (&richloc, 0, "value assigned to %<OBJ (%s)%> is lost, since %qD"
	      " is no output of the block", v->name, v->decl);
}

/* Add to BLOCK the variables that are mentioned and in no clause.  */

static void
add_mentioned (struct objmode_block *block)
{
  for (unsigned i = 0; i < block->mentions.length (); i++)
    {
      const struct objmode_mention *m = &block->mentions[i];
      bool known = m->v == NULL_TREE;
      for (unsigned k = 0; k < block->variables.length () && !known; k++)
	known = block->variables[k].decl == m->v;
      if (known)
	continue;
      struct objmode_variable v;
      memset (&v, 0, sizeof v);
      v.name = m->name;
      v.decl = m->v;
      v.loc = m->loc;
      set_direction (block, &v);
      /* `sizeof (OBJ (v))' has left no trace.  */
      if (!v.object)
	continue;
      if (!v.in)
	warn_lost (block, &v);
      block->variables.safe_push (v);
    }
}

/* The stage: see what the C body of BLOCK does.  */

void
objmode_stage_body (struct objmode_block *block)
{
  if (!block->c_body)
    return;
  take_marker_out (block);
  check_literals (block);
  check_mentions (block);
  objmode_check_jumps (block);
  if (block->erroneous)
    return;
  objmode_find_objects (block);
  for (unsigned i = 0; i < block->variables.length (); i++)
    set_direction (block, &block->variables[i]);
  add_mentioned (block);
}

/* The types of the variables of BLOCK, a C body, are set: drop those that
   were only to be checked.  */

void
objmode_type_body (struct objmode_block *block)
{
  for (unsigned i = block->variables.length (); i-- > 0;)
    {
      struct objmode_variable *v = &block->variables[i];
      if (!v->object)
	block->variables.ordered_remove (i);
      else if (v->unconverted)
	{
	  v->value = v->decl;
	  v->c_name = v->name;
	  v->type = ptr_type_node;
	  v->kind = OBJMODE_KIND_POINTER;
	}
      else
	/* An array is where it is, even if no view of it is wanted.  */
	v->in = v->object_in;
    }
}

/* What the body assigns.  */
struct targets
{
  struct objmode_block *block;
  auto_vec<tree> lvalues;
};

/* Return true if T is a local variable around the body, or a fixed part of
   one, that GCC may think is not set.  */

static bool
local_target_p (struct objmode_block *block, tree t)
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
	  && !inside_p (block, base));
}

/* walk_tree callback: collect what *TP assigns in DATA, struct targets.  */

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

/* Return the call through FUNCTION, a pointer, with the addresses of the
   descriptor of BLOCK and of FRAME, stored in the status.  */

static tree
call_runtime (struct objmode_block *block, tree function, tree frame)
{
  tree call
    = objmode_call_runtime (block, function,
			    objmode_address_in (block, block->descriptor),
			    frame);
  return build2 (MODIFY_EXPR, integer_type_node, block->status, call);
}

/* Append to *LIST the body of BLOCK and its end.  CODE tells how it was
   left.  */

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
  for (unsigned i = 0; i < block->variables.length (); i++)
    {
      const struct objmode_variable *v = &block->variables[i];
      if (v->temporary == NULL_TREE)
	continue;
      objmode_add (&done, build2 (MODIFY_EXPR, TREE_TYPE (v->value),
				  unshare_expr (v->value),
				  fold_convert (TREE_TYPE (v->value),
						v->temporary)));
      if (!objmode_reports_p (block))
	objmode_add_keep (block, &failed, v->value);
    }
  objmode_add (&done, build2 (MODIFY_EXPR, integer_type_node, block->status,
			      code));
  tree ok = build2 (EQ_EXPR, boolean_type_node, block->status, zero);
  objmode_add (list, build3 (COND_EXPR, void_type_node, ok, done, failed));
}

/* Make the call of BLOCK, whose FRAME is a variable and whose inputs BEFORE
   stores there: the body in its place.  *VARS are more variables.  */

void
objmode_outline_body (struct objmode_block *block, tree frame, tree before,
		      tree *vars)
{
  tree code = objmode_local (block, "objmode_code", integer_type_node, vars);
  tree type = TREE_TYPE (DECL_RESULT (block->fn));
  tree list = alloc_stmt_list (), body = alloc_stmt_list ();
  tree not_entered = alloc_stmt_list ();
  struct targets targets;

  for (unsigned i = 0; i < block->exits.length (); i++)
    if (block->exits[i].code == RETURN_EXPR && !VOID_TYPE_P (type)
	&& block->value == NULL_TREE)
      {
	block->value = objmode_local (block, "objmode_value",
				      TYPE_MAIN_VARIANT (type), vars);
	objmode_suppress_uninitialized (block->value);
      }
  targets.block = block;
  if (!objmode_reports_p (block))
    walk_tree_without_duplicates (&block->bind, find_targets, &targets);
  for (unsigned i = 0; i < block->variables.length (); i++)
    if (block->variables[i].temporary != NULL_TREE
	&& !objmode_reports_p (block))
      objmode_add_keep (block, &not_entered, block->variables[i].value);
  for (unsigned i = 0; i < targets.lvalues.length (); i++)
    objmode_add_keep (block, &not_entered, targets.lvalues[i]);

  objmode_add (&list, build_predict_expr (PRED_COLD_LABEL, NOT_TAKEN));
  objmode_add (&list, before);
  tree run = objmode_load_run (block,
			       objmode_address_in (block, block->descriptor));
  objmode_add (&list, call_runtime (block, run, frame));
  add_body (block, frame, code, &body);
  tree ok = build2 (EQ_EXPR, boolean_type_node, block->status,
		    build_zero_cst (integer_type_node));
  objmode_add (&list, build3 (COND_EXPR, void_type_node, ok, body,
			      not_entered));
  block->call = list;
  /* What the user declared stays declared.  */
  *vars = chainon (*vars, BIND_EXPR_VARS (block->bind));
}
