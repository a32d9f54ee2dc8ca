/* member.cc - The members of a struct as their table has them.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "types/ctype.h"
#include "types/prototype.h"

/* Set the kind of M, which has been classified, to that in the table of
   members.  A pointer that is IN_UNION may not point to what its type says.
   Only here is it asked whether a function can be called, since the function
   may have a parameter of the type to which the member belongs.  */

void
objmode_settle_member (struct objmode_member *m, bool in_union)
{
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
	     !m.shape.is_empty (), data);
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
