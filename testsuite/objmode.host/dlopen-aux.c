/* dlopen-aux.c KERNEL [LIBPYTHON] - A host that loads the kernel RTLD_LOCAL,
   after LIBPYTHON, which it then starts, if it is given, also RTLD_LOCAL.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

/* Return NAME of HANDLE.  */

static void *
find (void *handle, const char *name)
{
  void *symbol = dlsym (handle, name);

  if (!symbol)
    {
      fprintf (stderr, "%s\n", dlerror ());
      exit (1);
    }
  return symbol;
}

int
main (int argc, char **argv)
{
  int (*add) (int), (*try) (int), (*threads) (void);
  const char *(*message) (void);
  double (*mean) (const double *, int);
  double x[2] = { 1, 3 };
  void *kernel, *python = NULL;

  if (argc > 2)
    {
      python = dlopen (argv[2], RTLD_NOW | RTLD_LOCAL);
      if (!python)
	{
	  fprintf (stderr, "%s\n", dlerror ());
	  return 1;
	}
      if (argc == 3)
	((void (*) (int)) find (python, "Py_InitializeEx")) (0);
    }
  kernel = dlopen (argv[1], RTLD_NOW | RTLD_LOCAL);
  if (!kernel)
    {
      fprintf (stderr, "%s\n", dlerror ());
      return 1;
    }
  add = (int (*) (int)) find (kernel, "kernel_add");
  try = (int (*) (int)) find (kernel, "kernel_try");
  message = (const char *(*) (void)) find (kernel, "kernel_message");
  mean = (double (*) (const double *, int)) find (kernel, "kernel_mean");
  threads = (int (*) (void)) find (kernel, "kernel_threads");
  if (try (1) != 2)
    {
      printf ("%s\n", message ());
      return 2;
    }
  printf ("%d", add (41));
  if (argc == 2)
    printf (" %d", threads ());
  printf (" %g\n", mean (x, 2));
  return 0;
}
