/* other-names.cc - Names of text that are not values of C.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `resolve': C functions, names of Python, and names that
   may be undefined.  */

#include "parse/parse.h"
#include "types/prototype.h"
#include "types/ctype.h"
#include "tools/python.h"
#include "block/state.h"
#include "spellcheck.h"
#include "toplev.h"

/* Return true if DECL is an object whose value a block can use.  */

bool
objmode_object_p (tree decl)
{
  return (decl != NULL_TREE
	  && (VAR_P (decl) || TREE_CODE (decl) == PARM_DECL
	      || TREE_CODE (decl) == CONST_DECL));
}

/* Return true if DECL is an object or a function, which text can name.  */

bool
objmode_text_decl_p (tree decl)
{
  return (objmode_object_p (decl)
	  || (decl != NULL_TREE && TREE_CODE (decl) == FUNCTION_DECL));
}

/* Count DECL as used and read, for -Wunused.  */

void
objmode_mark_used (tree decl)
{
  TREE_USED (decl) = 1;
  if (VAR_P (decl) || TREE_CODE (decl) == PARM_DECL)
    DECL_READ_P (decl) = 1;
}

/* The names that may have been meant by an unknown one.  */
struct spelling
{
  bool text;			/* Functions count too.  */
  auto_vec<const char *> names;
};

/* If NODE is the name of something in scope that the user has declared, add it
   to DATA, a struct spelling.  Return 1, so that the iteration goes on.  */

static int
add_spelling (cpp_reader *, ht_identifier *node, const void *data)
{
  struct spelling *s = (struct spelling *) data;
  tree decl = lookup_name (HT_IDENT_TO_GCC_IDENT (node));
  if (decl != NULL_TREE
      && (objmode_object_p (decl)
	  || (s->text && TREE_CODE (decl) == FUNCTION_DECL))
      && DECL_SOURCE_LOCATION (decl) > BUILTINS_LOCATION
      && !DECL_ARTIFICIAL (decl) && !DECL_IN_SYSTEM_HEADER (decl))
    s->names.safe_push ((const char *) HT_STR (node));
  return 1;
}

/* Return the name in scope that is closest to NAME, or NULL if none is close.
   Only variables count, and functions if TEXT.  */

const char *
objmode_meant_name (const char *name, bool text)
{
  struct spelling s;
  s.text = text;
  ht_forall (ident_hash, add_spelling, &s);
  return find_closest_string (name, &s.names);
}

/* Return true if the text of a block can find DECL, a variable or a constant,
   while it runs, though it is not passed: it has one address, or none.  */

static bool
found_later_p (tree decl)
{
  if (TREE_CODE (decl) == CONST_DECL)
    return true;
  return (VAR_P (decl) && DECL_FILE_SCOPE_P (decl) && !DECL_REGISTER (decl)
	  && !DECL_THREAD_LOCAL_P (decl)
	  && ADDR_SPACE_GENERIC_P (TYPE_ADDR_SPACE (TREE_TYPE (decl))));
}

/* Return true if the text of a block can find the function DECL while it runs.
   It must be defined by now: nothing else that a file declares need exist.  An
   inline function may need others that do not exist.  */

static bool
function_found_p (tree decl)
{
  if (!DECL_FILE_SCOPE_P (decl) || DECL_INITIAL (decl) == NULL_TREE
      || DECL_DECLARED_INLINE_P (decl) || DECL_EXTERNAL (decl))
    return false;
  char *reason = objmode_not_callable (decl);
  free (reason);
  return reason == NULL;
}

/* If NODE is the name of something in scope that the user has declared and that
   can be converted without a clause, count it as used.  If DATA, the block,
   does not get it as a variable, add it to what its text can find.  Return 1,
   so that the iteration goes on.  */

static int
see_name (cpp_reader *, ht_identifier *node, const void *data)
{
  struct objmode_block *block = (struct objmode_block *) data;
  tree decl = lookup_name (HT_IDENT_TO_GCC_IDENT (node));
  const char *name = (const char *) HT_STR (node);

  if (decl == NULL_TREE || !DECL_P (decl)
      || DECL_SOURCE_LOCATION (decl) <= BUILTINS_LOCATION
      || DECL_ARTIFICIAL (decl) || DECL_IN_SYSTEM_HEADER (decl))
    return 1;
  if (TREE_CODE (decl) == FUNCTION_DECL && function_found_p (decl))
    {
      struct objmode_callable callable = { objmode_python_name (name), decl };
      objmode_mark_used (decl);
      block->seen_functions.safe_push (callable);
    }
  else if (objmode_object_p (decl) && objmode_convertible_p (decl))
    {
      objmode_mark_used (decl);
      if (!found_later_p (decl))
	return 1;
      struct objmode_variable v;
      memset (&v, 0, sizeof v);
      v.name = objmode_python_name (name);
      v.decl = decl;
      v.loc = block->loc;
      v.unasked = true;
      block->seen.safe_push (v);
    }
  return 1;
}

/* Compare the names of the variables A and B.  */

static int
compare_variables (const void *a, const void *b)
{
  return strcmp (((const struct objmode_variable *) a)->name,
		 ((const struct objmode_variable *) b)->name);
}

/* Compare the names of the functions A and B.  */

static int
compare_callables (const void *a, const void *b)
{
  return strcmp (((const struct objmode_callable *) a)->name,
		 ((const struct objmode_callable *) b)->name);
}

/* The text of BLOCK may use any name in scope.  Count what it can take in as
   used, and fill in SEEN and SEEN_FUNCTIONS.  The order of the identifiers is
   that of a hash table, so they are sorted.  */

void
objmode_see_names (struct objmode_block *block)
{
  ht_forall (ident_hash, see_name, block);
  for (unsigned i = 0; i < block->macros.length (); i++)
    {
      struct objmode_variable v;
      memset (&v, 0, sizeof v);
      v.name = block->macros[i];
      v.loc = block->loc;
      v.macro = i + 1;
      v.unasked = true;
      block->seen.safe_push (v);
    }
  block->seen.qsort (compare_variables);
  block->seen_functions.qsort (compare_callables);
}

/* Return true if every module, or the body of every class, has NAME.  */

static bool
module_attribute_p (const char *name)
{
  static const char *const names[] = {
    "__name__", "__file__", "__doc__", "__spec__", "__loader__",
    "__package__", "__builtins__", "__qualname__", "__module__", "__class__"
  };
  for (unsigned i = 0; i < ARRAY_SIZE (names); i++)
    if (strcmp (name, names[i]) == 0)
      return true;
  return false;
}

/* If DECL is a function that the user has declared, let the name P of the text
   of BLOCK mean it, and return true.  A module block may define the name all
   the same.  DECL may be NULL_TREE.  */

static bool
resolve_function (struct objmode_block *block, const struct objmode_pyname *p,
		  tree decl)
{
  if (decl == NULL_TREE || TREE_CODE (decl) != FUNCTION_DECL
      || DECL_SOURCE_LOCATION (decl) <= BUILTINS_LOCATION)
    return false;
  objmode_mark_used (decl);
  C_DECL_USED (decl) = 1;
  char *reason = objmode_not_callable (decl);
  if (reason != NULL)
    objmode_note_undefined (block, p, reason, NULL);
  else
    {
      struct objmode_callable callable = { p->name, decl };
      block->callables.safe_push (callable);
    }
  return true;
}

/* If BLOCK calls a builtin and DECL is a C function of that name, P, remember
   that: the call is probably meant for the function.  DECL may be NULL_TREE.
   If it is a function that GCC knows, a builtin of that name does the
   same.  */

static void
note_builtin (const struct objmode_block *block,
	      const struct objmode_pyname *p, tree decl)
{
  if (!(p->flags & OBJMODE_PY_CALLED)
      || decl == NULL_TREE || TREE_CODE (decl) != FUNCTION_DECL
      || DECL_SOURCE_LOCATION (decl) <= BUILTINS_LOCATION
      || fndecl_built_in_p (decl))
    return;
  objmode_note_name (block, p, OBJMODE_NOTED_BUILTIN);
}

/* Resolve the name P of the text of BLOCK.  The text does not assign it, and it
   is not that of a value of C.  DECL is what C has under the name, or
   NULL_TREE.  */

void
objmode_resolve_other (struct objmode_block *block,
		       const struct objmode_pyname *p, tree decl)
{
  if (p->flags & OBJMODE_PY_BUILTIN)
    note_builtin (block, p, decl);
  else if (!module_attribute_p (p->name)
	   && !resolve_function (block, p, decl))
    objmode_note_undefined (block, p, NULL,
			    objmode_many_undefined_p () ? NULL
			    : objmode_meant_name (p->name, true));
}
