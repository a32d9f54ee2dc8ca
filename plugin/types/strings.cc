/* strings.cc - Which types are bytes or strings.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "types/types.h"
#include "types/ctype.h"

/* Return true if the type string of V says bytes.  */

bool
objmode_bytes_p (const struct objmode_variable *v)
{
  return (v->clause != NULL && v->clause->type != NULL
	  && v->clause->ts.name == OBJMODE_TS_BYTES);
}

/* Return true if memory of TYPE may be bytes.  */

bool
objmode_byte_p (tree type)
{
  return (VOID_TYPE_P (type)
	  || (TREE_CODE (type) == INTEGER_TYPE && !TYPE_ATOMIC (type)
	      && TYPE_PRECISION (type) == BITS_PER_UNIT));
}

/* Return true if TYPE is char *, a string.  */

bool
objmode_string_p (tree type)
{
  return (TREE_CODE (type) == POINTER_TYPE && !TYPE_ATOMIC (type)
	  && TYPE_MAIN_VARIANT (TREE_TYPE (type)) == char_type_node);
}

/* Return true if TYPE is an array of strings.  */

bool
objmode_strings_p (tree type)
{
  return TREE_CODE (type) == ARRAY_TYPE && objmode_string_p (TREE_TYPE (type));
}

/* Return true if V is a pointer, of TYPE, whose type string says bytes, and is
   converted as the bytes that it points to.  */

bool
objmode_bytes_pointer_p (const struct objmode_variable *v, tree type)
{
  return (objmode_bytes_p (v) && POINTER_TYPE_P (type) && !TYPE_ATOMIC (type)
	  && objmode_byte_p (TREE_TYPE (type)));
}
