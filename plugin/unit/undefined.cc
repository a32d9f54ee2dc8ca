/* undefined.cc - Names that are not defined.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The stage `undefined', at the end of the unit.  */

#include "stage.h"
#include "block/query.h"
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

/* Return what the name NAME of C is in Python, or NULL if it is not known.  */

static const char *
python_spelling (const char *name)
{
  static const char *const spellings[][2] = {
    { "NULL", "None" }, { "nullptr", "None" }, { "true", "True" },
    { "false", "False" }, { "printf", "print" }, { "puts", "print" },
    { "M_PI", "math.pi" }, { "M_E", "math.e" }, { "NAN", "math.nan" },
    { "INFINITY", "math.inf" }, { "HUGE_VAL", "math.inf" }
  };
  for (unsigned i = 0; i < ARRAY_SIZE (spellings); i++)
    if (strcmp (name, spellings[i][0]) == 0)
      return spellings[i][1];
  return NULL;
}

/* Return the message that a name is undefined, UNSEEN being the reason.  */

static const char *
undefined_message (enum objmode_unseen unseen)
{
  switch (unseen)
    {
    case OBJMODE_UNSEEN_VARIABLE:
      return G_("%qs is undefined: Python text does not see variables of"
		" system headers");
    case OBJMODE_UNSEEN_MODULE:
      return G_("%qs is undefined: a module block does not see variables and"
		" macros of C");
    case OBJMODE_UNSEEN_SYSTEM:
      return G_("%qs is undefined: Python text does not see macros of system"
		" headers");
    case OBJMODE_UNSEEN_EXPRESSION:
      return G_("%qs is undefined: the value of the macro is not a constant"
		" of literals");
    case OBJMODE_UNSEEN_PARAMETERS:
      return G_("%qs is undefined: the macro has parameters");
    default:
      return G_("%qs is undefined: not a C variable in scope, a name of a"
		" module block, or a Python builtin");
    }
}

/* Say how the text can have what the name P of C is, which it does not see.  */

static void
suggest (const struct objmode_noted_name *p)
{
  const char *python = python_spelling (p->name);

  if (python != NULL)
    inform (p->loc, "in Python this is %qs", python);
  else if (p->unseen == OBJMODE_UNSEEN_FUNCTION)
    inform (p->loc, "the text cannot call functions declared in system"
	    " headers; import %qs from a Python module, or call it in a"
	    " function of this file", p->name);
  else if (p->unseen == OBJMODE_UNSEEN_PARAMETERS)
    inform (p->loc, "call %qs in a clause %<NAME (EXPR)%> or in a C function",
	    p->name);
  else if (p->unseen == OBJMODE_UNSEEN_MODULE || p->block->module)
    inform (p->loc, "pass the value of %qs to a function of the module block",
	    p->name);
  else
    {
      gcc_rich_location richloc (p->loc);
      char *clause = concat (p->name, " (", p->name, ")", NULL);
      objmode_add_clause_fixit (&richloc, p->block, clause);
      inform (&richloc, "the clause %qs makes it an input", clause);
      free (clause);
    }
}

/* Warn that the name P is not defined in UNIT.  Suggest the closest name that
   is known; if not SEARCH, only one that has been found already.  */

static void
warn_undefined (const struct objmode_names *unit,
		const struct objmode_noted_name *p, bool search)
{
  auto_diagnostic_group d;
  const char *meant = python_spelling (p->name);

  if (p->unseen != OBJMODE_UNSEEN_UNKNOWN)
    {
      if (warning_at (p->loc, 0, undefined_message (p->unseen), p->name))
	suggest (p);
      return;
    }
  if (meant == NULL)
    meant = p->meant;
  if (meant == NULL && search)
    {
      auto_vec<const char *> names;
      for (unsigned i = 0; i < unit->defined.length (); i++)
	names.safe_push (unit->defined[i]);
      meant = find_closest_string (p->name, &names);
    }
  if (meant != NULL)
    warning_at (p->loc, 0, "%qs is undefined: not a C variable in scope, a name"
		" of a module block, or a Python builtin; did you mean %qs?",
		p->name, meant);
  else
    warning_at (p->loc, 0, undefined_message (p->unseen), p->name);
}

/* Report the name P if it is undefined in UNIT; see warn_undefined for
   SEARCH.  */

static void
check_undefined (const struct objmode_names *unit,
		 const struct objmode_noted_name *p, bool search)
{
  if (unit->star || objmode_module_name_p (p->name))
    return;
  if (p->reason != NULL)
    error_at (p->loc, "the C function %qs cannot be called from Python"
	      " text: %s", p->name, p->reason);
  else if (objmode_warn_undefined)
    warn_undefined (unit, p, search);
}

/* Warn that a builtin hides the C function P, which the text calls.  */

static void
warn_builtin (const struct objmode_noted_name *p)
{
  gcc_rich_location richloc (p->loc);
  char *clause = concat (p->name, " (", p->name, ")", NULL);

  if (p->block->module)
    warning_at (p->loc, 0, "the Python builtin %qs, which the module block"
		" calls, hides the C function", p->name);
  else
    {
      objmode_add_clause_fixit (&richloc, p->block, clause);
      warning_at (&richloc, 0, "the Python builtin %qs, which the block calls,"
		  " hides the C function; the clause %qs makes it an input",
		  p->name, clause);
    }
  free (clause);
}

/* The stage `undefined': report the names that are undefined, that hide each
   other, or whose new value is lost.  */

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
      switch (p->kind)
	{
	case OBJMODE_NOTED_UNDEFINED:
	  check_undefined (unit, p, search);
	  break;
	case OBJMODE_NOTED_HIDDEN:
	  /* Of a variable that cannot be passed, an error says the same.  */
	  if (defined && objmode_warn_hidden
	      && !(p->known && p->block->erroneous))
	    warning_at (p->loc, 0, "C variable %qs hides the name of a module"
			" block; declare it %<global%> in the text to use"
			" that", p->name);
	  break;
	case OBJMODE_NOTED_BUILTIN:
	  if (!defined && objmode_warn_hidden)
	    warn_builtin (p);
	  break;
	case OBJMODE_NOTED_LOST:
	  if (defined && objmode_warn_lost)
	    warning_at (p->loc, 0, "value assigned to %qs is lost; declare it"
			" %<global%> in the text to assign the name of a"
			" module block", p->name);
	  break;
	}
    }
}
