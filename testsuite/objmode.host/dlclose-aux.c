/* dlclose-aux.c KERNEL - A host that loads and closes the kernel again and
   again, while a thread that has run a block lives on.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

static const char *kernel;
static pthread_barrier_t barrier;

/* Load the kernel, run a block and close the kernel.  */

static int
once (void)
{
  void *handle = dlopen (kernel, RTLD_NOW | RTLD_LOCAL);
  int (*add) (int) = (int (*) (int)) dlsym (handle, "kernel_add");
  int result = add (1);

  dlclose (handle);
  return result;
}

static void *
work (void *unused)
{
  once ();
  pthread_barrier_wait (&barrier);
  pthread_barrier_wait (&barrier);
  return unused;
}

int
main (int argc, char **argv)
{
  pthread_t thread;
  int sum = 0;

  kernel = argv[argc - 1];
  pthread_barrier_init (&barrier, NULL, 2);
  pthread_create (&thread, NULL, work, NULL);
  pthread_barrier_wait (&barrier);
  for (int i = 0; i < 50; i++)
    sum += once ();
  pthread_barrier_wait (&barrier);
  pthread_join (thread, NULL);
  printf ("%d\n", sum);
  return 0;
}
