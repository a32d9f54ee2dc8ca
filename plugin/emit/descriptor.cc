/* descriptor.cc - The records of objmode-abi.h as static data.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `convert'.  abi.cc makes the types of the records and
   their initialisers.  This file makes the values and the variables.  */

#include "emit/descriptor.h"
#include "emit/abi.h"
#include "tools/trees.h"

/* Return the address of a string constant of TEXT.  If TEXT is NULL, return
   NULL_TREE.  */

tree
objmode_string (const char *text)
{
  if (text == NULL)
    return NULL_TREE;
  return build_string_literal (strlen (text) + 1, text);
}

/* The static variables of the unit, by their names.  */
typedef hash_map<nofree_string_hash, tree> static_map;

/* Return the static variables that this file has made, and those that a PCH
   has: it restores declarations, but not the memory of plugins.  A PCH is read
   before the first block.  */

static static_map *
static_variables (void)
{
  static static_map *map;

  if (map == NULL)
    {
      varpool_node *node;
      map = new static_map;
      FOR_EACH_VARIABLE (node)
	if (DECL_NAME (node->decl) != NULL_TREE && TREE_STATIC (node->decl)
	    && DECL_ARTIFICIAL (node->decl))
	  map->put (IDENTIFIER_POINTER (DECL_NAME (node->decl)), node->decl);
    }
  return map;
}

/* Return a new static variable of the unit of TYPE, called NAME.  It has no
   contents yet, but objmode_lookup_static finds it.  */

tree
objmode_declare_static (const char *name, tree type)
{
  tree var = build_decl (BUILTINS_LOCATION, VAR_DECL, get_identifier (name),
			 type);
  TREE_STATIC (var) = TREE_USED (var) = TREE_ADDRESSABLE (var) = 1;
  DECL_READ_P (var) = DECL_ARTIFICIAL (var) = DECL_IGNORED_P (var) = 1;
  static_variables ()->put (IDENTIFIER_POINTER (DECL_NAME (var)), var);
  varpool_node::get_create (var);
  return var;
}

/* Initialise VAR, which objmode_declare_static has returned, with INIT.  VAR
   is constant if READONLY.  */

void
objmode_define_static (tree var, tree init, bool readonly)
{
  TREE_READONLY (var) = readonly;
  DECL_INITIAL (var) = init;
  varpool_node::finalize_decl (var);
}

/* Return a new static variable of the unit, which has TYPE and is initialised
   with INIT.  Its name is NAME with a number.  It is constant if READONLY.  */

tree
objmode_static (const char *name, tree type, tree init, bool readonly)
{
  tree id = create_tmp_var_name (name);
  tree var = objmode_declare_static (IDENTIFIER_POINTER (id), type);
  objmode_define_static (var, init, readonly);
  return var;
}

/* Return the address of VAR, a static variable, for code that may be in an
   OpenMP region.  There `default (none)' allows no artificial variables except
   integers, so the result is an integer variable with the address as its
   value.  */

tree
objmode_integer_address (tree var)
{
  tree type = lang_hooks.types.type_for_mode (ptr_mode, 1);
  tree init = build1 (NOP_EXPR, type, build_fold_addr_expr (var));
  TREE_CONSTANT (init) = 1;
  return fold_convert (ptr_type_node,
		       objmode_static ("objmode_address", type, init, true));
}

/* Return the address of VAR, a static variable, for code of BLOCK.  */

tree
objmode_address_in (const struct objmode_block *block, tree var)
{
  if (block->region != NULL_TREE)
    return objmode_integer_address (var);
  return fold_convert (ptr_type_node, build_fold_addr_expr (var));
}

/* Return the static variable called NAME that objmode_declare_static has made
   for the unit, or for a PCH that the unit uses; or NULL_TREE.  */

tree
objmode_lookup_static (const char *name)
{
  tree *var = static_variables ()->get (name);
  return var != NULL ? *var : NULL_TREE;
}

/* Return an initialiser of the array TYPE whose elements are INITS:
   initialisers of records, or constants that are converted to the type of the
   elements.  The caller keeps INITS.  */

tree
objmode_array_constructor (tree type, const vec<tree> &inits)
{
  vec<constructor_elt, va_gc> *elts = NULL;
  for (unsigned i = 0; i < inits.length (); i++)
    {
      tree value = inits[i];
      if (TREE_CODE (value) != CONSTRUCTOR)
	value = fold_convert (TREE_TYPE (type), value);
      CONSTRUCTOR_APPEND_ELT (elts, size_int (i), value);
    }
  tree init = build_constructor (type, elts);
  TREE_CONSTANT (init) = TREE_STATIC (init) = 1;
  return init;
}

/* Return the address of a new static constant array of ELEMENT type, whose
   initialisers are INITS.  Return NULL_TREE if INITS is empty.  The caller
   keeps INITS.  */

tree
objmode_static_array (const char *name, tree element, const vec<tree> &inits)
{
  if (inits.is_empty ())
    return NULL_TREE;
  tree type = build_array_type_nelts (element, inits.length ());
  tree init = objmode_array_constructor (type, inits);
  return build_fold_addr_expr (objmode_static (name, type, init, true));
}

/* Return the address of an array of the positions of TEXT.  Return NULL_TREE
   if it has none.  */

tree
objmode_positions (const struct objmode_pytext *text)
{
  auto_vec<tree> inits;
  if (text->n_positions == 0)
    return NULL_TREE;
  tree type = objmode_record (OBJMODE_RECORD_position);
  for (size_t i = 0; i <= text->n_positions; i++)
    {
      struct objmode_position_values v = {};
      if (i < text->n_positions)
	{
	  const struct objmode_pyposition *p = &text->positions[i];
	  v.line = objmode_number (p->line);
	  v.column = objmode_number (p->column);
	  v.c_line = objmode_number (p->c_line);
	  v.c_column = objmode_number (p->c_column);
	}
      inits.safe_push (objmode_init_position (type, &v));
    }
  return objmode_static_array ("objmode_positions", type, inits);
}
