/* two-aux.c KERNEL KERNEL - A host with two kernels, each of which has a
   libobjmode of its own: first blocks on two threads at once.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pthread_barrier_t barrier;

/* Run a block of the kernel HANDLE.  Return "works", or what its error
   says.  */

static void *
work (void *handle)
{
  int (*try) (int) = (int (*) (int)) dlsym (handle, "kernel_try");
  const char *(*message) (void)
    = (const char *(*) (void)) dlsym (handle, "kernel_message");
  const char *result = "works";

  pthread_barrier_wait (&barrier);
  for (int i = 0; i < 3; i++)
    if (try (i) != i + 1)
      result = strdup (message ());
  return (void *) result;
}

int
main (int argc, char **argv)
{
  pthread_t thread[2];
  void *handle[2], *result[2];
  int first;

  if (argc != 3)
    return 2;
  pthread_barrier_init (&barrier, NULL, 2);
  for (int i = 0; i < 2; i++)
    {
      handle[i] = dlopen (argv[i + 1], RTLD_NOW | RTLD_LOCAL);
      if (!handle[i])
	{
	  fprintf (stderr, "%s\n", dlerror ());
	  return 1;
	}
    }
  for (int i = 0; i < 2; i++)
    pthread_create (&thread[i], NULL, work, handle[i]);
  for (int i = 0; i < 2; i++)
    pthread_join (thread[i], &result[i]);
  /* Whoever came first.  */
  first = strcmp (result[0], "works") != 0;
  printf ("%s\n%s\n", (char *) result[first], (char *) result[!first]);
  return 0;
}
