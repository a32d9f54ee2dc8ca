/* unit.cc - The descriptor of the unit.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The descriptor is a static variable to which the other descriptors point.
   It is found by its name, not remembered, since a PCH restores declarations,
   but not the memory of plugins.  */

#include "emit/function.h"
#include "emit/descriptor.h"
#include "emit/abi.h"
#include "tools/python.h"
#include "tools/trees.h"

static const char unit_name[] = "__objmode_unit";

/* Make an underscore of each character of NAME that identifiers do not have,
   and if STRICT also of those that are not ASCII.  */

static void
make_identifier (char *name, bool strict)
{
  for (char *p = name; *p; p++)
    if (!ISIDNUM (*p) && (strict || (unsigned char) *p < 0x80))
      *p = '_';
}

/* Return the name of the module of FILE: "heat" for "dir/heat.c".  It is what
   `import' makes of that name.  The caller frees it.  */

static char *
module_name (const char *file)
{
  const char *base = lbasename (file);
  size_t n = strcspn (base, ".");
  char *name = n > 0 ? xstrndup (base, n) : xstrdup ("unit");
  make_identifier (name, false);
  if (ISDIGIT (name[0]))
    {
      char *longer = concat ("_", name, NULL);
      free (name);
      name = longer;
    }
  if (!objmode_ascii_p (name))
    {
      const struct objmode_pysource_api *api = objmode_python (input_location);
      char *form = api != NULL ? api->identifier (name) : NULL;
      if (form != NULL && *form != '\0')
	return form;
      make_identifier (name, true);
    }
  return name;
}

/* Emit a constructor, which registers UNIT before main.  */

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
  tree call = objmode_call_link_with_lobjmode (BUILTINS_LOCATION,
					       build_fold_addr_expr (unit));
  objmode_add (&body, call);
  objmode_finish_function (fn, NULL_TREE, body);
}

/* Return the name of the unit's module, malloced, if the Python module objmode
   has that name itself, so that the unit's module gets another one.  Otherwise
   return NULL.  */

char *
objmode_reserved_name (void)
{
  static const char *const reserved[] = {
#define OBJMODE_OFFER(NAME) #NAME,
#include "objmode-offers.def"
#undef OBJMODE_OFFER
  };
  char *name = module_name (main_input_filename);
  for (unsigned i = 0; i < ARRAY_SIZE (reserved); i++)
    if (strcmp (name, reserved[i]) == 0)
      return name;
  free (name);
  return NULL;
}

/* Return the descriptor of the unit.  It is made when it is first asked
   for.  */

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
  unit = objmode_declare_static (unit_name, type);
  objmode_define_static (unit, objmode_init_unit (type, &v), false);
  emit_registration (unit);
  return unit;
}
