/* venv.c - From an environment, an executable or a library to a Python.
   Copyright (C) 2026 The objmode authors

   This file is part of objmode.

   objmode is free software: you can redistribute it and/or modify it
   under the terms of the GNU General Public License as published by
   the Free Software Foundation, either version 3 of the License, or
   (at your option) any later version.

   objmode is distributed in the hope that it will be useful, but
   WITHOUT ANY WARRANTY; without even the implied warranty of
   MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the GNU
   General Public License for more details.

   Under Section 7 of GPL version 3, you are granted additional
   permissions described in the GCC Runtime Library Exception, version
   3.1, as published by the Free Software Foundation.

   You should have received a copy of the GNU General Public License
   and a copy of the GCC Runtime Library Exception along with this
   program; see the files COPYING and COPYING.RUNTIME respectively.  If
   not, see <https://www.gnu.org/licenses/>.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <dlfcn.h>
#include <glob.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "libobjmode.h"

/* Return FORMAT filled in, to be freed; NULL without memory.  */

char *
om_format (const char *format, ...)
{
  char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  if (vasprintf (&text, format, arguments) < 0)
    text = NULL;
  va_end (arguments);
  return text;
}

/* Return 1 if NAME is a file that is no directory.  */

int
om_file_p (const char *name)
{
  struct stat st;

  return name && stat (name, &st) == 0 && !S_ISDIR (st.st_mode);
}

/* Return 1 if NAME is a directory.  */

int
om_directory_p (const char *name)
{
  struct stat st;

  return name && stat (name, &st) == 0 && S_ISDIR (st.st_mode);
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

/* Return the minor version that the file name FILE ends with or contains
   behind WORD ("python3." or "libpython3."), or -1.  */

static int
minor_of (const char *file, const char *word)
{
  const char *base = strrchr (file, '/');
  const char *at = strstr (base ? base : file, word);

  if (!at || at[strlen (word)] < '0' || at[strlen (word)] > '9')
    return -1;
  return atoi (at + strlen (word));
}

/* Read pyvenv.cfg in DIRECTORY.  If there is one return 1 and store the
   directory of the base python, to be freed, in *HOME and the minor
   version, or -1, in *MINOR.  */

static int
read_pyvenv (const char *directory, char **home, int *minor)
{
  char *name = om_format ("%s/pyvenv.cfg", directory);
  FILE *file = name ? fopen (name, "re") : NULL;
  char line[PATH_MAX + 64];

  free (name);
  *home = NULL;
  *minor = -1;
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
	       && sscanf (value, "3.%d", &m) == 1)
	*minor = m;
    }
  fclose (file);
  return *home != NULL;
}

/* Return the libpython of PREFIX with version 3.MINOR, any if MINOR is
   -1, to be freed, or NULL.  */

static char *
library_in (const char *prefix, int minor)
{
  static const char *const places[]
    = { "lib", "lib64", "lib/" OBJMODE_MULTIARCH };
  char version[16] = "[0-9]*";

  if (minor >= 0)
    snprintf (version, sizeof version, "%d", minor);
  for (size_t i = 0; i < sizeof places / sizeof *places; i++)
    {
      char *pattern = om_format ("%s/%s/libpython3.%s.so.1.0", prefix,
				 places[i], version);
      char *found = NULL;
      glob_t g;

      if (pattern && glob (pattern, 0, NULL, &g) == 0)
	{
	  found = strdup (g.gl_pathv[0]);
	  globfree (&g);
	}
      free (pattern);
      if (found)
	return found;
    }
  return NULL;
}

/* Return the library of version 3.MINOR that the dynamic linker finds by
   itself, to be freed, or NULL.  */

static char *
library_by_soname (int minor)
{
  char soname[40];
  void *handle, *symbol;
  Dl_info info;
  char *found = NULL;

  if (minor < 0)
    return NULL;
  snprintf (soname, sizeof soname, "libpython3.%d.so.1.0", minor);
  handle = dlopen (soname, RTLD_NOW | RTLD_GLOBAL);
  if (!handle)
    return NULL;
  symbol = dlsym (handle, "Py_GetVersion");
  if (symbol && dladdr (symbol, &info) && info.dli_fname)
    found = strdup (info.dli_fname);
  return found;
}

/* Find the library of PYTHON->executable.  Return 1, or 0 with
   PYTHON->problem.  */

static int
find_library (struct om_python *python, const char *said_by)
{
  char *bin = parent (strdup (python->executable));
  char *prefix = parent (strdup (bin));
  char *real = realpath (python->executable, NULL);
  char *home;
  int minor, from_venv;

  from_venv = (read_pyvenv (prefix, &home, &minor)
	       || read_pyvenv (bin, &home, &minor));
  if (real && minor < 0)
    minor = minor_of (real, "python3.");
  if (from_venv)
    {
      char *base = om_format ("%s/python3", home);
      char *base_real = realpath (base, NULL);

      if (minor < 0 && base_real)
	minor = minor_of (base_real, "python3.");
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
  python->library = library_in (prefix, minor);
  if (!python->library)
    python->library = library_by_soname (minor);
  if (!python->library)
    {
      char version[24] = "3";
      if (minor >= 0)
	snprintf (version, sizeof version, "3.%d", minor);
      python->problem
	= om_format ("%s (from %s) has no shared library libpython%s.so.1.0; "
		     "install it (Debian: libpython%s), or a Python that was "
		     "configured with --enable-shared",
		     python->executable, said_by, version, version);
    }
  free (home);
  free (bin);
  free (prefix);
  free (real);
  return python->library != NULL;
}

/* Find the python executable that belongs to PYTHON->library: the nearest
   bin/pythonX.Y above it.  */

static void
find_executable (struct om_python *python)
{
  char *real = realpath (python->library, NULL);
  int minor = minor_of (python->library, "libpython3.");
  char *directory;

  if (!real)
    return;
  if (minor < 0)
    minor = minor_of (real, "libpython3.");
  directory = parent (strdup (real));
  for (int i = 0; i < 3 && minor >= 0 && !python->executable; i++)
    {
      char *name;
      parent (directory);
      name = om_format ("%s/bin/python3.%d", directory, minor);
      if (om_file_p (name))
	python->executable = name;
      else
	free (name);
    }
  free (directory);
  free (real);
}

/* Fill in PYTHON from PLACE, an environment, an executable or a library,
   as SAID_BY names its origin.  Return 1, or 0 with PYTHON->problem.  */

int
om_place_python (const char *place, const char *said_by,
		 struct om_python *python)
{
  if (om_directory_p (place))
    {
      char *name = om_format ("%s/bin/python3", place);
      if (!om_file_p (name))
	{
	  free (name);
	  name = om_format ("%s/bin/python", place);
	}
      if (!om_file_p (name))
	{
	  free (name);
	  python->problem = om_format ("%s (from %s) has no bin/python3",
				       place, said_by);
	  return 0;
	}
      python->executable = name;
      return find_library (python, said_by);
    }
  if (!om_file_p (place))
    {
      python->problem
	= om_format ("%s (from %s) does not exist; it is to name an "
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
  /* sys.prefix is found from the name, so it must be absolute.  */
  if (place[0] == '/')
    python->executable = strdup (place);
  else
    {
      char *cwd = realpath (".", NULL);
      python->executable = om_format ("%s/%s", cwd ? cwd : "", place);
      free (cwd);
    }
  return find_library (python, said_by);
}
