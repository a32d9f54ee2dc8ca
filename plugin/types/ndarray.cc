/* ndarray.cc - OBJMODE_ARRAY (T, NDIM).

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The macro declares

     struct
     {
       objmode_object *__objmode_owner;
       T *data;
       ptrdiff_t shape[NDIM], strides[NDIM];
     }

   The macro uses no attribute, since GCC without the plugin would not know it.
   The struct is recognised by the name of its first member, which is reserved,
   and must then have exactly these members.  An OBJMODE_ARRAY is passed by
   address, like a struct, but is a kind of its own.  */

#include "types/ctype.h"

/* Return the next member from FIELD on, or NULL_TREE.  */

static tree
member (tree field)
{
  while (field != NULL_TREE && TREE_CODE (field) != FIELD_DECL)
    field = DECL_CHAIN (field);
  return field;
}

/* Return true if TYPE is a struct with the first member of an
   OBJMODE_ARRAY.  */

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

/* Return the number of elements of FIELD if it is an array of ptrdiff_t, or
   -1.  */

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

/* Store the parts of TYPE, for which objmode_ndarray_p holds, in *A.  Return
   false if its other members are not those of an OBJMODE_ARRAY.  */

bool
objmode_ndarray_parts (tree type, struct objmode_ndarray *a)
{
  tree owner = member (TYPE_FIELDS (type));
  tree data = member (DECL_CHAIN (owner));
  if (!named_p (owner, "__objmode_owner", 0)
      || !objmode_object_pointer_p (TREE_TYPE (owner))
      || !named_p (data, "data", 1)
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
  struct objmode_ndarray a;
  if (TYPE_NAME (type) != NULL_TREE || !objmode_ndarray_parts (type, &a))
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
  struct objmode_ndarray a;
  return objmode_ndarray_parts (type, &a) ? a.element : error_mark_node;
}

/* Return the kind as which the elements of A are converted, or OBJMODE_KINDS
   if they cannot be converted.  */

enum objmode_kind
objmode_ndarray_element_kind (const struct objmode_ndarray *a)
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

const char *
objmode_ndarray_problem (tree type)
{
  struct objmode_ndarray a;
  if (!objmode_ndarray_parts (type, &a))
    return _("its first member is that of an OBJMODE_ARRAY, but it is not"
	     " declared by that macro");
  if (a.ndim < 1 || a.ndim > OBJMODE_TS_MAX_DIMS)
    return _("it must have 1 to 32 dimensions");
  if (TYPE_ATOMIC (type))
    return _("it is atomic");
  if (objmode_format_problem (a.element) != NULL)
    return objmode_format_problem (a.element);
  if (objmode_ndarray_element_kind (&a) == OBJMODE_KINDS)
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
  return objmode_ndarray_p (type) && objmode_ndarray_problem (type) == NULL;
}
