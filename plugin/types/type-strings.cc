/* type-strings.cc - Bytes, and arrays of strings.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  These type strings are for memory that would
   otherwise be numbers, or not be converted at all:

     "bytes"	pointer: the bytes up to the null byte, as "str" the text;
		array: the same, in place
     "bytes[n]"	memory of n bytes
     "str[n]"	n pointers to text, which are a list

   Memory is passed like an array of one dimension.  In the place of the stride
   is the size with which it is declared, or 0.  The runtime checks that N is
   not larger.  */

#include "types/types.h"
#include "types/ctype.h"
#include "block/query.h"

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
  if (TREE_CODE (type) != ARRAY_TYPE
      && !(POINTER_TYPE_P (type)
	   && (objmode_dimensions_p (v) || objmode_bounded_parameter_p (v))))
    return false;
  return (objmode_string_p (TREE_TYPE (type))
	  && (text_p (v) || v->clause == NULL || v->clause->type == NULL
	      || v->clause->ts.name == OBJMODE_TS_NONE));
}

/* Set the extent of V of BLOCK, memory of TYPE, and the size that it is
   declared with.  Return false after an error.  */

static bool
set_extent (struct objmode_block *block, struct objmode_variable *v,
	    tree type)
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
  v->extents[0] = fold_convert (ptrdiff_type_node, unshare_expr
				(v->extents[0]));
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

/* Set the conversion of V of BLOCK, which is of TYPE, to bytes in memory.  */

static void
type_bytes (struct objmode_block *block, struct objmode_variable *v,
	    tree type)
{
  v->kind = OBJMODE_KIND_BYTES;
  v->type = unsigned_char_type_node;
  v->flags |= OBJMODE_VAR_ARRAY;
  if (!objmode_dimensions_p (v))
    v->flags |= OBJMODE_VAR_TERMINATED;
  v->out = objmode_rebound_p (v);
  if (set_extent (block, v, type))
    objmode_check_replaced (block, v, TREE_TYPE (type),
			    v->clause == NULL || v->clause->type == NULL);
  else
    block->erroneous = true;
}

/* Set the conversion of V of BLOCK, which is of TYPE, to a list.  */

static void
type_list (struct objmode_block *block, struct objmode_variable *v, tree type)
{
  v->kind = OBJMODE_KIND_STRING;
  v->type = TYPE_MAIN_VARIANT (TREE_TYPE (type));
  v->flags |= OBJMODE_VAR_ARRAY;
  v->out = objmode_rebound_p (v);
  if (!set_extent (block, v, type))
    block->erroneous = true;
  else if (v->out)
    objmode_type_error (block, v, _("a list of strings cannot be an output"));
  else
    objmode_check_replaced (block, v, TREE_TYPE (type),
			    v->clause == NULL || v->clause->type == NULL);
}

/* If V of BLOCK, which is of TYPE, is bytes in memory or a list of strings,
   set its conversion and return true.  */

bool
objmode_type_strings (struct objmode_block *block, struct objmode_variable *v,
		      tree type)
{
  bool memory = (TREE_CODE (type) == ARRAY_TYPE
		 || (POINTER_TYPE_P (type)
		     && (objmode_dimensions_p (v)
			 || objmode_bounded_parameter_p (v))));

  if (list_p (v, type))
    type_list (block, v, type);
  else if (text_p (v) && objmode_dimensions_p (v))
    objmode_contradiction (block, v, type);
  else if (!objmode_bytes_p (v)
	   || (!memory && objmode_bytes_pointer_p (v, type)))
    return false;
  else if (memory && objmode_byte_p (TREE_TYPE (type)))
    type_bytes (block, v, type);
  else
    objmode_contradiction (block, v, type);
  return true;
}
