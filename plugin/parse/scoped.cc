/* scoped.cc - Where `objmode_scoped' may stand.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "parse/parse.h"
#include "types/ctype.h"

/* Report DECL, which the front end has finished, if it is a variable with
   `objmode_scoped' that has nothing to release.  */

void
objmode_check_scoped (tree decl)
{
  if (decl == NULL_TREE || !VAR_P (decl))
    return;
  tree cleanup = lookup_attribute ("cleanup", DECL_ATTRIBUTES (decl));
  if (cleanup == NULL_TREE || TREE_VALUE (cleanup) == NULL_TREE
      || TREE_VALUE (TREE_VALUE (cleanup))
	 != get_identifier ("objmode_release_scoped"))
    return;
  struct objmode_ndarray a;
  tree type = TREE_TYPE (decl);
  if (objmode_ndarray_p (type) ? objmode_ndarray_parts (type, &a)
      : objmode_object_pointer_p (type))
    return;
  if (!error_operand_p (decl))
    error_at (DECL_SOURCE_LOCATION (decl), "%<objmode_scoped%> variable %qD"
	      " must be an %<objmode_object *%> or an %<OBJMODE_ARRAY%>",
	      decl);
}
