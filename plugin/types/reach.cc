/* reach.cc - Whether a clause stays within the memory of an array.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.  The extents and strides that a clause gives for a
   declared array must not reach outside of that array.  Constant ones are
   checked here.  The runtime checks the others, and gets the extents of the
   declaration for that.  */

#include "types/types.h"

/* Return true if the array V may be longer than it is declared.  This is so
   for a last member without an extent, or with an extent of 0 or 1, as
   programs wrote it before C99.  */

static bool
open_member_p (const struct objmode_variable *v)
{
  tree ref = v->value;

  if (TREE_CODE (ref) != COMPONENT_REF
      || TREE_CODE (TREE_TYPE (ref)) != ARRAY_TYPE)
    return false;
  for (tree f = DECL_CHAIN (TREE_OPERAND (ref, 1)); f; f = DECL_CHAIN (f))
    if (TREE_CODE (f) == FIELD_DECL)
      return false;
  return (v->extents[0] == NULL_TREE || integer_zerop (v->extents[0])
	  || integer_onep (v->extents[0]));
}

/* Note that the extents of V from dimension FIRST on are those of its
   declaration, outside of which there are no elements.  */

void
objmode_note_declared (struct objmode_variable *v, int first)
{
  for (int d = 0; d < OBJMODE_TS_MAX_DIMS; d++)
    v->declared[d] = d >= first && d < v->ndim ? v->extents[d] : NULL_TREE;
  if (first == 0 && open_member_p (v))
    v->declared[0] = NULL_TREE;
}

/* If E, a ptrdiff_t, is constant, set *N to its value and return true.  E may
   be NULL_TREE.  */

static bool
constant_p (tree e, HOST_WIDE_INT *n)
{
  if (e == NULL_TREE || !tree_fits_shwi_p (e))
    return false;
  *n = tree_to_shwi (e);
  return true;
}

/* Find out whether the extents and strides of V are within what V is declared
   with, and store the answer in *INSIDE.  Return false if that is not known
   before the program runs.  */

static bool
known_reach (const struct objmode_variable *v, bool *inside)
{
  /* Products of these do not overflow.  */
  widest_int low = 0, high = 0, own = 1;
  HOST_WIDE_INT n, stride = 0, total = 0;
  bool within = true;

  for (int d = v->ndim; d-- > 0;)
    {
      if (!constant_p (v->extents[d], &n) || n <= 0
	  || !constant_p (v->declared[d], &total))
	return false;
      bool given = v->strides[d] != NULL_TREE;
      if (given && !constant_p (v->strides[d], &stride))
	return false;
      widest_int reach = given ? stride : own;
      reach = reach * (n - 1);
      within &= given || n <= total;
      if (wi::neg_p (reach))
	low = low + reach;
      else
	high = high + reach;
      own = own * total;
    }
  *inside = within && !wi::neg_p (low) && wi::lts_p (high, own);
  return true;
}

/* Return true if the extents of V are those of the declaration, in C's
   order.  */

static bool
as_declared_p (const struct objmode_variable *v)
{
  for (int d = 0; d < v->ndim; d++)
    if ((v->strides[d] != NULL_TREE && !v->clause->ts.dims[d].contiguous)
	|| (v->declared[d] != NULL_TREE && v->extents[d] != v->declared[d]
	    && !(TREE_CODE (v->extents[d]) == INTEGER_CST
		 && TREE_CODE (v->declared[d]) == INTEGER_CST
		 && tree_int_cst_equal (v->extents[d], v->declared[d]))))
      return false;
  return true;
}

/* Check that the extents and strides of V of BLOCK do not reach outside of
   what is declared.  Set OBJMODE_VAR_BOUNDED if only the runtime can.  Return
   false after an error.  */

bool
objmode_check_reach (struct objmode_block *block, struct objmode_variable *v)
{
  bool inside, declared = false;

  for (int d = 0; d < v->ndim; d++)
    declared |= v->declared[d] != NULL_TREE;
  if (!declared || as_declared_p (v))
    return true;
  if (!known_reach (v, &inside))
    v->flags |= OBJMODE_VAR_BOUNDED;
  else if (!inside)
    {
      error_at (v->clause->type_loc, "type string %qs reaches outside"
		" the bounds of array %qs", v->clause->type, v->name);
      block->erroneous = true;
      return false;
    }
  return true;
}
