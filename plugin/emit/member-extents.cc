/* member-extents.cc - The functions that compute the extents of members.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `convert'.  For

     struct grid
     {
       int ny, nx, ld;
       double *u objmode_extents ("[ny : ld, nx]");
     };

   the runtime gets

     static void objmode_member_extents.0 (void *self, void *values)
     {
       int bad = 0;
       ((int64_t *) values)[0] = ((struct grid *) self)->ny;
       ((int64_t *) values)[1] = ((struct grid *) self)->nx;
       ((int64_t *) values)[2] = ((struct grid *) self)->ld;
       ((int64_t *) values)[3] = 1;
       if (bad)
	 ((int64_t *) values)[0] = INT64_MIN;
     }

   and calls it each time that the member is read.

   Errors here: an extent that is not an integer expression of members and of
   what is declared at file scope.  */

#include "emit/descriptor.h"
#include "emit/function.h"
#include "types/declared.h"
#include "tools/trees.h"

/* What an extent is computed from.  */
struct context
{
  const struct objmode_written *w;
  tree self;			/* The struct whose members names are.  */
  tree bad;
  bool failed;			/* An error was reported.  */
};

/* objmode_extent_name: DATA is a struct context.  */

static tree
member_name (const char *name, location_t loc, void *data)
{
  struct context *c = (struct context *) data;
  return objmode_member_of (c->self, name, loc);
}

/* Return the value of TOKENS, an extent or a stride, or NULL_TREE if TOKENS is
   NULL or an error was reported.  */

static tree
value_of (struct context *c, const char *tokens)
{
  if (tokens == NULL)
    return NULL_TREE;
  tree value = objmode_parse_extent (c->w, tokens, member_name, c, c->bad);
  if (value != error_mark_node)
    return value;
  c->failed = true;
  return NULL_TREE;
}

/* Return A * B, as ptrdiff_t; either may be NULL_TREE after an error.  */

static tree
product (tree a, tree b)
{
  if (a == NULL_TREE || b == NULL_TREE)
    return NULL_TREE;
  return fold_build2 (MULT_EXPR, ptrdiff_type_node, unshare_expr (a),
		      unshare_expr (b));
}

/* Append to VALUES the extents and then the strides that C says of a pointer,
   or a flexible array, of TYPE.  A pointer to an array of constant extents has
   those too, and a union its bytes; the strides that are given count arrays and
   unions.  Set *LEVELS to the number of dimensions that are levels of pointers.
   Return the number of all dimensions.  */

static int
collect (struct context *c, tree type, auto_vec<tree> *values, int *levels)
{
  const struct objmode_typestring *ts = &c->w->ts;
  auto_vec<tree> extents;
  int own, rank = 0;

  tree element;
  bool ok = objmode_levels (ts, type, &element, levels);
  gcc_assert (ok);
  if (*levels == 0)
    element = objmode_pointed_element (type, &own);
  for (int d = 0; d < ts->ndim; d++, rank++)
    {
      /* Only the first may be the declaration's.  */
      tree extent = value_of (c, c->w->extents[d]);
      if (c->w->extents[d] == NULL)
	extent = objmode_extent_of (type);
      extents.safe_push (extent);
    }
  if (ts->ndim == 1 && *levels == 0)
    for (tree t = TREE_TYPE (type); TREE_CODE (t) == ARRAY_TYPE;
	 t = TREE_TYPE (t), rank++)
      extents.safe_push (objmode_extent_of (t));
  if (TREE_CODE (element) == UNION_TYPE)
    {
      extents.safe_push (objmode_to_ptrdiff (TYPE_SIZE_UNIT (element)));
      rank++;
    }
  tree unit = build_one_cst (ptrdiff_type_node);
  for (int d = ts->ndim; d < rank; d++)
    unit = product (unit, extents[d]);
  for (int d = 0; d < rank; d++)
    values->safe_push (extents[d]);
  tree stride = build_one_cst (ptrdiff_type_node);
  auto_vec<tree> strides;
  for (int d = rank; d-- > 0;)
    {
      if (d < ts->ndim && c->w->strides[d] != NULL)
	stride = product (value_of (c, c->w->strides[d]), unit);
      strides.safe_push (stride);
      stride = product (stride, extents[d]);
    }
  for (int d = rank; d-- > 0;)
    values->safe_push (strides[d]);
  return rank;
}

/* Return a parameter of FN, a pointer, as a pointer to TYPE.  */

static tree
add_pointer (tree fn, tree type)
{
  return fold_convert (build_pointer_type (type),
		       objmode_add_parameter (fn, ptr_type_node));
}

/* Return the address of a function that computes the extents which W declares
   of a member of TYPE.  The names in them are members of the struct OUTER.  Set
   *RANK to the number of dimensions, and *LEVELS to how many of them are levels
   of pointers.  Return NULL_TREE after an error.  */

tree
objmode_member_extents (const struct objmode_written *w, tree type, tree outer,
			int *rank, int *levels)
{
  tree fn_type = build_function_type_list (void_type_node, ptr_type_node,
					   ptr_type_node, NULL_TREE);
  tree fn = objmode_begin_function
    (create_tmp_var_name ("objmode_member_extents"), fn_type, NULL_TREE,
     BUILTINS_LOCATION);
  DECL_IGNORED_P (fn) = 1;
  tree self = add_pointer (fn, outer);
  tree place = add_pointer (fn, intDI_type_node);
  tree bad = objmode_bad_variable (fn);

  struct context c = { w, build1 (INDIRECT_REF, outer, self), bad, false };
  auto_vec<tree> values;
  *rank = collect (&c, type, &values, levels);
  if (c.failed)
    return NULL_TREE;
  return objmode_extents_function (fn, place, bad, values);
}
