/* member.cc - The members of a struct as their table has them.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "types/adapter.h"
#include "types/prototype.h"

/* Return true if there can be an array of what M points to.  */

static bool
element_p (const struct objmode_member *m)
{
  enum objmode_kind kind;

  if (RECORD_OR_UNION_TYPE_P (m->target))
    return (!objmode_ndarray_p (m->target)
	    && objmode_record_convertible_p (m->target, true));
  return (!TYPE_ATOMIC (m->target) && objmode_scalar_kind (m->target, &kind)
	  && objmode_element_p (m->target, kind));
}

/* Set the kind of M, which has been classified, to that in the table of
   members.  A pointer that is IN_UNION may not point to what its type says.
   Only here is it asked whether a function can be called, since the function
   may have a parameter of the type to which the member belongs.  */

void
objmode_settle_member (struct objmode_member *m, bool in_union)
{
  enum objmode_reference refers = objmode_row_of (m->kind)->refers;
  if (refers == OBJMODE_REFERS_MEMORY ? !element_p (m)
      : refers == OBJMODE_REFERS_TARGET
      && objmode_record_problem (m->target) != NULL)
    m->kind = OBJMODE_KIND_POINTER;
  if (!objmode_row_of (m->kind)->pointer)
    return;
  if (in_union)
    m->kind = OBJMODE_KIND_POINTER;
  else if (objmode_callable_pointer_p (m->type))
    m->kind = OBJMODE_KIND_FUNCTION;
}

/* Call F with DATA for each member of TYPE.  IN_UNION says that TYPE is inside
   a union.  */

static void
walk_members (tree type, bool in_union, objmode_member_walker *f, void *data)
{
  in_union |= TREE_CODE (type) == UNION_TYPE;
  for (tree field = TYPE_FIELDS (type); field; field = DECL_CHAIN (field))
    {
      struct objmode_member m;
      if (objmode_skipped_member_p (field))
	continue;
      if (DECL_NAME (field) == NULL_TREE)
	walk_members (TREE_TYPE (field), in_union, f, data);
      else if (objmode_classify_member (&m, field))
	{
	  objmode_settle_member (&m, in_union);
	  f (IDENTIFIER_POINTER (DECL_NAME (field)), m.kind, m.type,
	     !m.shape.is_empty (), objmode_field_adapter (field) != NULL_TREE,
	     data);
	}
    }
}

/* Call F with DATA for each member that the table of members of the struct
   TYPE has.  */

void
objmode_walk_members (tree type, objmode_member_walker *f, void *data)
{
  walk_members (type, false, f, data);
}

/* Return the member FIELD of OBJECT, at LOC, as the front end builds it.  */

static tree
build_member (tree object, tree field, location_t loc)
{
  int quals = (TYPE_QUALS (strip_array_types (TREE_TYPE (field)))
	       | TYPE_QUALS (TREE_TYPE (object)));
  tree type = TREE_TYPE (field);
  if (TREE_CODE (type) != ARRAY_TYPE)
    type = c_build_qualified_type (type, quals);
  tree ref = build3_loc (loc, COMPONENT_REF, type, object, field, NULL_TREE);
  if (TREE_READONLY (object) || TREE_READONLY (field))
    TREE_READONLY (ref) = 1;
  if (TREE_THIS_VOLATILE (object) || TREE_THIS_VOLATILE (field))
    TREE_THIS_VOLATILE (ref) = 1;
  return ref;
}

/* Return the member NAME of OBJECT, a struct or a union, at LOC, also that of
   an anonymous struct in it.  Return NULL_TREE if there is no such member.  */

tree
objmode_member_of (tree object, const char *name, location_t loc)
{
  tree id = get_identifier (name);
  for (tree f = TYPE_FIELDS (TREE_TYPE (object)); f; f = DECL_CHAIN (f))
    if (TREE_CODE (f) != FIELD_DECL)
      ;
    else if (DECL_NAME (f) == id)
      return build_member (object, f, loc);
    else if (DECL_NAME (f) == NULL_TREE
	     && RECORD_OR_UNION_TYPE_P (TREE_TYPE (f)))
      {
	tree inner = objmode_member_of (build_member (object, f, loc), name,
					loc);
	if (inner != NULL_TREE)
	  return inner;
      }
  return NULL_TREE;
}
