/* planted.cc - A plugin with faults, to test those who look for faults.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   A function `planted_crash' makes the compiler crash, `planted_hang' loop
   for ever.  With -fplugin-arg-planted-align every other function is aligned
   in another way than without this plugin.  */

#include "gcc-plugin.h"
#include "tree.h"

__attribute__ ((visibility ("default"))) int plugin_is_GPL_compatible;

static bool align;

/* A function has been parsed: FN, a FUNCTION_DECL.  */

static void
on_function (void *fn, void *)
{
  tree decl = (tree) fn;
  const char *name = IDENTIFIER_POINTER (DECL_NAME (decl));

  if (!strcmp (name, "planted_crash"))
    gcc_unreachable ();
  for (volatile bool hang = !strcmp (name, "planted_hang"); hang;)
    continue;
  if (align)
    SET_DECL_ALIGN (decl, 4096);
}

/* GCC calls this when it loads the plugin, with INFO.  */

__attribute__ ((visibility ("default"))) int
plugin_init (struct plugin_name_args *info, struct plugin_gcc_version *)
{
  align = info->argc > 0;
  register_callback (info->base_name, PLUGIN_PRE_GENERICIZE, on_function,
		     NULL);
  return 0;
}
