/* undefined.cc - Names that are not defined.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The stage `undefined', at the end of the unit.  */

#include "stage.h"
#include "block/state.h"
#include "tools/options.h"
#include "spellcheck.h"

/* Report the blocks of UNIT in functions that resolve an ifunc.  */

static void
check_resolvers (const struct objmode_names *unit)
{
  symtab_node *node;
  if (!unit->functions.is_empty ())
    FOR_EACH_SYMBOL (node)
      {
	tree ifunc = lookup_attribute ("ifunc", DECL_ATTRIBUTES (node->decl));
	if (ifunc == NULL_TREE || TREE_VALUE (ifunc) == NULL_TREE)
	  continue;
	const char *name
	  = TREE_STRING_POINTER (TREE_VALUE (TREE_VALUE (ifunc)));
	for (unsigned i = 0; i < unit->functions.length (); i++)
	  if (strcmp (unit->functions[i].name, name) == 0)
	    error_at (unit->functions[i].loc, "%<objmode%> block in a"
		      " resolver of attribute %<ifunc%>");
      }
}

/* Warn that the name P is not defined in UNIT.  Suggest the closest name that
   is known; if not SEARCH, only one that has been found already.  */

static void
warn_undefined (const struct objmode_names *unit,
		const struct objmode_noted_name *p, bool search)
{
  auto_diagnostic_group d;
  const char *meant = p->meant;
  if (meant == NULL && search && !p->system)
    {
      auto_vec<const char *> names;
      for (unsigned i = 0; i < unit->defined.length (); i++)
	names.safe_push (unit->defined[i]);
      meant = find_closest_string (p->name, &names);
    }
  if (!(meant != NULL && !p->system
	? warning_at (p->loc, 0, "%qs is undefined: not a C variable"
		      " in scope, a name of a module block, or a Python"
		      " builtin; did you mean %qs?",
		      p->name, meant)
	: warning_at (p->loc, 0, "%qs is undefined: not a C variable"
		      " in scope, a name of a module block, or a Python"
		      " builtin", p->name)))
    return;
  if (p->system)
    inform (p->loc, "the text cannot call functions declared in system"
	    " headers; import %qs from a Python module, or call it in a"
	    " function of this file", p->name);
}

/* The stage `undefined': report the names that are undefined or that C
   hides.  */

void
objmode_stage_undefined (void)
{
  const struct objmode_names *unit = objmode_noted_names ();
  bool search = !objmode_many_undefined_p ();

  check_resolvers (unit);
  for (unsigned i = 0; i < unit->names.length (); i++)
    {
      const struct objmode_noted_name *p = &unit->names[i];
      bool defined = objmode_module_name_p (p->name);
      if (p->hidden)
	{
	  if (defined && objmode_warn_hidden)
	    warning_at (p->loc, 0, "C variable %qs hides the name of a"
			" module block", p->name);
	}
      else if (defined || unit->star)
	;
      else if (p->reason != NULL)
	error_at (p->loc, "the C function %qs cannot be called from Python"
		  " text: %s", p->name, p->reason);
      else if (objmode_warn_undefined)
	warn_undefined (unit, p, search);
    }
}
