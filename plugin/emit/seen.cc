/* seen.cc - Names that a text finds while it runs.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `convert'.  A text that calls breakpoint or eval may ask
   for any variable at file scope.  These are not passed at each crossing: their
   frame is a constant with their addresses, from which the runtime reads the
   values that are asked for.  */

#include "emit/function.h"
#include "emit/descriptor.h"
#include "emit/abi.h"
#include "types/kind.h"
#include "tools/trees.h"
#include "toplev.h"

/* Return the address of the variable DECL, or of nothing if it is not defined
   in this unit and the program does not have it either: then the reference is
   a weak one.  */

static tree
weak_address (tree decl)
{
  if (!DECL_EXTERNAL (decl))
    {
      mark_addressable (decl);
      return build_fold_addr_expr (decl);
    }
  const char *name = IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (decl));
  tree var = build_decl (BUILTINS_LOCATION, VAR_DECL,
			 create_tmp_var_name ("objmode_weak"),
			 TREE_TYPE (decl));
  tree target = build_tree_list (NULL_TREE,
				 build_string (strlen (name) + 1, name));
  TREE_STATIC (var) = TREE_USED (var) = TREE_ADDRESSABLE (var) = 1;
  DECL_READ_P (var) = DECL_ARTIFICIAL (var) = DECL_IGNORED_P (var) = 1;
  DECL_WEAK (var) = 1;
  DECL_INITIAL (var) = error_mark_node;
  DECL_ATTRIBUTES (var) = tree_cons (get_identifier ("alias"), target,
				     NULL_TREE);
  DECL_ATTRIBUTES (var) = tree_cons (get_identifier ("weakref"), NULL_TREE,
				     DECL_ATTRIBUTES (var));
  rest_of_decl_compilation (var, 1, 0);
  return build_fold_addr_expr (var);
}

/* Append to ELTS that FIELD, of the frame, has the constant VALUE.  */

static void
set_field (vec<constructor_elt, va_gc> **elts, tree field, tree value)
{
  CONSTRUCTOR_APPEND_ELT (*elts, field,
			  fold_convert (TREE_TYPE (field), value));
}

/* Append to ELTS the extents and the strides of V, whose address is in the
   field IN of the frame.  They are constants.  */

static void
set_shape (vec<constructor_elt, va_gc> **elts, const struct objmode_variable *v,
	   tree in)
{
  tree strides[OBJMODE_TS_MAX_DIMS], own = build_one_cst (ptrdiff_type_node);
  for (int d = v->ndim; d-- > 0;)
    {
      strides[d] = v->strides[d] != NULL_TREE ? v->strides[d] : own;
      own = fold_build2 (MULT_EXPR, ptrdiff_type_node, own, v->extents[d]);
    }
  for (int d = 0; d < v->ndim; d++)
    set_field (elts, in = DECL_CHAIN (in), v->extents[d]);
  for (int d = 0; d < v->ndim; d++)
    set_field (elts, in = DECL_CHAIN (in), strides[d]);
}

/* Add the fields of V to FRAME.  A variable that is a pointer to the value has
   its own address there, besides the room for the value of the pointer.  */

static void
add_seen_fields (tree frame, struct objmode_variable *v)
{
  objmode_add_fields (frame, v, false);
  if ((v->flags & OBJMODE_VAR_INDIRECT) && v->addr_field == NULL_TREE)
    v->addr_field = objmode_add_field (frame, ptr_type_node);
}

/* Append to ELTS what the fields of V have.  */

static void
set_fields (vec<constructor_elt, va_gc> **elts,
	    const struct objmode_variable *v)
{
  if (v->in_field != NULL_TREE && (v->flags & OBJMODE_VAR_INDIRECT))
    set_field (elts, v->in_field, null_pointer_node);
  else if (v->in_field != NULL_TREE)
    set_field (elts, v->in_field,
	       ((v->flags & OBJMODE_VAR_ARRAY)
		|| objmode_row_of (v->kind)->by_address
		? weak_address (v->decl) : v->value));
  if (v->flags & OBJMODE_VAR_ARRAY)
    set_shape (elts, v, v->in_field);
  if (v->addr_field != NULL_TREE)
    set_field (elts, v->addr_field, weak_address (v->decl));
}

/* Return the address of a record of the names that the text of BLOCK finds
   while it runs.  Return NULL_TREE if there are none.  */

tree
objmode_seen_names (struct objmode_block *block)
{
  vec<constructor_elt, va_gc> *elts = NULL;
  auto_vec<tree> vars;
  tree frame = objmode_begin_frame ();
  tree record = objmode_record (OBJMODE_RECORD_var);

  if (block->seen.is_empty () && block->seen_functions.is_empty ())
    return NULL_TREE;
  for (unsigned i = 0; i < block->seen.length (); i++)
    add_seen_fields (frame, &block->seen[i]);
  objmode_finish_frame (frame);
  for (unsigned i = 0; i < block->seen.length (); i++)
    {
      set_fields (&elts, &block->seen[i]);
      vars.safe_push (objmode_variable_descriptor (block, &block->seen[i],
						   record));
    }
  tree init = build_constructor (frame, elts);
  TREE_CONSTANT (init) = TREE_STATIC (init) = 1;
  tree type = objmode_record (OBJMODE_RECORD_names);
  struct objmode_names_values v = {};
  v.vars = objmode_static_array ("objmode_vars", record, vars);
  v.n_vars = objmode_number (vars.length ());
  v.frame = build_fold_addr_expr (objmode_static ("objmode_frame", frame, init,
						  true));
  v.functions = objmode_function_table (block, block->seen_functions);
  return build_fold_addr_expr (objmode_static ("objmode_names", type,
					       objmode_init_names (type, &v),
					       true));
}
