/* hold-marker.cc - The attribute of the marker of OBJMODE_HOLD.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The handler notes the variable that the lexer hook has written
   (lex/hold-text.cc).  The statement is rewritten when the function is
   complete (rewrite/hold.cc).  */

#include "parse/parse.h"
#include "block/state.h"

/* The handler of the attribute `objmode_hold'.  NODE[0] is the marker of an
   OBJMODE_HOLD.  In a preprocessed file it may also be what the user has put
   the attribute NAME on.  */

tree
objmode_handle_hold (tree *node, tree name, tree, int, bool *no_add_attrs)
{
  static const char prefix[] = "__objmode_hold_";
  *no_add_attrs = true;
  if (!VAR_P (*node) || DECL_NAME (*node) == NULL_TREE
      || strncmp (IDENTIFIER_POINTER (DECL_NAME (*node)), prefix,
		  sizeof prefix - 1) != 0)
    {
      if (cpp_get_options (parse_in)->preprocessed)
	error_at (DECL_P (*node) ? DECL_SOURCE_LOCATION (*node)
		  : input_location,
		  "%qE attribute applies only to a compound statement", name);
      return NULL_TREE;
    }
  TREE_USED (*node) = 1;
  DECL_ARTIFICIAL (*node) = 1;
  DECL_IGNORED_P (*node) = 1;
  objmode_add_pending_hold (*node);
  return NULL_TREE;
}
