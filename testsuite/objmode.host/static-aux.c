/* static-aux.c KERNEL - A host with a Python in it, that loads the kernel.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <Python.h>
#include <dlfcn.h>

int
main (int argc, char **argv)
{
  void *kernel = dlopen (argv[argc - 1], RTLD_NOW | RTLD_LOCAL);
  const char *(*message) (void);
  int (*try) (int), result;

  if (!kernel)
    {
      fprintf (stderr, "%s\n", dlerror ());
      return 1;
    }
  try = (int (*) (int)) dlsym (kernel, "kernel_try");
  message = (const char *(*) (void)) dlsym (kernel, "kernel_message");
  Py_InitializeEx (0);
  result = try (1);
  printf ("%d %s\n", result, message ());
  return 0;
}
