/* type-descriptor.cc - The descriptors of C types and of variables.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `convert'.  */

#include "emit/descriptor.h"
#include "emit/abi.h"
#include "types/ctype.h"
#include "tools/trees.h"

/* Return the address of a descriptor of the C type TYPE of KIND, which
   messages call NAME.  FUNCTION is the address of the descriptor of what
   a function pointer points to, or NULL_TREE.  Values have PRECISION bits
   from BIT on.  If WITHIN is not NULL, TYPE is a struct that lies there.  */

static tree
type_descriptor (tree type, enum objmode_kind kind, const char *name,
		 tree function, unsigned precision, unsigned bit,
		 const struct objmode_within *within)
{
  tree record = objmode_record (OBJMODE_RECORD_type);
  struct objmode_type_values v = {};
  v.kind = objmode_number (kind);
  v.is_signed = objmode_number (INTEGRAL_TYPE_P (type)
				&& !TYPE_UNSIGNED (type));
  v.align = objmode_number (TYPE_ALIGN_UNIT (type));
  v.size = objmode_number (tree_to_uhwi (TYPE_SIZE_UNIT (type)));
  v.precision = objmode_number (precision);
  v.bit = objmode_number (bit);
  v.name = objmode_string (name);
  v.function = function;
  enum objmode_reference refers = objmode_row_of (kind)->refers;
  if (refers == OBJMODE_REFERS_MEMBERS)
    v.fields = objmode_fields_within (type, within);
  else if (refers == OBJMODE_REFERS_ELEMENTS)
    v.fields = objmode_ndarray_fields (type);
  tree var = objmode_static ("objmode_type", record,
			     objmode_init_type (record, &v), true);
  return build_fold_addr_expr (var);
}

/* Return the address of a descriptor of the C type TYPE of KIND, which messages
   call NAME, for a value that is not a bit-field.  FUNCTION is the address of
   the descriptor of what a function pointer points to, or NULL_TREE.  */

tree
objmode_type_descriptor (tree type, enum objmode_kind kind, const char *name,
			 tree function)
{
  return type_descriptor (type, kind, name, function,
			  INTEGRAL_TYPE_P (type) ? TYPE_PRECISION (type) : 0,
			  0, NULL);
}

/* Do what objmode_type_descriptor does for TYPE, which is a member.  If it is a
   struct, it lies as WITHIN says, which may be NULL.  */

tree
objmode_type_within (tree type, enum objmode_kind kind, const char *name,
		     tree function, const struct objmode_within *within)
{
  return type_descriptor (type, kind, name, function,
			  INTEGRAL_TYPE_P (type) ? TYPE_PRECISION (type) : 0,
			  0, within);
}

/* Return the address of a descriptor of the type of the bit-field FIELD of
   KIND.  Messages call the type NAME and the width of FIELD.  */

tree
objmode_bits_descriptor (tree field, enum objmode_kind kind, const char *name)
{
  unsigned width = tree_to_uhwi (DECL_SIZE (field));
  char *spelled = xasprintf ("%s : %u", name, width);
  tree result = type_descriptor (objmode_bit_field_type (field), kind,
				 spelled, NULL_TREE, width,
				 int_bit_position (field) % BITS_PER_UNIT,
				 NULL);
  free (spelled);
  return result;
}
