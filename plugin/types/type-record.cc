/* type-record.cc - The conversion of structs and unions.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  A struct is passed as the address of its memory, a
   union as an array of bytes.  */

#include "types/types.h"
#include "types/ctype.h"
#include "block/query.h"

/* V is an array of unions of TYPE, or one union.  Append a dimension for the
   bytes of a union.  Return false if V has too many dimensions.  */

static bool
add_bytes (struct objmode_variable *v, tree type)
{
  tree size = build_int_cst (ptrdiff_type_node, int_size_in_bytes (type));

  if (v->ndim == OBJMODE_TS_MAX_DIMS)
    return false;
  /* The strides of a clause count unions.  */
  for (int d = 0; d < v->ndim; d++)
    if (v->strides[d] != NULL_TREE)
      v->strides[d] = fold_build2 (MULT_EXPR, ptrdiff_type_node,
				   v->strides[d], size);
  v->declared[v->ndim] = size;
  v->extents[v->ndim++] = size;
  v->kind = OBJMODE_KIND_INT;
  v->type = unsigned_char_type_node;
  return true;
}

/* Check that the struct or union TYPE, of the variable or element V of
   BLOCK, can be converted; then set KIND and TYPE of V.  Return false after
   an error.  */

bool
objmode_check_record (struct objmode_block *block, struct objmode_variable *v,
		      tree type)
{
  const char *problem = objmode_record_problem (type);

  if (objmode_rng_p (type))
    problem = _("an objmode_rng can only be passed by itself; name one of them,"
		" as in 'NAME (GENERATORS[i])'");
  if (problem == NULL && v->clause != NULL && v->clause->type != NULL
      && v->clause->ts.name != OBJMODE_TS_NONE)
    {
      objmode_contradiction (block, v, type);
      return false;
    }
  /* NumPy may copy an element as a whole.  */
  if (problem == NULL && objmode_has_atomic_p (type)
      && TREE_CODE (type) == RECORD_TYPE && v->ndim > 0)
    problem = _("it has an atomic member");
  v->kind = OBJMODE_KIND_RECORD;
  v->type = TYPE_MAIN_VARIANT (type);
  if (problem == NULL && TREE_CODE (type) == UNION_TYPE
      && !add_bytes (v, type))
    problem = _("it has too many dimensions");
  if (problem == NULL)
    return true;
  objmode_type_error (block, v, problem);
  return false;
}

/* Set the conversion of V of BLOCK, which is or points to a struct or union of
   TYPE.  */

static void
type_record (struct objmode_block *block, struct objmode_variable *v,
	     tree type)
{
  bool pointer = POINTER_TYPE_P (TREE_TYPE (v->value));

  v->ndim = 0;
  if (objmode_dimensions_p (v))
    {
      objmode_contradiction (block, v, TREE_TYPE (v->value));
      return;
    }
  if (!objmode_check_record (block, v, type))
    return;
  if (TREE_CODE (type) == UNION_TYPE)
    v->flags |= OBJMODE_VAR_ARRAY | (pointer ? OBJMODE_VAR_NULL : 0);
  if (TYPE_READONLY (type) || (!pointer && TREE_READONLY (v->value)))
    v->flags |= OBJMODE_VAR_CONST;
  if (!pointer && objmode_lasting_p (v->value))
    v->flags |= OBJMODE_VAR_STATIC;
  /* What a function returned lives no longer than the call.  */
  if (!pointer && !DECL_P (v->value) && !lvalue_p (v->value))
    v->flags |= OBJMODE_VAR_COPY;
  v->in = true;
  v->out = objmode_rebound_p (v);
  if (v->out && objmode_check_output (block, v, type, pointer)
      && objmode_has_atomic_p (type))
    {
      error_at (v->loc, "output %qs has an atomic member; assign its other"
		" members in the text", v->name);
      block->erroneous = true;
    }
}

/* If V of BLOCK, which is of TYPE, is a struct or union, or a pointer to one,
   but neither an OBJMODE_ARRAY nor an objmode_rng, set its conversion and
   return true.  */

static bool
take (struct objmode_block *block, struct objmode_variable *v, tree type)
{
  type = objmode_single_target (v, type);
  if (!objmode_aggregate_p (type) || objmode_ndarray_p (type)
      || objmode_rng_p (type))
    return false;
  type_record (block, v, type);
  return true;
}

const struct objmode_kind_row objmode_row_RECORD = {
  .take = take, .refers = OBJMODE_REFERS_MEMBERS, .elements = 1,
  .by_address = 1, .in_memory = 1, .dtype = "void"
};
