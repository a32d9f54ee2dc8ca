/* names.cc - What the unit knows of names of Python.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Whether a name is undefined is known only at the end of the unit, since a
   module block may stand anywhere.  So the stages note the names that they
   meet here, and unit/undefined.cc reports them.  */

#include "block/state.h"
#include "block/query.h"

static struct objmode_names unit;

/* The strings of UNIT.defined, to find one; NULL as long as there is none.  */
static hash_set<nofree_string_hash> *defined;

/* Remember that a module block defines NAME.  */

static void
note_defined (const char *name)
{
  if (defined == NULL)
    defined = new hash_set<nofree_string_hash>;
  if (!defined->add (name))
    unit.defined.safe_push (name);
}

/* Return what is known so far of the names of the unit.  The result belongs to
   this file.  */

const struct objmode_names *
objmode_noted_names (void)
{
  return &unit;
}

/* Remember what the text of the module block BLOCK defines.  */

void
objmode_note_names (const struct objmode_block *block)
{
  if (block->py->flags & OBJMODE_PYSOURCE_STAR)
    unit.star = true;
  for (size_t i = 0; i < block->py->n_names; i++)
    if (block->py->names[i].flags & OBJMODE_PY_ASSIGNED)
      note_defined (block->py->names[i].name);
}

/* Remember that a block, or a function in it, declares the name P `global',
   and maybe assigns it.  */

void
objmode_note_global (const struct objmode_pyname *p)
{
  if (p->flags & (OBJMODE_PY_ASSIGNED | OBJMODE_PY_GLOBAL_BELOW))
    note_defined (p->name);
}

/* Remember the name P of the text of BLOCK.  Either it is neither a name of C
   nor a builtin, and REASON is NULL.  Or it is a C function that Python text
   cannot call.  Then REASON, which is malloced and taken over, says why.
   MEANT is a name of C with a similar spelling, or NULL.  */

void
objmode_note_undefined (const struct objmode_block *block,
			const struct objmode_pyname *p, char *reason,
			const char *meant)
{
  tree decl = lookup_name (get_identifier (p->name));
  struct objmode_noted_name name
    = { p->name, objmode_text_location (block, &p->first_read), false, reason,
	meant, (decl != NULL_TREE && TREE_CODE (decl) == FUNCTION_DECL
		&& DECL_IN_SYSTEM_HEADER (decl)) };
  unit.names.safe_push (name);
  unit.undefined++;
}

/* Return true if so many names are undefined that no more is to be looked for
   what they can have meant: that would take time for each pair of names.  */

bool
objmode_many_undefined_p (void)
{
  return unit.undefined >= 100;
}

/* Remember that a C variable hides NAME in the text at LOC.  */

void
objmode_note_hidden (const char *text, location_t loc)
{
  struct objmode_noted_name name = { text, loc, true, NULL, NULL, false };
  unit.names.safe_push (name);
}

/* Remember the function that BLOCK is in.  At the end of the unit it is
   reported if it is the resolver of an ifunc, which may be declared later.  */

void
objmode_note_function (const struct objmode_block *block)
{
  struct objmode_noted_function function
    = { IDENTIFIER_POINTER (DECL_NAME (block->fn)), block->loc };
  unit.functions.safe_push (function);
}

/* Return true if a module block of the unit, up to here, defines NAME.  */

bool
objmode_module_name_p (const char *name)
{
  return defined != NULL && defined->contains (name);
}
