/* counts.cc - The integer parameters that may be the extents of a pointer.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `resolve', which knows what is in scope.  They are for
   hints only.

   Output: COUNTS of the variables.  */

#include "parse/parse.h"

/* Return true if PARM is an integer parameter that may be the extent of an
   array and that its name means where the block is.  */

static bool
count_p (tree parm)
{
  static const char *const others[] = { "inc", "ld", "stride", "step" };

  if (TREE_CODE (TREE_TYPE (parm)) != INTEGER_TYPE
      || TYPE_PRECISION (TREE_TYPE (parm)) <= BITS_PER_UNIT
      || DECL_NAME (parm) == NULL_TREE
      || lookup_name (DECL_NAME (parm)) != parm)
    return false;
  for (unsigned i = 0; i < ARRAY_SIZE (others); i++)
    if (strncmp (IDENTIFIER_POINTER (DECL_NAME (parm)), others[i],
		 strlen (others[i])) == 0)
      return false;
  return true;
}

/* Return the number of extents that the use of NAME, a pointer to TYPE, in the
   text of BLOCK wants: one for each index, less those that TYPE has.  */

static unsigned
wanted_extents (const struct objmode_block *block, const char *name, tree type)
{
  unsigned most = 1, inner = 0, n = strlen (name);

  for (; TREE_CODE (type) == ARRAY_TYPE; type = TREE_TYPE (type))
    inner++;
  for (const char *p = strstr (block->text, name); p != NULL;
       p = strstr (p + n, name))
    {
      if ((p > block->text && (ISIDNUM (p[-1]) || p[-1] == '.')) || p[n] != '[')
	continue;
      unsigned depth = 1, indices = 1;
      for (const char *q = p + n + 1; *q && *q != '\n'; q++)
	{
	  depth += strchr ("[({", *q) != NULL;
	  if (strchr ("])}", *q) != NULL && --depth == 0)
	    {
	      /* Another index may follow in brackets of its own.  */
	      if (q[1] != '[')
		break;
	      indices++, depth++, q++;
	    }
	  else if (*q == ',' && depth == 1)
	    indices++;
	}
      most = MAX (most, indices);
    }
  return most > inner ? most - inner : 1;
}

/* Set the COUNTS of V of BLOCK, if it is a parameter that is a pointer: the
   integers that follow it, behind other pointers perhaps, or else those in
   front of it.  */

void
objmode_note_counts (const struct objmode_block *block,
		     struct objmode_variable *v)
{
  auto_vec<tree> before, behind;
  bool past = false;

  if (TREE_CODE (v->decl) != PARM_DECL
      || !POINTER_TYPE_P (TREE_TYPE (v->decl))
      || DECL_CONTEXT (v->decl) != current_function_decl)
    return;
  unsigned wanted = wanted_extents (block, v->name,
				    TREE_TYPE (TREE_TYPE (v->decl)));
  for (tree parm = DECL_ARGUMENTS (current_function_decl); parm != NULL_TREE;
       parm = DECL_CHAIN (parm))
    if (parm == v->decl)
      past = true;
    else if (count_p (parm))
      (past ? &behind : &before)->safe_push (parm);
    else if (past && !(behind.is_empty ()
			&& POINTER_TYPE_P (TREE_TYPE (parm))))
      break;
    else if (!past && !POINTER_TYPE_P (TREE_TYPE (parm)))
      before.truncate (0);
  const vec<tree> &from = behind.length () >= wanted ? behind : before;
  if (wanted > OBJMODE_NEAR || from.length () < wanted)
    return;
  unsigned first = &from == &before ? from.length () - wanted : 0;
  for (unsigned i = 0; i < wanted; i++)
    v->counts[i] = IDENTIFIER_POINTER (DECL_NAME (from[first + i]));
}
