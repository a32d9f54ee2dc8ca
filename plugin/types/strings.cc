/* strings.cc - Which types are strings.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "types/ctype.h"

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
