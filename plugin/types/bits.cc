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

/* Return the type of the integer constant VALUE that is written with the
   suffix SUFFIX, of LENGTH characters, in decimal if DECIMAL.  Return
   NULL_TREE if it is not a suffix of integers.  */

static tree
constant_type (unsigned HOST_WIDE_INT value, const char *suffix,
	       unsigned length, bool decimal)
{
  unsigned u = 0, l = 0;
  for (unsigned i = 0; i < length; i++)
    if (suffix[i] == 'u' || suffix[i] == 'U')
      u++;
    else if (suffix[i] == 'l' || suffix[i] == 'L')
      l++;
    else
      return NULL_TREE;
  if (u > 1 || l > 2)
    return NULL_TREE;
  tree types[][2] = {
    { integer_type_node, unsigned_type_node },
    { long_integer_type_node, long_unsigned_type_node },
    { long_long_integer_type_node, long_long_unsigned_type_node }
  };
  tree widest = build_int_cstu (long_long_unsigned_type_node, value);
  for (unsigned i = l; i < 3; i++)
    for (unsigned is_unsigned = u; is_unsigned < 2; is_unsigned++)
      if ((!is_unsigned || u || !decimal || i == 2)
	  && int_fits_type_p (widest, types[i][is_unsigned]))
	return types[i][is_unsigned];
  return NULL_TREE;
}

/* Return the value of the integer constant of C that is spelled TEXT, or
   NULL_TREE if TEXT is not such a constant.  */

tree
objmode_integer_constant (const char *text)
{
  bool binary = text[0] == '0' && (text[1] == 'b' || text[1] == 'B');
  char *end;

  errno = 0;
  unsigned HOST_WIDE_INT value = (binary ? strtoull (text + 2, &end, 2)
				  : strtoull (text, &end, 0));
  tree type = (errno == 0
	       ? constant_type (value, end, strlen (end), text[0] != '0')
	       : NULL_TREE);
  return type != NULL_TREE ? build_int_cstu (type, value) : NULL_TREE;
}
