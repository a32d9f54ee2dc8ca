/* own-macro.cc - Macros that the plugin defines, and their rivals.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Errors here: a macro of the user that removes attributes.  */

#include "lex/annotate.h"
#include "lex/tokens.h"

/* Make NODE, which is not a macro, a macro that expands to a token of TYPE.
   Return that token, whose value is to be set.  The node is filled in by hand:
   a cpp_define here would appear in the output of -save-temps and -g3.  */

static cpp_token *
make_macro (cpp_hashnode *node, enum cpp_ttype type)
{
  cpp_macro *macro
    = (cpp_macro *) ggc_internal_cleared_alloc (sizeof (cpp_macro));
  macro->kind = cmk_macro;
  macro->count = 1;
  macro->used = 1;
  macro->line = BUILTINS_LOCATION;
  cpp_token *t = &macro->exp.tokens[0];
  t->type = type;
  t->src_loc = BUILTINS_LOCATION;
  node->type = NT_USER_MACRO;
  node->value.macro = macro;
  node->flags |= NODE_USED;
  return t;
}

/* Make NAME a conditional macro, which `#ifdef' does not see.  */

void
objmode_make_conditional (const char *name)
{
  cpp_hashnode *node = objmode_node (name);
  if (node->type != NT_VOID)
    return;
  cpp_token *t = make_macro (node, CPP_NAME);
  t->flags = NO_EXPAND;
  t->val.node.node = t->val.node.spelling = node;
  node->flags |= NODE_CONDITIONAL;
}

/* Define __OBJMODE__ as OBJMODE_VERSION_NUMBER.  */

void
objmode_define_version (void)
{
  cpp_hashnode *node = objmode_node ("__OBJMODE__");
  if (node->type != NT_VOID)
    return;
  char number[16];
  sprintf (number, "%d", OBJMODE_VERSION_NUMBER);
  cpp_token *t = make_macro (node, CPP_NUMBER);
  t->val.str.len = strlen (number);
  t->val.str.text = (const unsigned char *) ggc_strdup (number);
}

/* Return a new macro with the parameters and the expansion of the macro
   __objmode_clauses__, or NULL if <objmode.h> has not defined that.  The new
   one is spelt `with_objmode', since messages of libcpp and notes about
   expansions name it.  It is not in the table of identifiers.  */

cpp_hashnode *
objmode_clauses_macro (void)
{
  cpp_hashnode *clauses = objmode_node ("__objmode_clauses__");
  if (clauses->type != NT_USER_MACRO)
    return NULL;
  cpp_hashnode *node = C_CPP_HASHNODE (make_node (IDENTIFIER_NODE));
  HT_NODE (node)->str = (const unsigned char *) ggc_strdup ("with_objmode");
  HT_NODE (node)->len = strlen ("with_objmode");
  node->type = NT_USER_MACRO;
  node->value.macro = clauses->value.macro;
  node->flags |= NODE_USED;
  return node;
}

/* Return where the user wrote the macro that was expanded last, if it is called
   NAME; otherwise return OTHERWISE.  */

location_t
objmode_last_expansion (const char *name, location_t otherwise)
{
  if (LINEMAPS_MACRO_USED (line_table) == 0)
    return otherwise;
  const line_map_macro *map = LINEMAPS_LAST_MACRO_MAP (line_table);
  if (strcmp (linemap_map_get_macro_name (map), name) != 0)
    return otherwise;
  return linemap_resolve_location (line_table,
				   objmode_expansion_point (map),
				   LRK_MACRO_EXPANSION_POINT, NULL);
}

/* Report, at most once for each definition, that a macro of <objmode.h> is used
   at LOC where `__attribute__' is a macro of the user.  Attributes get lost
   there, and so would blocks and what `objmode_scoped' releases.  */

void
objmode_check_attribute_macro (location_t loc)
{
  static cpp_macro *reported;
  cpp_hashnode *node = objmode_node ("__attribute__");

  if (node->type != NT_USER_MACRO || (node->flags & NODE_CONDITIONAL)
      || node->value.macro == reported)
    return;
  reported = node->value.macro;
  auto_diagnostic_group d;
  error_at (loc, "the macros of %<<objmode.h>%> need"
	    " %<__attribute__%>, which is defined as a macro here");
  inform (reported->line, "write %<#undef __attribute__%> after the last use"
	  " of this macro");
}
