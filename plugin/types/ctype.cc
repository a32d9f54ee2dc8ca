/* ctype.cc - Which C types are converted, and their names.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "types/ctype.h"

/* What the names of types.def mean.  SIZE is 0 for any size, -1 for that of a
   pointer, -2 for that of an int, -3 for that of a long double.  */
static const struct
{
  enum objmode_kind kind;
  int size;
  int is_signed;
} type_names[] = {
  { OBJMODE_KINDS, 0, 0 },
#define OBJMODE_TYPE(ID, NAME, KIND, SIZE, SIGNED, DIMS) \
  { OBJMODE_KIND_##KIND, SIZE, SIGNED },
#include "text/types.def"
#undef OBJMODE_TYPE
};

/* If a value of TYPE is a scalar that can be converted, set *KIND and
   return true.  */

bool
objmode_scalar_kind (tree type, enum objmode_kind *kind)
{
  if (TYPE_ATOMIC (type))
    return false;
  for (unsigned k = 0; k < OBJMODE_KINDS; k++)
    {
      const struct objmode_kind_row *row = objmode_row_of ((objmode_kind) k);
      if (row->scalar_p != NULL && row->scalar_p (type))
	{
	  *kind = (objmode_kind) k;
	  return true;
	}
    }
  return false;
}

/* Return the name of TYPE as C spells it, for messages at run time.  */

const char *
objmode_type_name (tree type)
{
  tree name = TYPE_NAME (type);

  if (name == NULL_TREE && TYPE_MAIN_VARIANT (type) != type)
    name = TYPE_NAME (TYPE_MAIN_VARIANT (type));
  bool tag = name != NULL_TREE && TREE_CODE (name) == IDENTIFIER_NODE;
  if (name != NULL_TREE && TREE_CODE (name) == TYPE_DECL)
    name = DECL_NAME (name);
  if (name != NULL_TREE)
    return (!tag
	    ? IDENTIFIER_POINTER (name)
	    : TREE_CODE (type) == ENUMERAL_TYPE
	    ? concat ("enum ", IDENTIFIER_POINTER (name), NULL)
	    : TREE_CODE (type) == RECORD_TYPE
	    ? concat ("struct ", IDENTIFIER_POINTER (name), NULL)
	    : TREE_CODE (type) == UNION_TYPE
	    ? concat ("union ", IDENTIFIER_POINTER (name), NULL)
	    : IDENTIFIER_POINTER (name));
  if (RECORD_OR_UNION_TYPE_P (type))
    return TREE_CODE (type) == UNION_TYPE ? "union" : "struct";
  if (POINTER_TYPE_P (type))
    return concat (TYPE_READONLY (TREE_TYPE (type)) ? "const " : "",
		   objmode_type_name (TREE_TYPE (type)), " *", NULL);
  if (TREE_CODE (type) == ARRAY_TYPE
      && (TYPE_SIZE_UNIT (type) == NULL_TREE
	  || TREE_CODE (TYPE_SIZE_UNIT (type)) != INTEGER_CST))
    return concat (objmode_type_name (TREE_TYPE (type)), "[]", NULL);
  if (TREE_CODE (type) == ARRAY_TYPE)
    return xasprintf ("%s[%d]", objmode_type_name (TREE_TYPE (type)),
		      (int) (tree_to_uhwi (TYPE_SIZE_UNIT (type))
			     / tree_to_uhwi (TYPE_SIZE_UNIT
					     (TREE_TYPE (type)))));
  return "?";
}

/* Return true if there can be arrays with elements of TYPE, which is converted
   as KIND.  */

bool
objmode_element_p (tree type, enum objmode_kind kind)
{
  return objmode_row_of (kind)->elements && !objmode_odd_integer_p (type);
}

/* Return true if TYPE is objmode_object *.  */

bool
objmode_object_pointer_p (tree type)
{
  if (TREE_CODE (type) != POINTER_TYPE || TYPE_ATOMIC (type))
    return false;
  tree target = TREE_TYPE (type);
  return (TREE_CODE (target) == RECORD_TYPE && !COMPLETE_TYPE_P (target)
	  && strcmp (objmode_type_name (TYPE_MAIN_VARIANT (target)),
		     "struct objmode_object") == 0);
}

/* Return true if TYPE is char[N], which is a string.  */

bool
objmode_char_array_p (tree type)
{
  return (TREE_CODE (type) == ARRAY_TYPE
	  && TYPE_MAIN_VARIANT (TREE_TYPE (type)) == char_type_node
	  && TYPE_SIZE_UNIT (type) != NULL_TREE
	  && TREE_CODE (TYPE_SIZE_UNIT (type)) == INTEGER_CST
	  && !integer_zerop (TYPE_SIZE_UNIT (type)));
}

/* Return true if VALUE is a variable that lasts as long as the program.  */

bool
objmode_lasting_p (tree value)
{
  return (VAR_P (value) && (TREE_STATIC (value) || DECL_EXTERNAL (value))
	  && !DECL_THREAD_LOCAL_P (value));
}

/* Return true if an element or scalar of TYPE and KIND is what NAME of a
   type string says.  */

bool
objmode_agrees_p (enum objmode_tsname name, tree type,
		  enum objmode_kind kind)
{
  int size = type_names[name].size;

  if (kind != type_names[name].kind)
    return false;
  if (size == -1)
    size = POINTER_SIZE_UNITS;
  else if (size == -2)
    size = INT_TYPE_SIZE / BITS_PER_UNIT;
  else if (size == -3)
    return TYPE_MAIN_VARIANT (type) == long_double_type_node;
  if (size > 0 && size != (int) tree_to_uhwi (TYPE_SIZE_UNIT (type)))
    return false;
  return (!INTEGRAL_TYPE_P (type)
	  || type_names[name].is_signed == !TYPE_UNSIGNED (type));
}

/* Return true if TYPE is a struct or a union that is complete.  */

bool
objmode_aggregate_p (tree type)
{
  return RECORD_OR_UNION_TYPE_P (type) && COMPLETE_TYPE_P (type);
}

/* Return the kind of values that NAME, of a type string, asks for.  Return
   OBJMODE_KINDS if NAME is not the name of a type.  */

enum objmode_kind
objmode_tsname_kind (enum objmode_tsname name)
{
  return type_names[name].kind;
}
