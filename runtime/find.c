/* find.c - Which Python: the process's own, or one that is named.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The order is that of the manual: the Python of the process, the
   configuration, OBJMODE_PYTHON, VIRTUAL_ENV, CONDA_PREFIX, the one of
   configure time.  PATH is never searched and nothing is executed.

   Only the thread that starts Python is here, with the lock of load.c and
   without the GIL.  The caller frees the strings that it is given.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <dlfcn.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include "libobjmode.h"

/* Return 1 if the environment is not to be read: ISOLATED, or a
   set-user-ID process.  */

int
ol_environment_ignored (int isolated)
{
  return isolated || getauxval (AT_SECURE) != 0;
}

/* Add the name of the object INFO to DATA, a struct ol_names.  */

static int
add_name (struct dl_phdr_info *info, size_t size, void *data)
{
  struct ol_names *names = data;
  char **more;

  (void) size;
  if (!info->dlpi_name || !info->dlpi_name[0])
    return 0;
  more = realloc (names->name, (names->n + 1) * sizeof *more);
  if (!more)
    return 1;
  names->name = more;
  names->name[names->n] = strdup (info->dlpi_name);
  if (names->name[names->n])
    names->n++;
  return 0;
}

/* Fill in NAMES, which are to be freed, with the objects that are mapped, in
   the order in which they were.  */

void
ol_list_objects (struct ol_names *names)
{
  names->name = NULL;
  names->n = 0;
  dl_iterate_phdr (add_name, names);
}

/* Return the symbol WANTED that the object NAME itself defines, or NULL,
   and in *HANDLE a handle for it.  */

void *
ol_defined_in (const char *name, const char *wanted, void **handle)
{
  void *symbol;
  Dl_info info;

  *handle = dlopen (name, RTLD_LAZY | RTLD_NOLOAD);
  if (!*handle)
    return NULL;
  symbol = dlsym (*handle, wanted);
  if (symbol && dladdr (symbol, &info) && info.dli_fname
      && strcmp (info.dli_fname, name) == 0)
    return symbol;
  dlclose (*handle);
  *handle = NULL;
  return NULL;
}

/* Return what is wrong about a second Python, NAME with HANDLE, beside the
   one of which HOST_INITIALIZED says whether it runs, or NULL.  Another
   copy that nothing uses is not a second Python.  */

static char *
second_python (const char *name, void *handle, int host_initialized)
{
  const char *(*version) (void)
    = (const char *(*) (void)) dlsym (RTLD_DEFAULT, "Py_GetVersion");
  const char *(*other) (void)
    = (const char *(*) (void)) dlsym (handle, "Py_GetVersion");
  int (*initialized) (void)
    = (int (*) (void)) dlsym (handle, "Py_IsInitialized");

  if (!version || !other
      || strcspn (version (), " ") != strcspn (other (), " ")
      || strncmp (version (), other (), strcspn (other (), " ")) != 0
      || (!host_initialized && initialized ()))
    return ol_format ("there are two Pythons in this process: %.*s, and %.*s "
		      "from %s",
		      version ? (int) strcspn (version (), " ") : 1,
		      version ? version () : "?",
		      other ? (int) strcspn (other (), " ") : 1,
		      other ? other () : "?", name);
  return NULL;
}

/* Look for the Python of the process: in the global scope, then in every
   mapped file, whose symbols are made global for the sake of extension
   modules.  Return 1 and fill in HOST if there is a Python, else 0.  Set
   *PROBLEM to NULL or, if there are two or a program hides its own, to a
   message that the caller frees.  */

int
ol_find_host (struct ol_host *host, char **problem)
{
  struct ol_names names;
  void *symbol = dlsym (RTLD_DEFAULT, "Py_IsInitialized");
  int running = symbol && ((int (*) (void)) symbol) ();

  *problem = NULL;
  ol_list_objects (&names);
  for (size_t i = 0; i < names.n; i++)
    {
      void *handle;
      void *found
	= ol_defined_in (names.name[i], "Py_IsInitialized", &handle);

      if (found && !symbol)
	{
	  symbol = found;
	  dlopen (names.name[i], RTLD_LAZY | RTLD_NOLOAD | RTLD_GLOBAL);
	  running = ((int (*) (void)) symbol) ();
	}
      else if (found && found != symbol && !*problem)
	*problem = second_python (names.name[i], handle, running);
      if (handle)
	dlclose (handle);
      free (names.name[i]);
    }
  free (names.name);
  if (!symbol && !*problem && ol_hidden_python_p ())
    *problem = ol_format ("the program contains a Python but does not export "
			  "its symbols; link it with -Wl,--export-dynamic");
  if (!symbol)
    return 0;
  host->is_initialized = (int (*) (void)) symbol;
  host->check = (int (*) (void)) dlsym (RTLD_DEFAULT, "PyGILState_Check");
  host->save = (void *(*) (void)) dlsym (RTLD_DEFAULT, "PyEval_SaveThread");
  host->restore
    = (void (*) (void *)) dlsym (RTLD_DEFAULT, "PyEval_RestoreThread");
  return host->check && host->save && host->restore;
}

/* Forget the paths of PYTHON.  */

static void
clear_paths (struct ol_python *python)
{
  free (python->executable);
  free (python->library);
  free (python->problem);
  python->executable = python->library = python->problem = NULL;
}

/* Return 1 if the Python that the process has loaded is a debug build, which
   has an ABI of its own.  */

int
ol_debug_build_p (void)
{
  return dlsym (RTLD_DEFAULT, "_Py_NegativeRefcount") != NULL;
}

/* Return 1 if the library of PYTHON has the version of the Python that the
   process has already loaded.  */

static int
same_version_p (const struct ol_python *python)
{
  const char *(*version) (void)
    = (const char *(*) (void)) dlsym (RTLD_DEFAULT, "Py_GetVersion");
  char name[32];

  if (!version || !python->library)
    return 0;
  snprintf (name, sizeof name, "libpython%.*s%s.so",
	    (int) strcspn (strchr (version (), '.') + 1, ".") + 2,
	    version (), ol_debug_build_p () ? "d" : "");
  return strstr (python->library, name) != NULL;
}

/* Fill in PYTHON from the first of CONFIGURED, unless it is NULL, the
   environment, unless ISOLATED, and configure's default.  If
   PYTHON->in_process, only an executable is wanted, that fits.  On
   failure PYTHON->problem says why.  */

void
ol_find_python (const char *configured, int isolated,
		struct ol_python *python)
{
  static const char *const variables[]
    = { "OBJMODE_PYTHON", "VIRTUAL_ENV", "CONDA_PREFIX" };
  const char *place = configured && configured[0] ? configured : NULL;
  const char *said_by = "objmode_start";

  for (size_t i = 0; !place && !ol_environment_ignored (isolated)
	 && i < sizeof variables / sizeof *variables; i++)
    {
      place = secure_getenv (variables[i]);
      said_by = variables[i];
      if (place && !place[0])
	place = NULL;
    }
  if (place)
    {
      int found = ol_place_python (place, said_by, python);
      if (!python->in_process || (found && same_version_p (python)))
	return;
      clear_paths (python);
    }
  if (!python->in_process && ol_file_p (OBJMODE_DEFAULT_LIBPYTHON))
    {
      python->executable = strdup (OBJMODE_DEFAULT_PYTHON);
      python->library = strdup (OBJMODE_DEFAULT_LIBPYTHON);
      return;
    }
  ol_place_python (OBJMODE_DEFAULT_PYTHON, "the time of configure", python);
  if (python->in_process && !same_version_p (python))
    {
      Dl_info info;
      void *symbol = dlsym (RTLD_DEFAULT, "Py_GetVersion");
      clear_paths (python);
      if (symbol && dladdr (symbol, &info) && info.dli_fname)
	ol_place_python (info.dli_fname, "the process", python);
      free (python->problem);
      python->problem = NULL;
    }
}
