/* type-rng.cc - objmode_rng, and the conversion of one or of a member that
   points to one.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  <objmode-random.h> declares

     struct objmode_rng
     {
       struct { ... } bits;
       struct objmode_object *__objmode_owner;
     }

   where `bits' has five pointers.  The struct is recognised by the reserved
   name of its second member, and must then have exactly these members.  An
   objmode_rng is passed by address, like a struct, but is a kind of its
   own.  */

#include "types/types.h"
#include "types/ctype.h"
#include "block/query.h"

/* How many pointers the member `bits' has.  */
#define BITS_WORDS 5

/* Return the next member from FIELD on, or NULL_TREE.  */

static tree
member (tree field)
{
  while (field != NULL_TREE && TREE_CODE (field) != FIELD_DECL)
    field = DECL_CHAIN (field);
  return field;
}

/* Return true if TYPE is a struct with the members of an objmode_rng, or has
   at least their names.  */

bool
objmode_rng_p (tree type)
{
  if (TREE_CODE (type) != RECORD_TYPE || !COMPLETE_TYPE_P (type))
    return false;
  tree bits = member (TYPE_FIELDS (type));
  tree owner = bits != NULL_TREE ? member (DECL_CHAIN (bits)) : NULL_TREE;
  return (owner != NULL_TREE && DECL_NAME (bits) == get_identifier ("bits")
	  && DECL_NAME (owner) == get_identifier ("__objmode_owner"));
}

/* Return why values of TYPE, for which objmode_rng_p holds, cannot be
   converted, or NULL.  */

static const char *
rng_problem (tree type)
{
  tree bits = member (TYPE_FIELDS (type));
  tree owner = member (DECL_CHAIN (bits));
  HOST_WIDE_INT size = BITS_WORDS * POINTER_SIZE_UNITS;

  if (TREE_CODE (TREE_TYPE (bits)) != RECORD_TYPE
      || int_size_in_bytes (TREE_TYPE (bits)) != size
      || DECL_C_BIT_FIELD (owner) || int_byte_position (owner) != size
      || !objmode_object_pointer_p (TREE_TYPE (owner))
      || int_size_in_bytes (type) != size + POINTER_SIZE_UNITS)
    return _("it has the names of the members of an objmode_rng, but is not"
	     " declared by <objmode-random.h>");
  return TYPE_ATOMIC (type) ? _("it is atomic") : NULL;
}

/* Return true if TYPE is an objmode_rng, or points to one, that can be
   converted.  */

bool
objmode_rng_convertible_p (tree type)
{
  if (POINTER_TYPE_P (type))
    type = TREE_TYPE (type);
  return objmode_rng_p (type) && rng_problem (type) == NULL;
}

/* If V of BLOCK, which is of TYPE, is an objmode_rng or a pointer to one, set
   its conversion, or report why it cannot be converted, and return true.  */

static bool
take (struct objmode_block *block, struct objmode_variable *v, tree type)
{
  bool pointer = POINTER_TYPE_P (TREE_TYPE (v->value));

  type = objmode_single_target (v, type);
  if (!objmode_rng_p (type))
    return false;
  const char *problem = rng_problem (type);
  if (problem == NULL && (v->flags & OBJMODE_VAR_COPY))
    problem = _("a copy of a generator would draw the same numbers again; let"
		" it spawn another one");
  if (problem != NULL)
    objmode_type_error (block, v, problem);
  else if (objmode_dimensions_p (v)
	   || (v->clause != NULL && v->clause->type != NULL
	       && v->clause->ts.name != OBJMODE_TS_NONE))
    objmode_contradiction (block, v, TREE_TYPE (v->value));
  else
    {
      v->kind = OBJMODE_KIND_RNG;
      v->type = TYPE_MAIN_VARIANT (type);
      v->flags |= OBJMODE_VAR_SHARED;
      if (v->out)
	objmode_check_output (block, v, type, pointer);
    }
  return true;
}

#define SEEN "objmode_np.random.Generator"
#define GIVEN \
  SEEN " | objmode_np.random.BitGenerator | objmode_np.random.RandomState" \
       " | None"

const struct objmode_kind_row objmode_row_RNG = {
  .take = take, .in_memory = 1, .owns_reference = 1,
  .seen = SEEN, .given = GIVEN, .numpy = 1
};

const struct objmode_kind_row objmode_row_RNG_TARGET = {
  .pointer = 1, .dtype = "uintp", .seen = SEEN, .given = GIVEN, .numpy = 1
};
