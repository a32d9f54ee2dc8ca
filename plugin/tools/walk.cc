/* walk.cc - Looking at what the front end has parsed.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "tools/trees.h"

/* Return the innermost object that the reference T is part of.  */

tree
objmode_base_of (tree t)
{
  while (handled_component_p (t))
    t = TREE_OPERAND (t, 0);
  return t;
}

/* Call walk_tree on T with FUNC and DATA, and return its result.  T itself is
   not replaced.  */

tree
objmode_walk (tree t, walk_tree_fn func, void *data)
{
  return walk_tree_without_duplicates (&t, func, data);
}

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

/* Return the outermost BIND_EXPR of the function body BODY, or NULL_TREE.  In
   front of it there may be statements that compute the sizes of
   parameters.  */

tree
objmode_outermost_bind (tree body)
{
  if (TREE_CODE (body) == BIND_EXPR)
    return body;
  if (TREE_CODE (body) != STATEMENT_LIST)
    return NULL_TREE;
  for (tree_stmt_iterator i = tsi_start (body); !tsi_end_p (i); tsi_next (&i))
    {
      tree bind = objmode_outermost_bind (tsi_stmt (i));
      if (bind != NULL_TREE)
	return bind;
    }
  return NULL_TREE;
}

/* walk_tree callback: if *TP is a scope that declares the variable DATA,
   return the variable.  */

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

/* Return true if a scope in *TP declares the variable V.  */

bool
objmode_declares_p (tree *tp, tree v)
{
  return (walk_tree_without_duplicates (tp, find_declaration, v)
	  != NULL_TREE);
}

/* Return true if the variable V is declared in BIND, a statement of the
   function FN, or in a function nested there.  */

bool
objmode_declared_inside_p (tree fn, tree bind, tree v)
{
  tree context = DECL_CONTEXT (v);

  if (context == NULL_TREE || TREE_CODE (context) != FUNCTION_DECL)
    return false;
  for (tree f = context; f != NULL_TREE && TREE_CODE (f) == FUNCTION_DECL;
       f = DECL_CONTEXT (f))
    if (f == fn)
      return context != fn || objmode_declares_p (&bind, v);
  return false;
}
