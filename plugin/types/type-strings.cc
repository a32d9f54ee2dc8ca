/* type-strings.cc - Strings, and arrays of strings.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type', with the rows of the kinds STRING and CHARS.  A
   char * is a string, and so is a char[N].  This type string is for pointers to
   strings:

     "str[n]"	n pointers to text, which are a list

   The list is passed like an array of one dimension.  In the place of the
   stride is the size with which it is declared, or 0.  The runtime checks that
   N is not larger.  */

#include "types/types.h"
#include "types/ctype.h"
#include "block/query.h"

/* Return true if V, of TYPE, is an array, or a pointer of which a clause or its
   declaration gives the extents.  */

bool
objmode_memory_p (const struct objmode_variable *v, tree type)
{
  return (TREE_CODE (type) == ARRAY_TYPE
	  || (POINTER_TYPE_P (type)
	      && (objmode_dimensions_p (v)
		  || objmode_bounded_parameter_p (v))));
}

/* Return true if the type string of V says strings.  */

static bool
text_p (const struct objmode_variable *v)
{
  return (v->clause != NULL && v->clause->type != NULL
	  && (v->clause->ts.name == OBJMODE_TS_STR
	      || v->clause->ts.name == OBJMODE_TS_UNICODE));
}

/* Return true if V, of TYPE, is an array of strings or, with a clause, a
   pointer to some.  */

static bool
list_p (const struct objmode_variable *v, tree type)
{
  return (objmode_memory_p (v, type)
	  && objmode_string_p (TREE_TYPE (type))
	  && (text_p (v) || v->clause == NULL || v->clause->type == NULL
	      || v->clause->ts.name == OBJMODE_TS_NONE));
}

/* Set the extent of V of BLOCK, memory of TYPE, and the size that it is
   declared with.  Return false after an error.  */

bool
objmode_set_memory_extent (struct objmode_block *block,
			   struct objmode_variable *v, tree type)
{
  tree size = objmode_declared_extent (block, v, type), extent = NULL_TREE;

  v->ndim = 1;
  if (objmode_dimensions_p (v))
    {
      if (!objmode_check_dimension (block, v, 0))
	return false;
      extent = v->clause->extents[0];
      if (v->clause->strides[0] != NULL_TREE
	  && !v->clause->ts.dims[0].contiguous)
	{
	  objmode_report_dimension (block, v, 0, true, G_("type string"
				    " %qs has a stride, which bytes and"
				    " strings cannot have"));
	  return false;
	}
    }
  v->extents[0] = extent == NULL_TREE ? size : extent;
  v->strides[0] = build_zero_cst (ptrdiff_type_node);
  if (v->extents[0] == NULL_TREE)
    {
      objmode_report_missing_extent (block, v);
      return false;
    }
  v->extents[0] = objmode_to_ptrdiff (v->extents[0]);
  if (extent == NULL_TREE || size == NULL_TREE)
    return true;
  /* The string may be shorter than the array, but not longer.  */
  if (TREE_CODE (size) == INTEGER_CST
      && TREE_CODE (v->extents[0]) == INTEGER_CST
      && !integer_zerop (size)
      && tree_int_cst_lt (size, v->extents[0]))
    {
      error_at (v->clause->type_loc, "type string %qs contradicts the"
		" declaration of %qs", v->clause->type, v->name);
      return false;
    }
  v->strides[0] = size;
  return true;
}

/* Set the conversion of V of BLOCK, which is of TYPE, to a list.  */

static void
type_list (struct objmode_block *block, struct objmode_variable *v, tree type)
{
  v->kind = OBJMODE_KIND_STRING;
  v->type = TYPE_MAIN_VARIANT (TREE_TYPE (type));
  v->flags |= OBJMODE_VAR_ARRAY;
  v->out = objmode_rebound_p (v);
  if (!objmode_set_memory_extent (block, v, type))
    block->erroneous = true;
  else if (v->out)
    objmode_type_error (block, v, _("a list of strings cannot be an output"));
  else
    objmode_check_replaced (block, v, TREE_TYPE (type),
			    v->clause == NULL || v->clause->type == NULL);
}

/* If V of BLOCK, which is of TYPE, is a list of strings, or its type string
   says so, set its conversion or report that it cannot be, and return true.  */

static bool
take_list (struct objmode_block *block, struct objmode_variable *v, tree type)
{
  if (list_p (v, type))
    type_list (block, v, type);
  else if (text_p (v) && objmode_dimensions_p (v))
    objmode_contradiction (block, v, type);
  else
    return false;
  return true;
}

/* Set the conversion of V of BLOCK, a char[N]: the runtime reads and stores
   it in place.  */

static void
type_chars (struct objmode_block *block, struct objmode_variable *v)
{
  v->kind = OBJMODE_KIND_CHARS;
  v->type = TREE_TYPE (v->value);
  v->flags |= OBJMODE_VAR_SHARED;
  v->out = objmode_rebound_p (v);
  if (v->clause != NULL && v->clause->type != NULL
      && !text_p (v) && v->clause->ts.name != OBJMODE_TS_NONE)
    objmode_contradiction (block, v, v->type);
  else
    objmode_check_replaced (block, v, TREE_TYPE (v->type), true);
}

/* If V of BLOCK, which is of TYPE, is a char[N], set its conversion and return
   true.  */

static bool
take_chars (struct objmode_block *block, struct objmode_variable *v, tree type)
{
  if (!objmode_char_array_p (type) || objmode_dimensions_p (v))
    return false;
  type_chars (block, v);
  return true;
}

const struct objmode_kind_row objmode_row_STRING = {
  .scalar_p = objmode_string_p, .take = take_list, .caller_frees = 1,
  .pointer = 1, .array_string = "str[n]",
  .output_problem = G_("a string that the block assigns must be a char *,"
		       " since the caller frees it"),
  .return_problem = G_("it must not point to const, since the caller frees the"
		       " string"),
  /* NULL is rare, so a text that does not expect it is correct.  */
  .seen = "objmode_str", .given = "objmode_str | None"
};

const struct objmode_kind_row objmode_row_CHARS = {
  .take = take_chars, .seen = "objmode_str", .given = "objmode_str"
};
