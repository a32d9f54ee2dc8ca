/* descriptor.cc - The records of objmode-abi.h as static data.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `convert'.  A record type is made from a layout, a
   letter for each member in order: p pointer, 1 uint8_t, 2 uint16_t,
   4 int32_t or uint32_t.  */

#include "emit/descriptor.h"

/* Return the type that LETTER of a layout stands for.  */

static tree
member_type (char letter)
{
  switch (letter)
    {
    case 'p':
      return ptr_type_node;
    case '1':
      return unsigned_char_type_node;
    case '2':
      return short_unsigned_type_node;
    default:
      return unsigned_type_node;
    }
}

/* Return a new record type of LAYOUT, of SIZE bytes in the runtime.  */

tree
objmode_record (const char *layout, size_t size)
{
  tree type = make_node (RECORD_TYPE), fields = NULL_TREE;

  for (const char *p = layout; *p; p++)
    {
      char name[24];
      sprintf (name, "m%d", (int) (p - layout));
      tree field = build_decl (BUILTINS_LOCATION, FIELD_DECL,
			       get_identifier (name), member_type (*p));
      DECL_CONTEXT (field) = type;
      DECL_CHAIN (field) = fields;
      fields = field;
    }
  TYPE_FIELDS (type) = nreverse (fields);
  TYPE_ARTIFICIAL (type) = 1;
  layout_type (type);
  /* The runtime of another target is not this one's business.  */
  gcc_assert (POINTER_SIZE != 8 * sizeof (void *)
	      || tree_to_uhwi (TYPE_SIZE_UNIT (type)) == size);
  return type;
}

/* Return an initialiser of TYPE, a record, whose members are VALUES, each
   a tree that is converted to the member's type; NULL_TREE is zero.  */

tree
objmode_constructor (tree type, const tree *values)
{
  vec<constructor_elt, va_gc> *elts = NULL;
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f), values++)
    {
      tree value = (*values != NULL_TREE
		    ? fold_convert (TREE_TYPE (f), *values)
		    : build_zero_cst (TREE_TYPE (f)));
      CONSTRUCTOR_APPEND_ELT (elts, f, value);
    }
  tree init = build_constructor (type, elts);
  TREE_CONSTANT (init) = TREE_STATIC (init) = 1;
  return init;
}

/* Return the number N as a member of 32 bits.  */

tree
objmode_number (HOST_WIDE_INT n)
{
  return build_int_cst (unsigned_type_node, n & 0xffffffff);
}

/* Return the address of a string constant of TEXT, NULL_TREE for NULL.  */

tree
objmode_string (const char *text)
{
  if (text == NULL)
    return NULL_TREE;
  return build_string_literal (strlen (text) + 1, text);
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
  varpool_node::get_create (var);
  return var;
}

/* Initialise VAR, which has been declared so, with INIT; it is constant if
   READONLY.  */

void
objmode_define_static (tree var, tree init, bool readonly)
{
  TREE_READONLY (var) = readonly;
  DECL_INITIAL (var) = init;
  varpool_node::finalize_decl (var);
}

/* Return a new static variable of the unit of TYPE, called NAME with a
   number, initialised with INIT, constant if READONLY.  */

tree
objmode_static (const char *name, tree type, tree init, bool readonly)
{
  tree id = create_tmp_var_name (name);
  tree var = objmode_declare_static (IDENTIFIER_POINTER (id), type);
  objmode_define_static (var, init, readonly);
  return var;
}

/* Return the address of VAR, a static variable of BLOCK, for code that may be
   in an OpenMP region: of artificial variables, `default (none)' lets only
   integers be mentioned there.  */

tree
objmode_address_in (const struct objmode_block *block, tree var)
{
  tree address = build_fold_addr_expr (var);

  if (block->region == NULL_TREE)
    return fold_convert (ptr_type_node, address);
  tree type = lang_hooks.types.type_for_mode (ptr_mode, 1);
  tree init = build1 (NOP_EXPR, type, address);
  TREE_CONSTANT (init) = 1;
  return fold_convert (ptr_type_node,
		       objmode_static ("objmode_address", type, init, true));
}

/* Return the static variable of the unit that is called NAME, or NULL_TREE.
   Variables are found again by their names, since a PCH brings back
   declarations and not the memory of plugins.  */

tree
objmode_lookup_static (const char *name)
{
  tree id = get_identifier (name);
  varpool_node *node;
  FOR_EACH_VARIABLE (node)
    if (DECL_NAME (node->decl) == id && TREE_STATIC (node->decl))
      return node->decl;
  return NULL_TREE;
}

/* Return an initialiser of the array TYPE whose elements are INITS.  The
   caller keeps INITS.  */

tree
objmode_array_constructor (tree type, const vec<tree> &inits)
{
  vec<constructor_elt, va_gc> *elts = NULL;
  for (unsigned i = 0; i < inits.length (); i++)
    CONSTRUCTOR_APPEND_ELT (elts, size_int (i), inits[i]);
  tree init = build_constructor (type, elts);
  TREE_CONSTANT (init) = TREE_STATIC (init) = 1;
  return init;
}

/* Return the address of a new static constant array of the N initialisers
   INITS of ELEMENT type, NULL_TREE if there are none.  The caller keeps
   INITS.  */

tree
objmode_static_array (const char *name, tree element, const vec<tree> &inits)
{
  if (inits.is_empty ())
    return NULL_TREE;
  tree type = build_array_type_nelts (element, inits.length ());
  tree init = objmode_array_constructor (type, inits);
  return build_fold_addr_expr (objmode_static (name, type, init, true));
}

/* Return the address of the positions of TEXT, NULL_TREE if it has none.  */

tree
objmode_positions (const struct objmode_pytext *text)
{
  auto_vec<tree> inits;
  if (text->n_positions == 0)
    return NULL_TREE;
  tree type = objmode_record ("4444", sizeof (struct __objmode_position));
  for (size_t i = 0; i <= text->n_positions; i++)
    {
      tree values[4] = { NULL_TREE, NULL_TREE, NULL_TREE, NULL_TREE };
      if (i < text->n_positions)
	{
	  const struct objmode_pyposition *p = &text->positions[i];
	  values[0] = objmode_number (p->line);
	  values[1] = objmode_number (p->column);
	  values[2] = objmode_number (p->c_line);
	  values[3] = objmode_number (p->c_column);
	}
      inits.safe_push (objmode_constructor (type, values));
    }
  return objmode_static_array ("objmode_positions", type, inits);
}

/* Return the declaration of the entry point NAME of the runtime, a
   function of TYPE.  */

tree
objmode_entry (const char *name, tree type)
{
  tree decl = build_fn_decl (name, type);
  DECL_ARTIFICIAL (decl) = 1;
  TREE_NOTHROW (decl) = 1;
  return decl;
}
