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
  /* These define names that are not seen.  */
  if (block->py->flags & (OBJMODE_PYSOURCE_STAR | OBJMODE_PYSOURCE_ALL_NAMES))
    unit.star = true;
  for (size_t i = 0; i < block->py->n_names; i++)
    {
      const struct objmode_pyname *p = &block->py->names[i];
      if (p->flags & OBJMODE_PY_ASSIGNED)
	note_defined (p->name);
      else if ((p->flags & OBJMODE_PY_CALLED)
	       && (strcmp (p->name, "globals") == 0
		   || strcmp (p->name, "setattr") == 0))
	unit.star = true;
    }
}

/* Remember that a block, or a function in it, declares the name P `global',
   and maybe assigns it.  */

void
objmode_note_global (const struct objmode_pyname *p)
{
  if (p->flags & (OBJMODE_PY_ASSIGNED | OBJMODE_PY_GLOBAL_BELOW))
    note_defined (p->name);
}

/* Return why the text of BLOCK does not see NAME.  */

static enum objmode_unseen
reason_unseen (const struct objmode_block *block, const char *name)
{
  tree decl = lookup_name (get_identifier (name));
  bool object = (decl != NULL_TREE && !error_operand_p (decl)
		 && (VAR_P (decl) || TREE_CODE (decl) == CONST_DECL));

  if (decl != NULL_TREE && TREE_CODE (decl) == FUNCTION_DECL
      && DECL_IN_SYSTEM_HEADER (decl))
    return OBJMODE_UNSEEN_FUNCTION;
  for (unsigned i = 0; i < block->unseen.length (); i++)
    if (strcmp (block->unseen[i].name, name) == 0)
      switch (block->unseen[i].use)
	{
	case OBJMODE_MACRO_SYSTEM:
	  return OBJMODE_UNSEEN_SYSTEM;
	case OBJMODE_MACRO_PARAMETERS:
	  return OBJMODE_UNSEEN_PARAMETERS;
	case OBJMODE_MACRO_EXPRESSION:
	  return (block->module ? OBJMODE_UNSEEN_MODULE
		  : OBJMODE_UNSEEN_EXPRESSION);
	default:
	  return OBJMODE_UNSEEN_MODULE;
	}
  if (object && DECL_IN_SYSTEM_HEADER (decl))
    return OBJMODE_UNSEEN_VARIABLE;
  return object && block->module ? OBJMODE_UNSEEN_MODULE
	 : OBJMODE_UNSEEN_UNKNOWN;
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
  struct objmode_noted_name name
    = { OBJMODE_NOTED_UNDEFINED, block, p->name,
	objmode_text_location (block, &p->first_read), reason, meant,
	reason_unseen (block, p->name), objmode_module_name_p (p->name) };
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

/* Remember the name P of the text of BLOCK, of which there may be to say what
   KIND says.  */

void
objmode_note_name (const struct objmode_block *block,
		   const struct objmode_pyname *p,
		   enum objmode_noted_kind kind)
{
  struct objmode_noted_name name
    = { kind, block, p->name,
	objmode_text_location (block, (kind == OBJMODE_NOTED_LOST
				       ? &p->first_plain : &p->first_read)),
	NULL, NULL, OBJMODE_UNSEEN_UNKNOWN, objmode_module_name_p (p->name) };
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
