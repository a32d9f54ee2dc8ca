/* record.cc - Structs and unions: what their members are.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Whether a struct can be converted does not depend on what its members point
   to, so a type that points to itself is not a problem.  */

#include "types/ctype.h"
#include "types/declared.h"
#include "tools/python.h"
#include "tools/trees.h"

/* Return true if TYPE is an array without memory in the struct that it is a
   member of.  */

static bool
empty_array_p (tree type)
{
  return (TREE_CODE (type) == ARRAY_TYPE
	  && (TYPE_SIZE_UNIT (type) == NULL_TREE
	      || integer_zerop (TYPE_SIZE_UNIT (type))));
}

/* Append the extents of the array TYPE to the shape of M.  A char[N] in front
   of which there is no other dimension is a string and is left alone.  Return
   the element type, or NULL_TREE if an extent is not constant.  */

static tree
strip_arrays (struct objmode_member *m, tree type)
{
  for (; TREE_CODE (type) == ARRAY_TYPE; type = TREE_TYPE (type))
    {
      if (m->shape.is_empty () && objmode_char_array_p (type))
	return type;
      tree size = TYPE_SIZE_UNIT (type);
      tree element = TYPE_SIZE_UNIT (TREE_TYPE (type));
      if (TREE_CODE (size) != INTEGER_CST || TREE_CODE (element) != INTEGER_CST
	  || integer_zerop (element))
	return NULL_TREE;
      m->shape.safe_push (objmode_number (tree_to_uhwi (size)
					  / tree_to_uhwi (element)));
    }
  return type;
}

/* Set the kind of M, a pointer that is not of a kind of its own: a view of a
   struct, a generator of random numbers, or a number.  */

static void
classify_pointer (struct objmode_member *m)
{
  tree target = TREE_TYPE (m->type);

  m->kind = OBJMODE_KIND_POINTER;
  if (objmode_rng_p (target))
    {
      if (m->shape.is_empty () && objmode_rng_convertible_p (target))
	m->kind = OBJMODE_KIND_RNG_TARGET;
    }
  else if (TREE_CODE (target) == RECORD_TYPE && COMPLETE_TYPE_P (target)
      && !objmode_ndarray_p (target))
    {
      m->kind = OBJMODE_KIND_TARGET;
      m->target = target;
    }
}

/* Set in M how a value or element of M->type is converted.  Return false if it
   cannot be converted.  */

static bool
classify_element (struct objmode_member *m)
{
  tree type = m->type;
  bool array = !m->shape.is_empty ();

  if (TYPE_ATOMIC (type))
    return false;
  if (objmode_char_array_p (type))
    m->kind = OBJMODE_KIND_CHARS;
  else if (TREE_CODE (type) == UNION_TYPE && COMPLETE_TYPE_P (type)
	   && TREE_CODE (TYPE_SIZE_UNIT (type)) == INTEGER_CST)
    {
      m->shape.safe_push (objmode_number (int_size_in_bytes (type)));
      m->kind = OBJMODE_KIND_INT;
      m->type = unsigned_char_type_node;
    }
  else if (!array && objmode_ndarray_p (type)
	   && objmode_ndarray_convertible_p (type))
    m->kind = OBJMODE_KIND_NDARRAY;
  else if (!array && objmode_rng_p (type) && objmode_rng_convertible_p (type))
    m->kind = OBJMODE_KIND_RNG;
  else if (TREE_CODE (type) == RECORD_TYPE && COMPLETE_TYPE_P (type))
    m->kind = OBJMODE_KIND_RECORD;
  else if (!objmode_scalar_kind (type, &m->kind))
    {
      if (!POINTER_TYPE_P (type))
	return false;
      classify_pointer (m);
    }
  else if (array && objmode_row_of (m->kind)->pointer)
    m->kind = OBJMODE_KIND_POINTER;
  else if (array && !objmode_element_p (type, m->kind))
    return false;
  return true;
}

/* If the extents of FIELD, of the struct WITHIN, are known, set in M that it is
   an array of what it points to, and return true.  */

static bool
classify_memory (struct objmode_member *m, tree field,
		 const struct objmode_within *within)
{
  struct objmode_written w;
  bool outer;
  int ndim, levels;
  tree type = TREE_TYPE (field);

  if (!(POINTER_TYPE_P (type) || TREE_CODE (type) == ARRAY_TYPE)
      || TYPE_ATOMIC (type)
      || !objmode_extents_within (field, within, &w, &outer)
      || w.message != NULL || !w.ts.is_array
      || !objmode_levels (&w.ts, type, &m->target, &levels)
      || (levels == 0 && TREE_CODE (type) == ARRAY_TYPE
	  && !objmode_flexible_p (type)))
    return false;
  m->kind = OBJMODE_KIND_MEMORY;
  m->spelled = type;
  if (levels == 0)
    m->target = objmode_pointed_element (type, &ndim);
  else if (TREE_CODE (type) == ARRAY_TYPE)
    {
      /* The pointers themselves are in the struct.  */
      m->shape.safe_push (objmode_extent_of (type));
      type = TREE_TYPE (type);
    }
  m->type = (POINTER_TYPE_P (type) ? TYPE_MAIN_VARIANT (type)
	     : build_pointer_type (TREE_TYPE (type)));
  return true;
}

/* Set in M how the member FIELD is converted.  Return false if it cannot be
   converted.  */

bool
objmode_classify_member (struct objmode_member *m, tree field)
{
  return objmode_classify_within (m, field, NULL);
}

/* Set in M how the member FIELD of the struct WITHIN is converted.  Return
   false if it cannot be converted.  */

bool
objmode_classify_within (struct objmode_member *m, tree field,
			 const struct objmode_within *within)
{
  tree type = TREE_TYPE (field);

  m->target = NULL_TREE;
  if (classify_memory (m, field, within))
    return true;
  if (DECL_C_BIT_FIELD (field))
    type = objmode_bit_field_type (field);
  m->type = m->spelled = strip_arrays (m, type);
  if (m->type == NULL_TREE || !classify_element (m))
    return false;
  m->type = TYPE_MAIN_VARIANT (m->type);
  return (!DECL_C_BIT_FIELD (field)
	  || tree_to_uhwi (DECL_SIZE (field)) <= 64);
}

/* Return true if FIELD has neither a name nor members, like padding, or is an
   array without memory and without extents.  */

bool
objmode_skipped_member_p (tree field)
{
  struct objmode_written w;
  bool outer;

  return (TREE_CODE (field) != FIELD_DECL
	  || (empty_array_p (TREE_TYPE (field))
	      && !objmode_extents_within (field, NULL, &w, &outer))
	  || (DECL_NAME (field) == NULL_TREE
	      && !RECORD_OR_UNION_TYPE_P (TREE_TYPE (field))));
}

/* Return true if the struct of the member FIELD can be converted although
   FIELD itself cannot.  Then FIELD keeps its value and is out of reach.  A
   member that holds objects is not opaque, since its references must be
   counted.  */

bool
objmode_opaque_member_p (tree field)
{
  tree type = strip_array_types (TREE_TYPE (field));
  struct objmode_member m;

  return (!DECL_C_BIT_FIELD (field) && COMPLETE_TYPE_P (TREE_TYPE (field))
	  && TREE_CODE (TYPE_SIZE_UNIT (TREE_TYPE (field))) == INTEGER_CST
	  && !RECORD_OR_UNION_TYPE_P (type) && !POINTER_TYPE_P (type)
	  && (TYPE_ATOMIC (type) || !objmode_classify_member (&m, field)));
}

/* Return true if the struct TYPE has a member that is atomic, at any
   depth.  */

bool
objmode_has_atomic_p (tree type)
{
  if (TYPE_ATOMIC (type))
    return true;
  if (!RECORD_OR_UNION_TYPE_P (type))
    return false;
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    if (TREE_CODE (f) == FIELD_DECL
	&& objmode_has_atomic_p (strip_array_types (TREE_TYPE (f))))
      return true;
  return false;
}

static const char *record_problem (tree type, bool in_union);

/* Return FORMAT with the name of the member FIELD, in quotes, in the place of
   its three %s.  The text is never freed.  */

static const char *
member_fault (tree field, const char *format)
{
  return xasprintf (format, open_quote,
		    IDENTIFIER_POINTER (DECL_NAME (field)), close_quote);
}

/* Return the sentence that the type of the member FIELD is not supported.  The
   text is never freed.  */

static const char *
unsupported_member (tree field)
{
  return xasprintf (_("its member %s%s%s of type %s%s%s is not yet supported"),
		    open_quote, IDENTIFIER_POINTER (DECL_NAME (field)),
		    close_quote, open_quote,
		    objmode_type_name (TREE_TYPE (field)), close_quote);
}

/* Return why members of TYPE, a struct or an anonymous union, cannot be
   converted, or NULL; IN_UNION says that it is itself in a union.  */

static const char *
member_problem (tree type, bool in_union)
{
  in_union |= TREE_CODE (type) == UNION_TYPE;
  if (TYPE_REVERSE_STORAGE_ORDER (type))
    return _("its members are in reverse byte order");
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    {
      if (objmode_skipped_member_p (f))
	continue;
      const char *problem = NULL;
      struct objmode_member m;
      if (DECL_NAME (f) == NULL_TREE)
	problem = member_problem (TREE_TYPE (f), in_union);
      else if (objmode_opaque_member_p (f))
	continue;
      else if (TYPE_ATOMIC (strip_array_types (TREE_TYPE (f))))
	problem = member_fault (f, _("its member %s%s%s is atomic"));
      else if (!objmode_classify_member (&m, f)
	       /* Code that copies the struct could not know whether the union
		  holds one.  */
	       || (in_union && objmode_row_of (m.kind)->owns_reference))
	problem = unsupported_member (f);
      else if (objmode_row_of (m.kind)->refers == OBJMODE_REFERS_MEMBERS)
	problem = (!m.shape.is_empty () && objmode_has_atomic_p (m.type)
		   ? member_fault (f, _("the elements of its member %s%s%s"
					" have an atomic member"))
		   : record_problem (m.type, in_union));
      if (problem != NULL)
	return problem;
    }
  return NULL;
}

/* Return true if NAME, an identifier of C, may have another name in Python, or
   be the name in Python of another identifier.  */

static bool
uncommon_name_p (const char *name)
{
  size_t n = strlen (name);
  return (n > 0 && name[n - 1] == '_') || !objmode_ascii_p (name);
}

/* Return a member of the struct TYPE, or of an anonymous struct or union in it,
   that is called NAME in Python and is not FIELD.  Return NULL_TREE if there
   is none.  */

static tree
member_called (tree type, const char *name, tree field)
{
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    {
      tree found = NULL_TREE;
      if (objmode_skipped_member_p (f) || f == field)
	continue;
      if (DECL_NAME (f) == NULL_TREE)
	found = member_called (TREE_TYPE (f), name, field);
      else if (strcmp (objmode_python_name (IDENTIFIER_POINTER (DECL_NAME (f))),
		       name) == 0)
	found = f;
      if (found != NULL_TREE)
	return found;
    }
  return NULL_TREE;
}

/* Return the sentence that a member of PART has the name of another one of the
   struct TYPE in Python, or NULL if that is not so.  PART is TYPE or an
   anonymous struct or union in it.  The text is never freed.  */

static const char *
name_problem (tree type, tree part)
{
  const char *problem = NULL;

  for (tree f = TYPE_FIELDS (part); f && problem == NULL; f = DECL_CHAIN (f))
    {
      if (objmode_skipped_member_p (f))
	continue;
      if (DECL_NAME (f) == NULL_TREE)
	{
	  problem = name_problem (type, TREE_TYPE (f));
	  continue;
	}
      const char *name = IDENTIFIER_POINTER (DECL_NAME (f));
      tree other = (uncommon_name_p (name)
		    ? member_called (type, objmode_python_name (name), f)
		    : NULL_TREE);
      if (other != NULL_TREE)
	problem = xasprintf (_("its members %s%s%s and %s%s%s have one name in"
			       " Python"), open_quote, name, close_quote,
			     open_quote,
			     IDENTIFIER_POINTER (DECL_NAME (other)),
			     close_quote);
    }
  return problem;
}

/* Return why values of the struct or union TYPE cannot be converted, or
   NULL; IN_UNION says that it is a member of an anonymous union.  */

static const char *
record_problem (tree type, bool in_union)
{
  if (objmode_ndarray_p (type))
    return _("an OBJMODE_ARRAY can only be passed by itself");
  if (objmode_rng_p (type))
    return _("an objmode_rng can only be passed by itself");
  if (TYPE_ATOMIC (type))
    return _("it is atomic");
  if (TREE_CODE (TYPE_SIZE_UNIT (type)) != INTEGER_CST)
    return _("its size is not constant");
  if (tree_to_uhwi (TYPE_SIZE_UNIT (type)) > INT_MAX)
    return _("it is too large");
  if (integer_zerop (TYPE_SIZE_UNIT (type)))
    return _("it has no members");
  if (TREE_CODE (type) == UNION_TYPE)
    return NULL;
  const char *problem = name_problem (type, type);
  return problem != NULL ? problem : member_problem (type, in_union);
}

/* Return why values of the struct or union TYPE cannot be converted, or
   NULL.  The text is never freed.  */

const char *
objmode_record_problem (tree type)
{
  return record_problem (type, false);
}

/* Return why Python cannot give a whole value of the struct or union TYPE,
   which can be converted, or NULL if it can.  The reason is a member that is
   opaque.  The text is never freed.  */

const char *
objmode_opaque_problem (tree type)
{
  if (TREE_CODE (type) != RECORD_TYPE)
    return NULL;
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    {
      if (objmode_skipped_member_p (f))
	continue;
      if (DECL_NAME (f) != NULL_TREE && objmode_opaque_member_p (f))
	return unsupported_member (f);
      const char *problem
	= objmode_opaque_problem (strip_array_types (TREE_TYPE (f)));
      if (problem != NULL)
	return problem;
    }
  return NULL;
}

/* Return true if TYPE is a struct or union that can be converted.  Unless TYPE
   is the type of an ELEMENT, it may also be a pointer to one.  */

bool
objmode_record_convertible_p (tree type, bool element)
{
  if (POINTER_TYPE_P (type) && !element)
    type = TREE_TYPE (type);
  return (objmode_aggregate_p (type) && objmode_record_problem (type) == NULL
	  && !(element && objmode_has_atomic_p (type)));
}
