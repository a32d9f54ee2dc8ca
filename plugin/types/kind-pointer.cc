/* kind-pointer.cc - Pointers that are values themselves.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Here are the rows of the kinds POINTER, TARGET, MEMORY, OBJECT and
   FUNCTION.  */

#include "types/ctype.h"
#include "types/prototype.h"

/* Return true if TYPE is void * or a pointer to an incomplete type, but not to
   an object.  */

static bool
pointer_p (tree type)
{
  if (TREE_CODE (type) != POINTER_TYPE)
    return false;
  tree target = TREE_TYPE (type);
  return (VOID_TYPE_P (target)
	  || (RECORD_OR_UNION_TYPE_P (target) && !COMPLETE_TYPE_P (target)
	      && !objmode_object_pointer_p (type)));
}

/* Return true if TYPE, of any variable, is the type of pointers to
   functions.  */

static bool
function_p (const struct objmode_variable *, tree type)
{
  return objmode_function_pointer_p (type);
}

/* Return why the functions to which TYPE points cannot be called, or NULL if
   they can.  The caller frees the text.  */

static char *
function_problem (tree type)
{
  return objmode_not_callable_type (TREE_TYPE (type), NULL_TREE);
}

const struct objmode_kind_row objmode_row_POINTER = {
  .scalar_p = pointer_p, .pointer = 1, .dtype = "uintp",
  .seen = "int", .given = "objmode_Int | None"
};

/* Only members of structs are of this kind.  */

const struct objmode_kind_row objmode_row_TARGET = {
  .refers = OBJMODE_REFERS_TARGET, .pointer = 1, .dtype = "uintp"
};

/* Only members of structs are of this kind.  */

const struct objmode_kind_row objmode_row_MEMORY = {
  .refers = OBJMODE_REFERS_MEMORY, .pointer = 1, .dtype = "uintp"
};

const struct objmode_kind_row objmode_row_OBJECT = {
  .scalar_p = objmode_object_pointer_p, .elements = 1, .owns_reference = 1,
  .array_string = "[n]", .dtype = "object_"
};

const struct objmode_kind_row objmode_row_FUNCTION = {
  .claimed_p = function_p, .problem = function_problem,
  .refers = OBJMODE_REFERS_FUNCTION
};
