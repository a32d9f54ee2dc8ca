/* ndarray.cc - OBJMODE_ARRAY (T, NDIM).

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stages `type' and `convert'.  The macro declares

     struct
     {
       objmode_object *__objmode_owner;
       T *data;
       ptrdiff_t shape[NDIM], strides[NDIM];
     }

   There is no attribute on it, which GCC without the plugin would not know:
   the struct is recognised by the name of its first member, which is
   reserved, and then must have exactly these members.  It is passed by
   address, as a struct is, and is a kind of its own.  */

#include "types/types.h"
#include "emit/descriptor.h"

/* What an OBJMODE_ARRAY is of.  */
struct ndarray
{
  tree element;			/* T, with its qualifiers.  */
  HOST_WIDE_INT ndim;
};

/* Return the next member from FIELD on, or NULL_TREE.  */

static tree
member (tree field)
{
  while (field != NULL_TREE && TREE_CODE (field) != FIELD_DECL)
    field = DECL_CHAIN (field);
  return field;
}

/* Return true if TYPE says that it is an OBJMODE_ARRAY.  */

bool
objmode_ndarray_p (tree type)
{
  if (TREE_CODE (type) != RECORD_TYPE || !COMPLETE_TYPE_P (type))
    return false;
  tree first = member (TYPE_FIELDS (type));
  return (first != NULL_TREE
	  && DECL_NAME (first) == get_identifier ("__objmode_owner"));
}

/* Return true if FIELD is called NAME and lies WORDS words behind the
   beginning of its struct.  */

static bool
named_p (tree field, const char *name, HOST_WIDE_INT words)
{
  return (field != NULL_TREE && !DECL_C_BIT_FIELD (field)
	  && DECL_NAME (field) == get_identifier (name)
	  && int_byte_position (field) == words * POINTER_SIZE_UNITS);
}

/* Return how many ptrdiff_t the array FIELD has, -1 if it is none.  */

static HOST_WIDE_INT
extents (tree field)
{
  tree type = TREE_TYPE (field);
  if (TREE_CODE (type) != ARRAY_TYPE
      || TYPE_MAIN_VARIANT (TREE_TYPE (type)) != ptrdiff_type_node
      || TYPE_SIZE_UNIT (type) == NULL_TREE
      || TREE_CODE (TYPE_SIZE_UNIT (type)) != INTEGER_CST)
    return -1;
  return tree_to_uhwi (TYPE_SIZE_UNIT (type)) / POINTER_SIZE_UNITS;
}

/* Store in *A what TYPE, for which objmode_ndarray_p holds, is an array of.
   Return false if it is no OBJMODE_ARRAY after all.  */

static bool
take_apart (tree type, struct ndarray *a)
{
  enum objmode_kind kind;
  tree owner = member (TYPE_FIELDS (type));
  tree data = member (DECL_CHAIN (owner));
  if (!named_p (owner, "__objmode_owner", 0)
      || !objmode_scalar_kind (TREE_TYPE (owner), &kind)
      || kind != OBJMODE_KIND_OBJECT || !named_p (data, "data", 1)
      || !POINTER_TYPE_P (TREE_TYPE (data))
      || TYPE_REVERSE_STORAGE_ORDER (type))
    return false;
  tree shape = member (DECL_CHAIN (data));
  if (!named_p (shape, "shape", 2))
    return false;
  a->element = TREE_TYPE (TREE_TYPE (data));
  a->ndim = extents (shape);
  tree strides = member (DECL_CHAIN (shape));
  return (a->ndim >= 0 && named_p (strides, "strides", 2 + a->ndim)
	  && extents (strides) == a->ndim
	  && member (DECL_CHAIN (strides)) == NULL_TREE);
}

/* Return the OBJMODE_ARRAY TYPE as the user has written it.  */

const char *
objmode_ndarray_name (tree type)
{
  struct ndarray a;
  if (TYPE_NAME (type) != NULL_TREE || !take_apart (type, &a))
    return objmode_type_name (type);
  return xasprintf ("OBJMODE_ARRAY (%s%s, %d)",
		    TYPE_READONLY (a.element) ? "const " : "",
		    objmode_type_name (TYPE_MAIN_VARIANT (a.element)
				       == a.element ? a.element
				       : TYPE_NAME (a.element) != NULL_TREE
				       ? a.element
				       : TYPE_MAIN_VARIANT (a.element)),
		    (int) a.ndim);
}

/* Return the type of the elements of the OBJMODE_ARRAY TYPE.  */

tree
objmode_ndarray_element (tree type)
{
  struct ndarray a;
  return take_apart (type, &a) ? a.element : error_mark_node;
}

/* Return what kind the elements of A are converted as, OBJMODE_KINDS for
   those that cannot be.  */

static enum objmode_kind
element_kind (const struct ndarray *a)
{
  enum objmode_kind kind = OBJMODE_KIND_RECORD;
  if (objmode_aggregate_p (a->element)
      ? (TREE_CODE (a->element) != RECORD_TYPE
	 || objmode_record_problem (a->element) != NULL)
      : (!objmode_scalar_kind (a->element, &kind)
	 || !objmode_element_p (a->element, kind)))
    return OBJMODE_KINDS;
  return kind;
}

/* Return why values of TYPE, for which objmode_ndarray_p holds, cannot be
   converted, or NULL.  */

static const char *
problem_of (tree type)
{
  struct ndarray a;
  if (!take_apart (type, &a))
    return _("it has a member '__objmode_owner', but is not declared by"
	     " OBJMODE_ARRAY");
  if (a.ndim < 1 || a.ndim > OBJMODE_TS_MAX_DIMS)
    return _("it must have 1 to 32 dimensions");
  if (TYPE_ATOMIC (type))
    return _("it is atomic");
  if (element_kind (&a) == OBJMODE_KINDS)
    return _("arrays of its elements are not yet supported");
  return NULL;
}

/* Return true if TYPE is an OBJMODE_ARRAY, or points to one, that can be
   converted.  */

bool
objmode_ndarray_convertible_p (tree type)
{
  if (POINTER_TYPE_P (type))
    type = TREE_TYPE (type);
  return objmode_ndarray_p (type) && problem_of (type) == NULL;
}

/* The front end has finished DECL: check that `objmode_scoped' stands only
   in front of what it can release.  */

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
  struct ndarray a;
  enum objmode_kind kind;
  tree type = TREE_TYPE (decl);
  if (objmode_ndarray_p (type) ? take_apart (type, &a)
      : objmode_scalar_kind (type, &kind) && kind == OBJMODE_KIND_OBJECT)
    return;
  if (!error_operand_p (decl))
    error_at (DECL_SOURCE_LOCATION (decl), "%<objmode_scoped%> variable %qD"
	      " must be an %<objmode_object *%> or an %<OBJMODE_ARRAY%>",
	      decl);
}

/* Check the type string of V of BLOCK against A and take the layout that it
   asks for.  */

static void
check_clause (struct objmode_block *block, struct objmode_variable *v,
	      const struct ndarray *a)
{
  const struct objmode_typestring *ts = &v->clause->ts;

  if ((ts->name != OBJMODE_TS_NONE
       && (!ts->is_array
	   || !objmode_agrees_p (ts->name, a->element, element_kind (a))))
      || (ts->is_array && ts->ndim != a->ndim))
    {
      tree type = TREE_TYPE (v->value);
      if (POINTER_TYPE_P (type))
	type = TREE_TYPE (type);
      error_at (v->clause->type_loc,
		"type string %qs contradicts the type %qs of %qs",
		v->clause->type, objmode_ndarray_name (type), v->name);
      block->erroneous = true;
      return;
    }
  for (int d = 0; d < ts->ndim; d++)
    if (ts->dims[d].extent_begin != ts->dims[d].extent_end
	|| v->clause->strides[d] != NULL_TREE)
      {
	error_at (v->clause->type_loc, "type string %qs gives the extents of"
		  " %qs, which has its own; write %<:%>", v->clause->type,
		  v->name);
	block->erroneous = true;
	return;
      }
  if (ts->ndim > 0 && ts->dims[ts->ndim - 1].contiguous)
    v->flags |= OBJMODE_VAR_LAYOUT_C;
  else if (ts->ndim > 1 && ts->dims[0].contiguous)
    v->flags |= OBJMODE_VAR_LAYOUT_F;
}

/* Report what is wrong with the output V of BLOCK, of TYPE.  */

static void
check_output (struct objmode_block *block, struct objmode_variable *v,
	      tree type)
{
  bool pointer = POINTER_TYPE_P (TREE_TYPE (v->value));

  if (v->decl == NULL_TREE && !pointer && !lvalue_p (v->value))
    error_at (v->loc, "the block assigns %qs, whose expression is no lvalue",
	      v->name);
  else if (TYPE_READONLY (type) || (!pointer && TREE_READONLY (v->value)))
    error_at (v->loc, "output %qs is read-only", v->name);
  else
    return;
  block->erroneous = true;
}

/* Set the conversion of V of BLOCK: TYPE, for which objmode_ndarray_p holds,
   is what it is or points to.  */

void
objmode_type_ndarray (struct objmode_block *block, struct objmode_variable *v,
		      tree type)
{
  struct ndarray a;
  const char *problem = problem_of (type);

  if (problem != NULL)
    {
      objmode_type_error (block, v, problem);
      return;
    }
  take_apart (type, &a);
  v->kind = OBJMODE_KIND_NDARRAY;
  v->type = TYPE_MAIN_VARIANT (type);
  v->ndim = a.ndim;
  v->flags |= OBJMODE_VAR_SHARED;
  if (POINTER_TYPE_P (TREE_TYPE (v->value)))
    v->flags |= OBJMODE_VAR_NULL;
  if (v->clause != NULL && v->clause->type != NULL)
    check_clause (block, v, &a);
  if (v->out)
    check_output (block, v, type);
}

/* Return the address of the only element of the table of members of the
   OBJMODE_ARRAY TYPE: DATA, with the type of the elements, and as many
   dimensions as there are.  */

tree
objmode_ndarray_fields (tree type)
{
  struct ndarray a;
  bool ok = take_apart (type, &a);
  gcc_assert (ok);
  tree record = objmode_record (OBJMODE_RECORD_field);
  struct objmode_field_values v = {};
  v.name = objmode_string ("data");
  v.type = objmode_type_descriptor (TYPE_MAIN_VARIANT (a.element),
				    element_kind (&a),
				    objmode_type_name (a.element), NULL_TREE);
  v.offset = objmode_number (POINTER_SIZE_UNITS);
  v.ndim = objmode_number (a.ndim);
  v.flags = objmode_number (TYPE_READONLY (a.element) ? OBJMODE_FIELD_CONST
			    : 0);
  auto_vec<tree> inits;
  inits.safe_push (objmode_init_field (record, &v));
  return objmode_static_array ("objmode_elements", record, inits);
}
