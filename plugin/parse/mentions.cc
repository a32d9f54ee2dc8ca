/* mentions.cc - The mentions OBJ (v) of a C body.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The handler of the attribute runs where the mention stands, so it finds the
   block, and what v is there.  It gives the variable, and with it the
   expression, the type PyObject *.

   Output: MENTIONS.
   Errors: mentions that are not of a variable around a C body, or without
   <Python.h>.  */

#include "parse/parse.h"
#include "block/state.h"
#include "text/objects.h"

/* Return the type `PyObject *'.  If it is unknown, report that at LOC, once,
   and return NULL_TREE.  */

static tree
object_type (location_t loc)
{
  static bool reported;
  tree decl = lookup_name (get_identifier ("PyObject"));

  if (decl != NULL_TREE && TREE_CODE (decl) == TYPE_DECL)
    return build_pointer_type (TREE_TYPE (decl));
  if (!reported)
    error_at (loc, "%<OBJ%> needs the type %<PyObject%>; include"
	      " %<<Python.h>%>");
  reported = true;
  return NULL_TREE;
}

/* Fill in M, a mention in the C body of BLOCK whose place and name are set.
   The name is "" if the operand is an expression.  Return false after an
   error.  */

static bool
resolve_mention (const struct objmode_block *block, struct objmode_mention *m)
{
  if (m->name[0] == '\0')
    {
      error_at (m->loc, "operand of %<OBJ%> is not the name of a variable;"
		" write a clause %<NAME (EXPR)%> and %<OBJ (NAME)%>");
      return false;
    }
  for (unsigned i = 0; i < block->clauses.length (); i++)
    if (block->clauses[i].kind == OBJMODE_CLAUSE_EXPR
	&& strcmp (block->clauses[i].name, m->name) == 0)
      return true;
  m->v = lookup_name (get_identifier (m->name));
  if (m->v == error_mark_node)
    return false;
  if (m->v == NULL_TREE)
    {
      error_at (m->loc, "%qs undeclared in %<OBJ%>", m->name);
      return false;
    }
  if (!VAR_P (m->v) && TREE_CODE (m->v) != PARM_DECL)
    {
      error_at (m->loc, "%qs in %<OBJ%> is not a variable; write a clause"
		" %<NAME (EXPR)%> and %<OBJ (NAME)%>", m->name);
      return false;
    }
  TREE_USED (m->v) = DECL_READ_P (m->v) = 1;
  return true;
}

/* Return whether ARGS are the arguments of the attribute of a mention, as
   lex/object-text.cc writes them: one string, which is `O' and a name.  */

static bool
mention_args_p (tree args)
{
  if (args == NULL_TREE || TREE_CHAIN (args) != NULL_TREE
      || TREE_CODE (TREE_VALUE (args)) != STRING_CST)
    return false;
  tree s = TREE_VALUE (args);
  return (TYPE_PRECISION (TREE_TYPE (TREE_TYPE (s))) == BITS_PER_UNIT
	  && TREE_STRING_LENGTH (s) > 1
	  && TREE_STRING_POINTER (s)[0] == 'O');
}

/* If DECL is the variable of a mention OBJ (v), add the mention to its block
   and return true.  ARGS are the arguments of its attribute.  In a preprocessed
   file they may be malformed, which is an error.  */

bool
objmode_note_object (tree decl, tree args)
{
  if (!VAR_P (decl) || DECL_NAME (decl) == NULL_TREE
      || strncmp (IDENTIFIER_POINTER (DECL_NAME (decl)), OBJMODE_OBJECT_PREFIX,
		  sizeof OBJMODE_OBJECT_PREFIX - 1) != 0)
    return false;

  struct objmode_block *block = objmode_open_body ();
  if (!mention_args_p (args))
    {
      error_at (DECL_SOURCE_LOCATION (decl), "malformed %qs attribute",
		"objmode");
      if (block != NULL)
	block->erroneous = true;
      return true;
    }
  struct objmode_mention m;
  memset (&m, 0, sizeof m);
  m.decl = decl;
  m.loc = DECL_SOURCE_LOCATION (decl);
  m.name = xstrdup (TREE_STRING_POINTER (TREE_VALUE (args)) + 1);
  tree type = object_type (m.loc);
  if (type != NULL_TREE)
    TREE_TYPE (decl) = type;
  if (block == NULL)
    {
      /* Only the block is missing, so v counts as used.  */
      tree v = lookup_name (get_identifier (m.name));
      if (v != NULL_TREE && (VAR_P (v) || TREE_CODE (v) == PARM_DECL))
	TREE_USED (v) = DECL_READ_P (v) = 1;
      error_at (m.loc, OBJMODE_NOT_IN_BODY);
    }
  else if (!resolve_mention (block, &m) || type == NULL_TREE)
    block->erroneous = true;
  else
    block->mentions.safe_push (m);
  return true;
}
