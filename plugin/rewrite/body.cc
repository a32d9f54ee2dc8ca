/* body.cc - The objects and jumps of a C body.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The body itself stays in its place.  What is put around it is in
   body-call.cc.

   Input: BIND, CLAUSES, MENTIONS.
   Output: VARIABLES, EXITS.
   Errors: text among the statements, clauses without use, mentions of what
   the body itself declares.  */

#include "stage.h"
#include "rewrite/body.h"
#include "types/ctype.h"
#include "block/query.h"
#include "tools/options.h"
#include "tools/trees.h"

/* Take the declarations of the marker out of the body of BLOCK.  */

static void
take_marker_out (const struct objmode_block *block)
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

/* Return the first statement in T that is a string literal, or NULL_TREE.
   String literals in expressions do not count.  */

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

/* Report the mentions OBJ (v) of BLOCK where v is declared in the body of
   BLOCK.  */

static void
check_mentions (struct objmode_block *block)
{
  for (unsigned i = 0; i < block->mentions.length (); i++)
    {
      const struct objmode_mention *m = &block->mentions[i];
      if (m->v == NULL_TREE
	  || !objmode_declared_inside_p (block->fn, block->bind, m->v))
	continue;
      auto_diagnostic_group d;
      error_at (m->loc, "%qD in %<OBJ%> is declared in the body of the"
		" block; use a variable of type %<PyObject *%>", m->v);
      inform (DECL_SOURCE_LOCATION (m->v), "declared here");
      block->erroneous = true;
      return;
    }
}

/* Return true if V, which does not come from a clause NAME (EXPR), is memory
   that Python works on in place.  */

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

/* Set the fields of V, a variable of BLOCK, that say how the C body mentions
   it.  */

static void
note_mentions (const struct objmode_block *block, struct objmode_variable *v)
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

/* Find out whether the C body of BLOCK reads and assigns V.  */

static void
set_direction (struct objmode_block *block, struct objmode_variable *v)
{
  note_mentions (block, v);
  if (v->clause != NULL && v->clause->kind == OBJMODE_CLAUSE_EXPR)
    {
      /* The address of an object may have been taken to read it.  */
      if (v->object_in && !lvalue_p (v->clause->expr))
	v->assigned = false;
      v->wants_out = v->assigned;
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
      v->wants_out = v->assigned;
    }
  else if (v->clause == NULL)
    v->assigned = false;
  v->wants_in = v->object_in;
  v->unconverted = (!v->wants_in && !v->wants_out
		    && (v->clause == NULL || v->clause->type == NULL));
}

/* Warn that the objects that BLOCK gives V, which is not an output and whose
   object is never read, are lost.  */

static void
warn_lost (const struct objmode_block *block, const struct objmode_variable *v)
{
  if (!objmode_warn_lost || POINTER_TYPE_P (TREE_TYPE (v->decl))
      || TREE_READONLY (v->decl))
    return;
  gcc_rich_location richloc (v->loc);
  objmode_add_clause_fixit (&richloc, block,
			    IDENTIFIER_POINTER (DECL_NAME (v->decl)));
  warning_at (&richloc, 0, "value assigned to %<OBJ (%s)%> is lost,"
	      " since %qD is not an output of the block", v->name, v->decl);
}

/* Add to BLOCK the variables that its C body mentions and that no clause
   names.  */

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
      /* `sizeof (OBJ (v))' does not leave a mention in the code.  */
      if (!v.object)
	continue;
      if (!v.wants_in)
	warn_lost (block, &v);
      block->variables.safe_push (v);
    }
}

/* The stage `body': find out what the C body of BLOCK does.  */

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
