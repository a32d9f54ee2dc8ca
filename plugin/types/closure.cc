/* closure.cc - Which prototypes a Python function can have for C.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The stages `convert' and `undefined' ask for that.  C calls a Python function
   by a closure of libffi, which must know each type and must lay out structs as
   GCC does.  The result must be something that is made of a Python object
   without memory that someone has to free.  */

#include "types/prototype.h"
#include "types/ctype.h"

/* Return the alignment in bytes that a member of TYPE has if nothing was said
   about it.  */

static HOST_WIDE_INT
usual_align (tree type)
{
  return MAX (TYPE_ALIGN_UNIT (TYPE_MAIN_VARIANT (strip_array_types (type))),
	      1);
}

/* Return why libffi cannot pass a value of TYPE, a number or a pointer, or NULL
   if it can.  */

static const char *
scalar_problem (tree type)
{
  tree part = TREE_CODE (type) == COMPLEX_TYPE ? TREE_TYPE (type) : type;

  if (INTEGRAL_TYPE_P (type)
      && (objmode_odd_integer_p (TYPE_MAIN_VARIANT (type))
	  || int_size_in_bytes (type) > 8))
    return _("libffi does not have integers of this type");
  if (SCALAR_FLOAT_TYPE_P (part)
      && TYPE_MAIN_VARIANT (part) != float_type_node
      && TYPE_MAIN_VARIANT (part) != double_type_node
      && TYPE_MAIN_VARIANT (part) != long_double_type_node
      && TYPE_PRECISION (part) != TYPE_PRECISION (float_type_node)
      && TYPE_PRECISION (part) != TYPE_PRECISION (double_type_node))
    return _("libffi does not have floating-point numbers of this type");
  return NULL;
}

static const char *members_problem (tree type, HOST_WIDE_INT base,
				    HOST_WIDE_INT *end);

/* Return why libffi cannot pass the struct TYPE by value, or NULL if it
   can.  */

static const char *
struct_problem (tree type)
{
  HOST_WIDE_INT end = 0, align = 1;
  const char *problem;

  if (TREE_CODE (type) == UNION_TYPE)
    return _("libffi cannot pass unions");
  problem = members_problem (type, 0, &end);
  if (problem != NULL)
    return problem;
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    if (TREE_CODE (f) == FIELD_DECL)
      align = MAX (align, usual_align (TREE_TYPE (f)));
  if (TYPE_ALIGN_UNIT (type) != (unsigned) align
      || int_size_in_bytes (type) != ROUND_UP (end, align))
    return _("libffi cannot pass packed or aligned structs");
  return NULL;
}

/* Return why libffi cannot pass a member of TYPE, or NULL if it can.  */

static const char *
member_problem (tree type)
{
  tree element = strip_array_types (type);

  if (objmode_ndarray_p (element))
    return NULL;
  return (objmode_aggregate_p (element) ? struct_problem (element)
	  : scalar_problem (element));
}

/* Return why libffi cannot pass the members of TYPE, or NULL if it can.  TYPE
   lies BASE bytes behind the beginning of the struct that is passed.  *END is
   where what is in front of it ends, and becomes where its members end.  Each
   member must be where it comes to lie behind the one before it.  */

static const char *
members_problem (tree type, HOST_WIDE_INT base, HOST_WIDE_INT *end)
{
  const char *problem = NULL;

  for (tree f = TYPE_FIELDS (type); f && problem == NULL; f = DECL_CHAIN (f))
    {
      if (TREE_CODE (f) != FIELD_DECL)
	continue;
      if (DECL_BIT_FIELD_TYPE (f) != NULL_TREE)
	return _("libffi cannot pass structs with bit-fields");
      if (objmode_skipped_member_p (f))
	return _("libffi cannot pass structs with an empty or flexible"
		 " array");
      HOST_WIDE_INT at = base + int_byte_position (f);
      if (DECL_NAME (f) == NULL_TREE)
	{
	  /* The members are those of the struct around it.  */
	  if (TREE_CODE (TREE_TYPE (f)) == UNION_TYPE)
	    return _("libffi cannot pass unions");
	  problem = members_problem (TREE_TYPE (f), at, end);
	  continue;
	}
      if (at != ROUND_UP (*end, usual_align (TREE_TYPE (f))))
	return _("libffi cannot pass packed or aligned structs");
      problem = member_problem (TREE_TYPE (f));
      *end = at + int_size_in_bytes (TREE_TYPE (f));
    }
  return problem;
}

/* Return why libffi cannot pass a parameter or a result of TYPE, or NULL if it
   can.  */

static const char *
value_problem (tree type)
{
  return (objmode_aggregate_p (type) ? struct_problem (type)
	  : scalar_problem (type));
}

/* Return why an object cannot become a result of TYPE, a pointer, or NULL if it
   can.  */

static const char *
pointer_problem (tree type)
{
  struct objmode_passed v;

  objmode_passed_result (type, &v);
  if (objmode_row_of (v.kind)->refers != OBJMODE_REFERS_NOT
      || objmode_object_pointer_p (type) || VOID_TYPE_P (TREE_TYPE (type)))
    return NULL;
  return _("the memory that it points to would have no owner");
}

/* Return why a Python function cannot be a C function of TYPE, or NULL if it
   can.  Python text can call such functions.  The caller frees the text.  */

char *
objmode_closure_problem (tree type)
{
  tree result = TREE_TYPE (type);
  const char *why;
  unsigned n = 0;

  for (tree t = TYPE_ARG_TYPES (type); t && t != void_list_node;
       t = TREE_CHAIN (t), n++)
    {
      why = value_problem (TREE_VALUE (t));
      if (why != NULL)
	return objmode_explain_passed (objmode_parameter_words (NULL_TREE, n),
				       TREE_VALUE (t), why);
    }
  if (VOID_TYPE_P (result))
    return NULL;
  why = (TREE_CODE (result) == POINTER_TYPE ? pointer_problem (result)
	 : value_problem (result));
  return (why == NULL ? NULL
	  : objmode_explain_passed (xstrdup (_("result")), result, why));
}
