/* query.cc - Questions that the record of a block alone answers.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "block/query.h"

/* Return the clause of KIND of BLOCK, or NULL.  */

const struct objmode_clause *
objmode_lookup_clause (const struct objmode_block *block,
		       enum objmode_clause_kind kind)
{
  for (unsigned i = 0; i < block->clauses.length (); i++)
    if (block->clauses[i].kind == kind)
      return &block->clauses[i];
  return NULL;
}

/* Return true if BLOCK has a clause `error' or `goto'.  Then a failure is
   reported to C, and the outputs may stay unset.  */

bool
objmode_reports_p (const struct objmode_block *block)
{
  return (objmode_lookup_clause (block, OBJMODE_CLAUSE_ERROR) != NULL
	  || objmode_lookup_clause (block, OBJMODE_CLAUSE_GOTO) != NULL);
}

/* Return true if the text of BLOCK may use any name in scope, since it calls
   breakpoint, locals or the like.  */

bool
objmode_sees_all_p (const struct objmode_block *block)
{
  return (block->py != NULL
	  && (block->py->flags & OBJMODE_PYSOURCE_ALL_NAMES) != 0);
}

/* Return true if the text or the C body of BLOCK has a statement that leaves
   the block, as `return'.  */

bool
objmode_leaves_p (const struct objmode_block *block)
{
  if (block->c_body)
    return !block->exits.is_empty ();
  return (block->py->flags
	  & (OBJMODE_PYSOURCE_RETURN | OBJMODE_PYSOURCE_BREAK
	     | OBJMODE_PYSOURCE_CONTINUE)) != 0;
}

/* Return the condition that STATUS, which the call of BLOCK has returned, says
   that BLOCK failed.  If not FAILED, return the contrary condition.  */

tree
objmode_status_p (const struct objmode_block *block, tree status, bool failed)
{
  if (!objmode_leaves_p (block))
    return build2 (failed ? NE_EXPR : EQ_EXPR, boolean_type_node, status,
		   build_int_cst (integer_type_node, OBJMODE_DONE));
  return build2 (failed ? EQ_EXPR : NE_EXPR, boolean_type_node, status,
		 build_int_cst (integer_type_node, OBJMODE_FAILED));
}

/* Return true if V has a type string with dimensions.  */

bool
objmode_dimensions_p (const struct objmode_variable *v)
{
  return (v->clause != NULL && v->clause->type != NULL
	  && v->clause->ts.is_array);
}

/* Return true if V, which is memory, has a clause and the text gives its name
   to another object.  Then V is an output.  */

bool
objmode_rebound_p (const struct objmode_variable *v)
{
  return v->assigned
	 || (v->clause != NULL && v->py != NULL
	  && (v->py->flags & OBJMODE_PY_ASSIGNED)
	  && !(v->py->flags & OBJMODE_PY_GLOBAL));
}

/* Return true if DECL is one of the declarations that the lexer hook has
   written for a marker.  */

bool
objmode_marker_decl_p (tree decl)
{
  static const char prefix[] = "__objmode_";
  return (DECL_NAME (decl) != NULL_TREE
	  && strncmp (IDENTIFIER_POINTER (DECL_NAME (decl)), prefix,
		      sizeof prefix - 1) == 0);
}

/* If the name of the clause C is not a keyword only because of a variable in
   scope, or of a macro that has been expanded, add a note that says so.  */

void
objmode_note_word (const struct objmode_clause *c)
{
  if (c->word != NULL_TREE)
    inform (DECL_SOURCE_LOCATION (c->word), "%qs is not a keyword"
	    " where this variable is in scope", c->name);
  else if (c->macro != NULL && !objmode_word_p (c->macro))
    inform (c->loc, "in expansion of macro %qs", c->macro);
  else if (c->macro != NULL)
    {
      char *word = concat ("__", c->macro, "__", NULL);
      inform (c->loc, "macro %qs has been expanded here; write %qs for the"
	      " clause", c->macro, word);
      free (word);
    }
}

/* Return the flags, of enum objmode_pyname_flags, that the text of BLOCK has
   for NAME.  Return 0 if the text does not have the name, or the body is
   C.  */

unsigned
objmode_name_flags (const struct objmode_block *block, const char *name)
{
  for (size_t i = 0; block->py != NULL && i < block->py->n_names; i++)
    if (strcmp (block->py->names[i].name, name) == 0)
      return block->py->names[i].flags;
  return 0;
}
