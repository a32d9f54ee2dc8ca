/* bits.cc - Bit-fields, and integers that do not use all bits of their bytes.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "types/ctype.h"

/* Return true if TYPE, a scalar, is an integer that cannot be an element of an
   array of NumPy.  */

bool
objmode_odd_integer_p (tree type)
{
  return (INTEGRAL_TYPE_P (type) && TREE_CODE (type) != BOOLEAN_TYPE
	  && (TYPE_PRECISION (type) > 64
	      || TYPE_PRECISION (type) != tree_to_uhwi (TYPE_SIZE (type))));
}

/* Return true if T is a bit-field.  */

bool
objmode_bit_field_p (tree t)
{
  return (TREE_CODE (t) == COMPONENT_REF
	  && DECL_C_BIT_FIELD (TREE_OPERAND (t, 1)));
}

/* Return the type with which the bit-field FIELD is declared.  With
   -funsigned-bitfields it is unsigned where it says int.  */

tree
objmode_bit_field_type (tree field)
{
  tree type = (DECL_BIT_FIELD_TYPE (field) ? DECL_BIT_FIELD_TYPE (field)
	       : TREE_TYPE (field));

  int is_unsigned = TYPE_UNSIGNED (TREE_TYPE (field));

  if (is_unsigned != TYPE_UNSIGNED (type))
    type = signed_or_unsigned_type_for (is_unsigned, type);
  /* The unsigned type that GCC makes of int has no name, which messages
     need.  */
  tree named = (TREE_CODE (type) == INTEGER_TYPE
		&& TYPE_NAME (type) == NULL_TREE
		? c_common_type_for_size (TYPE_PRECISION (type), is_unsigned)
		: NULL_TREE);
  return named != NULL_TREE ? named : type;
}
