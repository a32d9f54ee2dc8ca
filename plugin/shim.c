/* shim.c - objmode.so: loads the plugin for the compiler that loads it.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   GCC passes -fplugin to each of its compilers.  Some of them, such as lto1,
   cc1plus and f951, do not have the symbols of the C front end, so this file
   needs no symbol of GCC.  It does nothing except in cc1 when that compiles C.
   There it opens objmode-gccN.so in its own directory, where N is the major
   version of that cc1.  It uses no header of GCC, so one shim serves all
   versions.  The declarations below are the stable part of gcc-plugin.h.  */

#define _GNU_SOURCE 1
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EXPORT __attribute__ ((visibility ("default")))

struct plugin_gcc_version
{
  const char *basever, *datestamp, *devphase, *revision;
  const char *configuration_arguments;
};

struct plugin_name_args
{
  char *base_name;
  const char *full_name;
  int argc;
  void *argv;
  const char *version, *help;
};

/* The first member of GCC's struct lang_hooks.  */
extern const struct { const char *name; } lang_hooks __attribute__ ((weak));

EXPORT int plugin_is_GPL_compatible;

typedef int plugin_init_fn (struct plugin_name_args *,
			    struct plugin_gcc_version *);

/* Return true if this compiler is GCC's C front end.  */
static int
c_front_end_p (void)
{
  if (&lang_hooks == NULL)
    return 0;
  return (strncmp (lang_hooks.name, "GNU C", 5) == 0
	  && strncmp (lang_hooks.name, "GNU C++", 7) != 0);
}

/* Return the name of the plugin for GCC of the major version MAJOR, in the
   directory of FULL_NAME.  The caller frees it.  Return NULL if there is not
   enough memory.  */
static char *
plugin_file (const char *full_name, int major)
{
  const char *slash = strrchr (full_name, '/');
  int dir = slash != NULL ? (int) (slash - full_name) + 1 : 0;
  char *file;

  if (asprintf (&file, "%s%.*sobjmode-gcc%d.so", dir ? "" : "./", dir,
		full_name, major) < 0)
    return NULL;
  return file;
}

/* Initialise the plugin.  GCC calls this function.  Pass INFO on to the plugin
   for the compiler that VERSION describes.  Return 0 for success, also when
   there is nothing to do.  Otherwise a message has been printed.  */
EXPORT int
plugin_init (struct plugin_name_args *info,
	     struct plugin_gcc_version *version)
{
  if (!c_front_end_p ())
    return 0;

  int major = atoi (version->basever);
  char *file = plugin_file (info->full_name, major);
  if (file == NULL)
    return 1;
  if (access (file, R_OK) != 0)
    {
      fprintf (stderr, "cc1: error: the objmode plugin was not built"
	       " for GCC %s: %s does not exist; configure objmode with"
	       " --with-gcc=gcc-%d\n",
	       version->basever, file, major);
      return 1;
    }
  void *plugin = dlopen (file, RTLD_NOW | RTLD_LOCAL);
  if (plugin == NULL)
    {
      fprintf (stderr, "cc1: error: cannot load the objmode plugin: %s\n",
	       dlerror ());
      return 1;
    }
  free (file);
  plugin_init_fn *init = (plugin_init_fn *) dlsym (plugin, "plugin_init");
  return init != NULL ? init (info, version) : 1;
}
