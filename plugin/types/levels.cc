/* levels.cc - Pointers to pointers.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   A type string has a pair of brackets for each level of pointers:

     double **a		"[n][m]"	n rows of m numbers
     double *a[N]	"[:][m]"	the same, N being declared
     struct s **a	"[n]"		n views of structs
     struct s **a	"[n][m]"	n arrays of structs

   The levels are the pairs of brackets but the last, which is an array.  Of
   pointers to structs, the last pair may be a level too.  */

#include "types/declared.h"

/* Return true if TYPE is a struct whose members are known.  */

static bool
struct_p (tree type)
{
  return TREE_CODE (type) == RECORD_TYPE && COMPLETE_TYPE_P (type);
}

/* Find what the pairs of brackets of TS say of TYPE.  Set *ELEMENT to the type
   of what the last pointers point to, and *LEVELS to the number of dimensions
   of TS that are levels of pointers; 0 means that TS has no levels.  Return
   false if TYPE does not have as many pointers.  */

bool
objmode_levels (const struct objmode_typestring *ts, tree type, tree *element,
		int *levels)
{
  int pairs = ts->levels + 1, pointers = 0;

  *levels = 0;
  *element = type;
  if (!ts->is_array)
    return true;
  for (tree t = type; POINTER_TYPE_P (t)
       || (t == type && TREE_CODE (t) == ARRAY_TYPE); t = TREE_TYPE (t))
    {
      pointers++;
      if (pointers <= pairs || struct_p (TREE_TYPE (t)))
	*element = TREE_TYPE (t);
    }
  bool structs = struct_p (*element) && pointers == pairs + 1;
  if (pairs == 1 && !structs)
    return true;
  *levels = structs ? pairs : pairs - 1;
  return structs || pointers == pairs;
}
