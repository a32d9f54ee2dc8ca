/* type-bytes.cc - Bytes.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type', with the row of the kind BYTES.  These type
   strings are for memory that would otherwise be numbers, or not be converted:

     "bytes"	pointer: the bytes up to the null byte, as "str" the text;
		array: the same, in place
     "bytes[n]"	memory of n bytes

   Memory is passed like a list of strings; see type-strings.cc.  */

#include "types/types.h"
#include "types/ctype.h"
#include "block/query.h"

/* Return true if the type string of V says bytes.  */

static bool
bytes_p (const struct objmode_variable *v)
{
  return (v->clause != NULL && v->clause->type != NULL
	  && v->clause->ts.name == OBJMODE_TS_BYTES);
}

/* Return true if memory of TYPE may be bytes.  */

static bool
byte_p (tree type)
{
  return (VOID_TYPE_P (type)
	  || (TREE_CODE (type) == INTEGER_TYPE && !TYPE_ATOMIC (type)
	      && TYPE_PRECISION (type) == BITS_PER_UNIT));
}

/* Return true if V is a pointer, of TYPE, whose type string says bytes, and is
   converted as the bytes that it points to.  */

static bool
pointer_p (const struct objmode_variable *v, tree type)
{
  return (bytes_p (v) && POINTER_TYPE_P (type) && !TYPE_ATOMIC (type)
	  && byte_p (TREE_TYPE (type)));
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
  if (objmode_set_memory_extent (block, v, type))
    objmode_check_replaced (block, v, TREE_TYPE (type),
			    v->clause == NULL || v->clause->type == NULL);
  else
    block->erroneous = true;
}

/* If the type string of V of BLOCK, which is of TYPE, says bytes, and it is not
   just a pointer to them, set its conversion or report that it cannot be, and
   return true.  */

static bool
take (struct objmode_block *block, struct objmode_variable *v, tree type)
{
  bool memory = objmode_memory_p (v, type);

  if (!bytes_p (v) || (!memory && pointer_p (v, type)))
    return false;
  if (memory && byte_p (TREE_TYPE (type)))
    type_bytes (block, v, type);
  else
    objmode_contradiction (block, v, type);
  return true;
}

const struct objmode_kind_row objmode_row_BYTES = {
  .claimed_p = pointer_p, .take = take, .caller_frees = 1, .names_memory = 1,
  .output_problem = G_("bytes that the block assigns must not be const, since"
		       " the caller frees them")
};
