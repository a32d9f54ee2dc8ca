/* venv.c - From an environment, an executable or a library to a Python.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Only the thread that starts Python is here, with the lock of load.c and
   without the GIL.  Nothing is executed to find out what an environment is:
   names and files tell.  The caller frees the strings that it is given.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <dlfcn.h>
#include <dirent.h>
#include <fnmatch.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "libobjmode.h"

/* Enough for what comes behind "3." in the name of a version.  */
#define VERSION_SIZE 16

/* Return FORMAT filled in, to be freed; NULL without memory.  */

char *
ol_format (const char *format, ...)
{
  char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  if (vasprintf (&text, format, arguments) < 0)
    text = NULL;
  va_end (arguments);
  return text;
}

/* Return 1 if NAME is a file that is not a directory.  */

int
ol_file_p (const char *name)
{
  struct stat st;

  return name && stat (name, &st) == 0 && !S_ISDIR (st.st_mode);
}

/* Return 1 if NAME is a directory.  */

int
ol_directory_p (const char *name)
{
  struct stat st;

  return name && stat (name, &st) == 0 && S_ISDIR (st.st_mode);
}

/* Return the name of the first file of DIRECTORY, in which no character is
   special, that fits PATTERN, to be freed, or NULL.  */

char *
ol_first_match (const char *directory, const char *pattern)
{
  struct dirent **entries;
  int n = scandir (directory, &entries, NULL, alphasort);
  char *found = NULL;

  for (int i = 0; i < n; i++)
    {
      if (!found && fnmatch (pattern, entries[i]->d_name, 0) == 0)
	found = ol_format ("%s/%s", directory, entries[i]->d_name);
      free (entries[i]);
    }
  if (n >= 0)
    free (entries);
  return found;
}

/* Cut the last component off PATH.  Return PATH.  */

static char *
parent (char *path)
{
  char *slash = strrchr (path, '/');

  if (slash == path)
    path[1] = '\0';
  else if (slash)
    *slash = '\0';
  return path;
}

/* Store in VERSION what the file name FILE has behind WORD ("python3." or
   "libpython3."): "11", or "11d" if it is of a debug build.  Return 1, or 0 if
   there is no such thing.  */

static int
version_of (const char *file, const char *word, char version[VERSION_SIZE])
{
  const char *base = strrchr (file, '/');
  const char *at = strstr (base ? base : file, word);
  size_t n = 0;

  if (!at)
    return 0;
  at += strlen (word);
  while (n < VERSION_SIZE - 2 && at[n] >= '0' && at[n] <= '9')
    n++;
  if (n == 0)
    return 0;
  memcpy (version, at, n);
  /* Debian has python3.11-dbg and python3.11d for the same.  */
  if (at[n] == 'd' || strcmp (at + n, "-dbg") == 0)
    version[n++] = 'd';
  version[n] = '\0';
  return 1;
}

/* Read pyvenv.cfg in DIRECTORY.  If there is one return 1 and store the
   directory of the base python, to be freed, in *HOME and in VERSION, if it is
   empty, what comes behind "3." in the version.  */

static int
read_pyvenv (const char *directory, char **home, char version[VERSION_SIZE])
{
  char *name = ol_format ("%s/pyvenv.cfg", directory);
  FILE *file = name ? fopen (name, "re") : NULL;
  char line[PATH_MAX + 64];

  free (name);
  *home = NULL;
  if (!file)
    return 0;
  while (fgets (line, sizeof line, file))
    {
      char key[32], value[PATH_MAX];
      int m;

      if (sscanf (line, " %31[a-z_] = %4095[^\r\n]", key, value) != 2)
	continue;
      if (strcmp (key, "home") == 0 && !*home)
	*home = strdup (value);
      else if (strncmp (key, "version", 7) == 0
	       && sscanf (value, "3.%d", &m) == 1 && !version[0])
	snprintf (version, VERSION_SIZE, "%d", m);
    }
  fclose (file);
  return *home != NULL;
}

/* Return the libpython of PREFIX with version 3.VERSION, any if VERSION is
   empty, to be freed, or NULL.  */

static char *
library_in (const char *prefix, const char *version)
{
  static const char *const places[]
    = { "lib", "lib64", "lib/" OBJMODE_MULTIARCH };

  for (size_t i = 0; i < sizeof places / sizeof *places; i++)
    {
      char *directory = ol_format ("%s/%s", prefix, places[i]);
      char *pattern = ol_format ("libpython3.%s.so.1.0",
				 version[0] ? version : "[0-9]*");
      char *found = (directory && pattern
		     ? ol_first_match (directory, pattern) : NULL);

      free (directory);
      free (pattern);
      if (found)
	return found;
    }
  return NULL;
}

/* Return the library of version 3.VERSION that the dynamic linker finds by
   itself, to be freed, or NULL.  */

static char *
library_by_soname (const char *version)
{
  char soname[32 + VERSION_SIZE];
  void *handle, *symbol;
  Dl_info info;
  char *found = NULL;

  if (!version[0])
    return NULL;
  snprintf (soname, sizeof soname, "libpython3.%s.so.1.0", version);
  handle = dlopen (soname, RTLD_NOW | RTLD_GLOBAL);
  if (!handle)
    return NULL;
  symbol = dlsym (handle, "Py_GetVersion");
  if (symbol && dladdr (symbol, &info) && info.dli_fname)
    found = strdup (info.dli_fname);
  return found;
}

/* Say in PYTHON->problem that the executable, which SAID_BY names, has no
   library of VERSION, empty if that is not known.  */

static void
no_library (struct ol_python *python, const char *said_by,
	    const char *version)
{
  size_t digits = strcspn (version, "d");

  python->problem
    = ol_format ("%s (from %s) has no shared library libpython3%s%s.so.1.0; "
		 "install it (Debian: libpython3%s%.*s%s), or a Python that "
		 "was configured with --enable-shared",
		 python->executable, said_by, version[0] ? "." : "", version,
		 version[0] ? "." : "", (int) digits, version,
		 version[digits] ? "-dbg" : "");
}

/* Find the library of PYTHON->executable.  Return 1, or 0 with
   PYTHON->problem.  */

static int
find_library (struct ol_python *python, const char *said_by)
{
  char *bin = parent (strdup (python->executable));
  char *prefix = parent (strdup (bin));
  char *real = realpath (python->executable, NULL);
  char version[VERSION_SIZE] = "";
  char *home;
  int from_venv;

  /* pyvenv.cfg does not say that it is a debug build, the file does.  */
  if (real)
    version_of (real, "python3.", version);
  from_venv = (read_pyvenv (prefix, &home, version)
	       || read_pyvenv (bin, &home, version));
  if (from_venv)
    {
      char *base = ol_format ("%s/python3", home);
      char *base_real = realpath (base, NULL);

      if (!version[0] && base_real)
	version_of (base_real, "python3.", version);
      free (prefix);
      /* A home that is a link farm, as Debian's, resolves to itself.  */
      prefix = parent (strdup (home));
      free (base);
      free (base_real);
    }
  else if (real)
    {
      free (prefix);
      prefix = parent (parent (strdup (real)));
    }
  python->library = library_in (prefix, version);
  if (!python->library)
    python->library = library_by_soname (version);
  if (!python->library)
    no_library (python, said_by, version);
  free (home);
  free (bin);
  free (prefix);
  free (real);
  return python->library != NULL;
}

/* Find the python executable that belongs to PYTHON->library: the nearest
   bin/pythonX.Y above it.  */

static void
find_executable (struct ol_python *python)
{
  char *real = realpath (python->library, NULL);
  char version[VERSION_SIZE];
  char *directory;
  int known;

  if (!real)
    return;
  known = (version_of (python->library, "libpython3.", version)
	   || version_of (real, "libpython3.", version));
  directory = parent (strdup (real));
  for (int i = 0; i < 3 && known && !python->executable; i++)
    {
      char *name;
      parent (directory);
      name = ol_format ("%s/bin/python3.%s", directory, version);
      if (ol_file_p (name))
	python->executable = name;
      else
	free (name);
    }
  free (directory);
  free (real);
}

/* Return 1 if the file PLACE, or what it is a link to, is called python.  Since
   nothing is executed, its name is all that tells.  */

static int
python_name_p (const char *place)
{
  char *real = realpath (place, NULL);
  const char *names[] = { place, real };
  int found = 0;

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i])
      {
	const char *base = strrchr (names[i], '/');
	found |= strstr (base ? base : names[i], "python") != NULL;
      }
  free (real);
  return found;
}

/* Fill in PYTHON from PLACE, an environment, an executable or a library,
   as SAID_BY names its origin.  Return 1, or 0 with PYTHON->problem.  */

int
ol_place_python (const char *place, const char *said_by,
		 struct ol_python *python)
{
  if (ol_directory_p (place))
    {
      char *name = ol_format ("%s/bin/python3", place);
      if (!ol_file_p (name))
	{
	  free (name);
	  name = ol_format ("%s/bin/python", place);
	}
      if (!ol_file_p (name))
	{
	  free (name);
	  python->problem = ol_format ("%s (from %s) has no bin/python3",
				       place, said_by);
	  return 0;
	}
      python->executable = name;
      return find_library (python, said_by);
    }
  if (!ol_file_p (place))
    {
      python->problem
	= ol_format ("%s (from %s) does not exist; it must name an "
		     "environment, a python executable or a libpython",
		     place, said_by);
      return 0;
    }
  if (strstr (place, "libpython") && strstr (place, ".so"))
    {
      python->library = strdup (place);
      find_executable (python);
      return 1;
    }
  if (!python_name_p (place) || access (place, X_OK) != 0)
    {
      python->problem
	= ol_format ("%s (from %s) is not a python executable; it must name "
		     "an environment, a python executable or a libpython",
		     place, said_by);
      return 0;
    }
  /* sys.prefix is found from the name, so it must be absolute.  */
  if (place[0] == '/')
    python->executable = strdup (place);
  else
    {
      char *cwd = realpath (".", NULL);
      python->executable = ol_format ("%s/%s", cwd ? cwd : "", place);
      free (cwd);
    }
  return find_library (python, said_by);
}
