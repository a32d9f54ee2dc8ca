/* planted.cc - A plugin with faults, to test those who look for faults.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   A function `planted_crash' makes the compiler crash, `planted_hang' loop
   for ever.  The compiler also crashes at a marker whose version is not a
   number, or that has two records of text.  Functions whose names begin with
   `planted_pair' take a time that grows with the square of their number.
   With -fplugin-arg-planted-align every other function is aligned in another
   way than without this plugin.  */

#include "gcc-plugin.h"
#include "tree.h"
#include "stringpool.h"
#include "attribs.h"

__attribute__ ((visibility ("default"))) int plugin_is_GPL_compatible;

static bool align;
static unsigned pairs;		/* Functions `planted_pair...' so far.  */

/* A function has been parsed: FN, a FUNCTION_DECL.  */

static void
on_function (void *fn, void *)
{
  tree decl = (tree) fn;
  const char *name = IDENTIFIER_POINTER (DECL_NAME (decl));

  if (!strcmp (name, "planted_crash"))
    gcc_unreachable ();
  if (!strncmp (name, "planted_pair", 12))
    for (volatile unsigned i = ++pairs * 4000; i > 0; i--)
      continue;
  for (volatile bool hang = !strcmp (name, "planted_hang"); hang;)
    continue;
  if (align)
    SET_DECL_ALIGN (decl, 4096);
}

/* A declaration *NODE of a marker has the attribute with the records ARGS.  */

static tree
on_marker (tree *, tree, tree args, int, bool *no_add_attributes)
{
  int texts = 0;

  *no_add_attributes = true;
  for (tree record = args; record; record = TREE_CHAIN (record))
    if (TREE_CODE (TREE_VALUE (record)) == STRING_CST)
      {
	const char *s = TREE_STRING_POINTER (TREE_VALUE (record));

	texts += *s == 'T';
	if (texts > 1 || (*s == 'A' && !ISDIGIT (s[1])))
	  gcc_unreachable ();
      }
  return NULL_TREE;
}

static const struct attribute_spec marker_spec
  = { "objmode", 0, -1, false, false, false, false, on_marker, NULL };

/* GCC asks for the attributes of plugins.  */

static void
on_attributes (void *, void *)
{
  register_attribute (&marker_spec);
}

/* GCC calls this when it loads the plugin, with INFO.  */

__attribute__ ((visibility ("default"))) int
plugin_init (struct plugin_name_args *info, struct plugin_gcc_version *)
{
  align = info->argc > 0;
  register_callback (info->base_name, PLUGIN_ATTRIBUTES, on_attributes, NULL);
  register_callback (info->base_name, PLUGIN_PRE_GENERICIZE, on_function,
		     NULL);
  return 0;
}
