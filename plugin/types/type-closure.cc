/* type-closure.cc - Python functions that a text gives to C.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  An assignment of a Python function to an output,
   and a call with one as an argument, are errors if C cannot have a function
   pointer for it.  What the text hides from the compiler is a TypeError when it
   runs.  */

#include "types/types.h"
#include "types/ctype.h"
#include "types/prototype.h"
#include "block/query.h"

/* Return the variable NAME of BLOCK, or NULL.  */

static const struct objmode_variable *
find_variable (const struct objmode_block *block, const char *name)
{
  for (unsigned i = 0; i < block->variables.length (); i++)
    if (strcmp (block->variables[i].name, name) == 0)
      return &block->variables[i];
  return NULL;
}

/* Return the type of the C function that the text of BLOCK calls NAME, and
   store in *DECL its declaration, or NULL_TREE if NAME is a pointer.  Return
   NULL_TREE if NAME is something else.  */

static tree
called_type (const struct objmode_block *block, const char *name, tree *decl)
{
  const struct objmode_variable *v = find_variable (block, name);

  *decl = NULL_TREE;
  if (v != NULL)
    return (v->value != NULL_TREE
	    && objmode_function_pointer_p (TREE_TYPE (v->value))
	    ? TREE_TYPE (TREE_TYPE (v->value)) : NULL_TREE);
  for (unsigned i = 0; i < block->callables.length (); i++)
    if (strcmp (block->callables[i].name, name) == 0)
      {
	*decl = block->callables[i].decl;
	return TREE_TYPE (*decl);
      }
  return NULL_TREE;
}

/* Return the type of the parameter of functions of TYPE that G is given to, or
   NULL_TREE.  DECL is the function, or NULL_TREE.  */

static tree
parameter_type (tree type, tree decl, const struct objmode_pygiven *g)
{
  int n = 0;

  for (tree t = TYPE_ARG_TYPES (type); t && t != void_list_node;
       t = TREE_CHAIN (t), n++)
    {
      char *name = objmode_parameter_name (decl, n);
      bool found = (*g->keyword != '\0' ? strcmp (g->keyword, name) == 0
		    : g->number == n);
      free (name);
      if (found)
	return TREE_VALUE (t);
    }
  return NULL_TREE;
}

/* Return the type of the C variable or parameter that gets the Python function
   of G in the text of BLOCK, or NULL_TREE if C does not get it.  */

static tree
given_type (const struct objmode_block *block, const struct objmode_pygiven *g)
{
  tree decl, type;

  if (g->number < 0 && *g->keyword == '\0')
    {
      const struct objmode_variable *v = find_variable (block, g->name);
      return (v != NULL && v->out && v->value != NULL_TREE
	      ? TREE_TYPE (v->value) : NULL_TREE);
    }
  type = called_type (block, g->name, &decl);
  return type != NULL_TREE ? parameter_type (type, decl, g) : NULL_TREE;
}

/* Report each Python function that the text of BLOCK gives to C where its
   prototype does not allow that.  */

void
objmode_check_given (struct objmode_block *block)
{
  for (size_t i = 0; block->py != NULL && i < block->py->n_given; i++)
    {
      const struct objmode_pygiven *g = &block->py->given[i];
      tree type = given_type (block, g);
      if (type == NULL_TREE || !objmode_function_pointer_p (type))
	continue;
      char *problem = objmode_closure_problem (TREE_TYPE (type));
      if (problem == NULL)
	continue;
      error_at (objmode_text_location (block, &g->where),
		"a C function of type %qT cannot be a Python function: %s",
		TREE_TYPE (type), problem);
      free (problem);
      block->erroneous = true;
    }
}
