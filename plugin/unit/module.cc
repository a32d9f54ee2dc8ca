/* module.cc - Module blocks, the unit, and names that are nowhere defined.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The descriptor of the unit is a static variable that the other
   descriptors point to.  It is found by its name, not remembered, since
   a PCH brings back declarations and not the memory of plugins.  Module
   blocks are appended to its list as they come; GCC looks at the
   initialiser only when the unit is complete.  */

#include "emit/descriptor.h"
#include "spellcheck.h"

static const char unit_name[] = "__objmode_unit";

/* A name that is to be looked up at the end of the unit.  */
struct pending_name
{
  const char *name;
  location_t loc;
  bool hidden;			/* A C variable, maybe also the module's.  */
  char *reason;			/* A C function, and why Python text cannot
				   call it.  Malloced.  */
  const char *meant;		/* What is known and spelt alike, or NULL.  */
  bool system;			/* A function of a system header.  */
};

/* A function that has a block at LOC.  */
struct pending_function
{
  const char *name;
  location_t loc;
};

static vec<pending_function> pending_functions;
static vec<pending_name> pending_names;
static vec<const char *> module_names;
static bool module_star;

/* Return the name that the module of FILE has: "heat" for "dir/heat.c".
   Malloced.  */

static char *
module_name (const char *file)
{
  const char *base = lbasename (file);
  size_t n = strcspn (base, ".");
  char *name = n > 0 ? xstrndup (base, n) : xstrdup ("unit");
  for (char *p = name; *p; p++)
    if (!ISIDNUM (*p))
      *p = '_';
  if (ISDIGIT (name[0]))
    {
      char *longer = concat ("_", name, NULL);
      free (name);
      name = longer;
    }
  return name;
}

/* Emit the function that registers UNIT before main.  */

static void
emit_registration (tree unit)
{
  tree type = build_function_type_list (void_type_node, NULL_TREE);
  tree fn = objmode_begin_function (create_tmp_var_name ("objmode_register"),
				    type, NULL_TREE, BUILTINS_LOCATION);
  tree body = alloc_stmt_list ();
  DECL_IGNORED_P (fn) = 1;
  DECL_STATIC_CONSTRUCTOR (fn) = 1;
  DECL_PRESERVE_P (fn) = 1;
  DECL_NO_INSTRUMENT_FUNCTION_ENTRY_EXIT (fn) = 1;
  SET_DECL_INIT_PRIORITY (fn, MAX_RESERVED_INIT_PRIORITY + 1);
  objmode_add (&body, objmode_call_register (BUILTINS_LOCATION,
					     build_fold_addr_expr (unit)));
  objmode_finish_function (fn, NULL_TREE, body);
}

/* Return the descriptor of the unit, made when it is first needed.  */

tree
objmode_unit (void)
{
  tree unit = objmode_lookup_static (unit_name);
  if (unit != NULL_TREE)
    return unit;

  const char *file = remap_macro_filename (main_input_filename);
  char *name = module_name (main_input_filename);
  tree type = objmode_record (OBJMODE_RECORD_unit);
  struct objmode_unit_values v = {};
  v.abi = objmode_number (OBJMODE_ABI);
  v.name = objmode_string (name);
  v.file = objmode_string (file);
  free (name);
  unit = objmode_static (unit_name, type, objmode_init_unit (type, &v), false);
  DECL_NAME (unit) = get_identifier (unit_name);
  emit_registration (unit);
  return unit;
}

/* Return the variable whose address the initialiser VALUE is, or
   NULL_TREE.  */

static tree
pointed_to (tree value)
{
  STRIP_NOPS (value);
  return TREE_CODE (value) == ADDR_EXPR ? TREE_OPERAND (value, 0) : NULL_TREE;
}

/* Append the module descriptor MODULE to the list of the unit.  */

static void
append_module (tree module)
{
  tree *link
    = OBJMODE_VALUE_IN (DECL_INITIAL (objmode_unit ()), unit, modules);
  for (tree m = pointed_to (*link); m != NULL_TREE; m = pointed_to (*link))
    link = OBJMODE_VALUE_IN (DECL_INITIAL (m), module, next);
  *link = fold_convert (ptr_type_node, build_fold_addr_expr (module));
}

/* Remember what the text of the module block BLOCK defines.  */

static void
note_names (const struct objmode_block *block)
{
  if (block->py->flags & OBJMODE_PYSOURCE_STAR)
    module_star = true;
  for (size_t i = 0; i < block->py->n_names; i++)
    if (block->py->names[i].flags & OBJMODE_PY_ASSIGNED)
      module_names.safe_push (block->py->names[i].name);
}

/* Process the module block BLOCK: describe its text.  */

void
objmode_note_module (struct objmode_block *block)
{
  if (block->erroneous)
    return;
  note_names (block);
  if (seen_error ())
    return;
  const struct objmode_pysource_api *api = objmode_python (block->loc);
  struct objmode_pytext *text = api->module (block->text,
					     block->positions.address (),
					     block->positions.length ());
  if (text == NULL)
    {
      error_at (block->loc, "%<objmode%> cannot compile Python text: %s",
		api->error ());
      return;
    }
  tree type = objmode_record (OBJMODE_RECORD_module);
  struct objmode_module_values v = {};
  v.source = objmode_string (text->source);
  v.positions = objmode_positions (text);
  v.source_line = objmode_number (text->source_line);
  v.line = objmode_number (block->line);
  v.functions = objmode_function_table (block);
  tree module = objmode_static ("objmode_module", type,
				objmode_init_module (type, &v), false);
  append_module (module);
  api->free_text (text);
}

/* Remember that a block, or a function in it, declares the name P `global',
   and maybe assigns it.  */

void
objmode_note_global (const struct objmode_pyname *p)
{
  if (p->flags & (OBJMODE_PY_ASSIGNED | OBJMODE_PY_GLOBAL_BELOW))
    module_names.safe_push (p->name);
}

/* Remember the name P of the text of BLOCK, which is neither C's nor a
   builtin, or is a C function that Python text cannot call for REASON,
   which is malloced and taken over.  MEANT is a name of C that is spelt
   alike, or NULL.  */

void
objmode_note_undefined (const struct objmode_block *block,
			const struct objmode_pyname *p, char *reason,
			const char *meant)
{
  tree decl = lookup_name (get_identifier (p->name));
  struct pending_name name
    = { p->name, objmode_text_location (block, &p->first_read), false, reason,
	meant, (decl != NULL_TREE && TREE_CODE (decl) == FUNCTION_DECL
		&& DECL_IN_SYSTEM_HEADER (decl)) };
  pending_names.safe_push (name);
}

/* Remember the function of BLOCK: that it is an ifunc resolver may be said
   later.  */

void
objmode_note_function (const struct objmode_block *block)
{
  struct pending_function function
    = { IDENTIFIER_POINTER (DECL_NAME (block->fn)), block->loc };
  pending_functions.safe_push (function);
}

/* Report the blocks in functions that resolve an ifunc.  */

static void
check_resolvers (void)
{
  symtab_node *node;
  if (!pending_functions.is_empty ())
    FOR_EACH_SYMBOL (node)
      {
	tree ifunc = lookup_attribute ("ifunc", DECL_ATTRIBUTES (node->decl));
	if (ifunc == NULL_TREE || TREE_VALUE (ifunc) == NULL_TREE)
	  continue;
	const char *name
	  = TREE_STRING_POINTER (TREE_VALUE (TREE_VALUE (ifunc)));
	for (unsigned i = 0; i < pending_functions.length (); i++)
	  if (strcmp (pending_functions[i].name, name) == 0)
	    error_at (pending_functions[i].loc, "%<objmode%> block in a"
		      " resolver of attribute %<ifunc%>");
      }
  pending_functions.release ();
}

/* Remember that a C variable hides NAME in the text at LOC.  */

void
objmode_note_hidden (const char *text, location_t loc)
{
  struct pending_name name = { text, loc, true, NULL, NULL, false };
  pending_names.safe_push (name);
}

/* Return true if a module block of the unit, up to here, defines NAME.  */

bool
objmode_module_name_p (const char *name)
{
  for (unsigned i = 0; i < module_names.length (); i++)
    if (strcmp (module_names[i], name) == 0)
      return true;
  return false;
}

/* Warn that the name P is nowhere defined, and say what can have been
   meant.  */

static void
warn_undefined (const struct pending_name *p)
{
  auto_diagnostic_group d;
  const char *meant = p->meant;
  if (meant == NULL && !p->system)
    {
      auto_vec<const char *> names;
      for (unsigned i = 0; i < module_names.length (); i++)
	names.safe_push (module_names[i]);
      meant = find_closest_string (p->name, &names);
    }
  if (!(meant != NULL && !p->system
	? warning_at (p->loc, 0, "%qs is nowhere defined: no variable of C, no"
		      " name of a module block, no builtin; did you mean %qs?",
		      p->name, meant)
	: warning_at (p->loc, 0, "%qs is nowhere defined: no variable of C, no"
		      " name of a module block, no builtin", p->name)))
    return;
  if (p->system)
    inform (p->loc, "functions of system headers are not seen by the text;"
	    " import %qs from a module of Python, or call it in a function of"
	    " this file", p->name);
}

/* At the end of the compilation: report the names that are nowhere
   defined, or that C hides.  */

void
objmode_finish_unit (void)
{
  check_resolvers ();
  for (unsigned i = 0; i < pending_names.length (); i++)
    {
      const struct pending_name *p = &pending_names[i];
      bool defined = objmode_module_name_p (p->name);
      if (p->hidden)
	{
	  if (defined && objmode_warn_hidden)
	    warning_at (p->loc, 0, "variable %qs of C hides the name of a"
			" module block", p->name);
	}
      else if (defined || module_star)
	;
      else if (p->reason != NULL)
	error_at (p->loc, "the C function %qs cannot be called from Python"
		  " text: %s", p->name, p->reason);
      else if (objmode_warn_undefined)
	warn_undefined (p);
      free (p->reason);
    }
  pending_names.release ();
}
