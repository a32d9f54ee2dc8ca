/* kept-aux.c KERNEL KERNEL - A kernel is closed while Python keeps a callable
   of one of its functions, which the other kernel then calls.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <dlfcn.h>
#include <stdio.h>

/* Return the function NAME, of an int, of HANDLE.  */

static int (*find (void *handle, const char *name)) (int)
{
  return (int (*) (int)) dlsym (handle, name);
}

int
main (int argc, char **argv)
{
  void *first = dlopen (argv[1], RTLD_NOW | RTLD_LOCAL);
  void *second = dlopen (argv[argc - 1], RTLD_NOW | RTLD_LOCAL);

  if (!first || !second)
    return 2;
  find (first, "kernel_keep") (1);
  dlclose (first);
  printf ("%d\n", find (second, "kernel_call_kept") (41));
  return 0;
}
