/* member.cc - The members of a struct as their table has them.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "types/ctype.h"
#include "types/prototype.h"

/* M has been classified: let its kind be that of the table of members.  What is
   IN_UNION may be no pointer to what its type says.  Whether a function can be
   called is asked only here, since it may have a parameter of the very type
   that the member is of.  */

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

/* Call F, with DATA, for each member of TYPE, which is IN_UNION or not.  */

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

/* Call F, with DATA, for each member of TYPE, a struct, as the table of members
   has it.  */

void
objmode_walk_members (tree type, objmode_member_walker *f, void *data)
{
  walk_members (type, false, f, data);
}
