/* plugin.cc - plugin_init and the callbacks that GCC calls.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "pipeline.h"
#include "unit/unit.h"
#include "emit/abi.h"
#include "parse/parse.h"
#include "lex/lex.h"
#include "block/state.h"
#include "tools/options.h"
#include "tools/python.h"

#define EXPORT __attribute__ ((visibility ("default")))

extern "C" EXPORT int plugin_is_GPL_compatible;
int plugin_is_GPL_compatible;

/* The callback for PLUGIN_PRE_GENERICIZE: process the blocks of GCC_DATA, an
   outermost function that is complete.  */

static void
on_pre_genericize (void *gcc_data, void *)
{
  if (!objmode_pending_p ())
    return;
  objmode_process_function ((tree) gcc_data);
  objmode_forget_pending ();
}

/* The callback for PLUGIN_PRAGMAS and PLUGIN_INCLUDE_FILE: install the lexer
   hook, since libcpp is initialised.  */

static void
on_file (void *, void *)
{
  objmode_install_annotation ();
}

/* Register the attributes of declarations about types.  */

static void
register_declarations (void)
{
  static struct attribute_spec declarations[OBJMODE_DECLARATIONS];

  for (int i = 0; i < OBJMODE_DECLARATIONS; i++)
    {
      struct attribute_spec *spec = &declarations[i];
      spec->name = objmode_declaration_word ((enum objmode_declaration) i);
      spec->max_length = -1;
      spec->handler = objmode_handle_declaration;
      register_attribute (spec);
    }
}

/* The callback for PLUGIN_ATTRIBUTES: register the attributes of the
   markers.  */

static void
on_attributes (void *, void *)
{
  static struct attribute_spec block, module, hold;
  if (lookup_attribute_spec (get_identifier ("objmode")) != NULL)
    {
      error ("the objmode plugin is loaded twice");
      return;
    }
  block.name = "objmode";
  block.max_length = -1;
  block.handler = objmode_handle_attribute;
  register_attribute (&block);
  module = block;
  module.name = "objmode_module";
  register_attribute (&module);
  hold.name = "objmode_hold";
  hold.handler = objmode_handle_hold;
  register_attribute (&hold);
  register_declarations ();
}

/* The callback for PLUGIN_FINISH_DECL: check GCC_DATA, a declaration that the
   front end has finished.  */

static void
on_declaration (void *gcc_data, void *)
{
  static const char prefix[] = "__objmode_c";
  tree decl = (tree) gcc_data;

  objmode_check_scoped (decl);
  if (!VAR_P (decl) || DECL_NAME (decl) == NULL_TREE
      || strncmp (IDENTIFIER_POINTER (DECL_NAME (decl)), prefix,
		  sizeof prefix - 1) != 0)
    return;
  objmode_note_label (decl);
}

/* The callback for PLUGIN_GGC_START: GCC is about to free identifiers.  */

static void
on_collection (void *, void *)
{
  objmode_note_identifiers ();
}

/* The callback for PLUGIN_FINISH: finish the unit.  GCC still takes
   diagnostics.  */

static void
on_finish (void *, void *)
{
  objmode_process_unit ();
  objmode_pydump_finish ();
}

/* Initialise the plugin.  The shim calls this function.  INFO has the
   arguments of the plugin, and VERSION describes the compiler.  Return 0, or 1
   after an error.  */

extern "C" EXPORT int
plugin_init (struct plugin_name_args *info,
	     struct plugin_gcc_version *version)
{
  int ours, theirs;

  if (sscanf (objmode_built_for (), "%d", &ours) != 1
      || sscanf (version->basever, "%d", &theirs) != 1 || ours != theirs)
    {
      error ("the objmode plugin was built for GCC %s, but this is GCC %s",
	     objmode_built_for (), version->basever);
      return 1;
    }
  for (int i = 0; i < info->argc; i++)
    if (!objmode_handle_argument (info->argv[i].key, info->argv[i].value))
      {
	error (info->argv[i].value != NULL
	       ? G_("unknown argument %<-fplugin-arg-objmode-%s=%s%>")
	       : G_("unknown argument %<-fplugin-arg-objmode-%s%>"),
	       info->argv[i].key, info->argv[i].value);
	return 1;
      }
  if (objmode_option_disable)
    return 0;
  objmode_install_kinds ();

  const char *slash = strrchr (info->full_name, '/');
  objmode_plugin_dir = (slash != NULL
			? xstrndup (info->full_name,
				    slash - info->full_name + 1) : "./");
  const char *name = info->base_name;
  register_callback (name, PLUGIN_REGISTER_GGC_ROOTS, NULL,
		     (void *) objmode_abi_roots);
  register_callback (name, PLUGIN_PRAGMAS, on_file, NULL);
  register_callback (name, PLUGIN_INCLUDE_FILE, on_file, NULL);
  register_callback (name, PLUGIN_ATTRIBUTES, on_attributes, NULL);
  register_callback (name, PLUGIN_FINISH_DECL, on_declaration, NULL);
  register_callback (name, PLUGIN_PRE_GENERICIZE, on_pre_genericize, NULL);
  register_callback (name, PLUGIN_GGC_START, on_collection, NULL);
  register_callback (name, PLUGIN_FINISH, on_finish, NULL);
  return 0;
}
