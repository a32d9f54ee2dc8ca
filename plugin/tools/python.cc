/* python.cc - The analyser of Python text, which is a library of its own.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   objmode-pysource.so is opened when the first block of the unit comes: a unit
   without blocks never maps libpython.  */

#include "tools/python.h"
#include "tools/options.h"
#include <dlfcn.h>

/* Return the analyser, or NULL after an error at LOC if it cannot be
   loaded.  */

const struct objmode_pysource_api *
objmode_python (location_t loc)
{
  static const struct objmode_pysource_api *api;
  static bool tried;

  if (tried)
    return api;
  tried = true;
  char *file = concat (objmode_plugin_dir, "objmode-pysource.so", NULL);
  void *library = dlopen (file, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL)
    error_at (loc, "%<objmode%> cannot analyse Python text: %s", dlerror ());
  else
    {
      api = (const struct objmode_pysource_api *)
	dlsym (library, "objmode_pysource_api");
      if (api == NULL || api->version != OBJMODE_PYSOURCE_VERSION)
	{
	  error_at (loc, "%qs belongs to another version of objmode", file);
	  api = NULL;
	}
    }
  free (file);
  return api;
}
