/* type-returned.cc - The value of `return'.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  */

#include "types/types.h"
#include "types/ctype.h"

/* Set the conversion of V, the value that the text of BLOCK returns from the C
   function.  */

void
objmode_type_returned (struct objmode_block *block,
		       struct objmode_variable *v)
{
  tree type = TREE_TYPE (DECL_RESULT (block->fn));
  const char *reason = NULL;

  v->value = DECL_RESULT (block->fn);
  v->type = TYPE_MAIN_VARIANT (type);
  v->c_name = concat ("return value of ",
		      IDENTIFIER_POINTER (DECL_NAME (block->fn)), NULL);
  if (objmode_ndarray_p (type) && objmode_ndarray_convertible_p (type))
    v->kind = OBJMODE_KIND_NDARRAY;
  else if (objmode_rng_p (type) && objmode_rng_convertible_p (type))
    v->kind = OBJMODE_KIND_RNG;
  else if (!objmode_scalar_kind (type, &v->kind))
    reason = (POINTER_TYPE_P (type)
	      ? _("Python has no value for a pointer to this type")
	      : objmode_format_problem (type) != NULL
	      ? objmode_format_problem (type)
	      : _("this type is not yet supported"));
  else if (objmode_row_of (v->kind)->caller_frees
	   && TYPE_READONLY (TREE_TYPE (type)))
    reason = _(objmode_row_of (v->kind)->return_problem);
  if (reason == NULL)
    return;
  error_at (v->loc, "value of type %qT cannot be returned from Python: %s",
	    type, reason);
  block->erroneous = true;
}
