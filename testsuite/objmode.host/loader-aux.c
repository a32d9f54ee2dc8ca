/* loader-aux.c KERNEL LATE - The lock of the dynamic linker and the GIL.  A
   thread loads and closes KERNEL again and again, while another one loads
   extension modules with the GIL held.  Then the deadlock: LATE, whose
   constructor reaches a block, is loaded while a block loads a library.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "check.h"
#include <dlfcn.h>
#include <pthread.h>
#include <unistd.h>

static const char *kernel;

/* Load and close.  */

static void *
loads (void *unused)
{
  for (int i = 0; i < 400; i++)
    {
      void *handle = dlopen (kernel, RTLD_NOW | RTLD_LOCAL);
      int (*add) (int) = (int (*) (int)) dlsym (handle, "kernel_add");
      if (i % 20 == 0)
	CHECK (add (i) == i + 1);
      dlclose (handle);
    }
  return unused;
}

/* What the constructor of LATE calls: the block of another thread gets there
   meanwhile.  */

void
from_constructor (void)
{
  usleep (300000);
  with_objmode () { R"py( pass )py"; }
}

static void *
loads_late (void *name)
{
  CHECK (dlopen (name, RTLD_NOW | RTLD_LOCAL));
  return NULL;
}

int
main (int argc, char **argv)
{
  pthread_t thread;

  CHECK_NUM (argc, 3);
  kernel = argv[1];
  with_objmode () { R"py( import ctypes )py"; }
  pthread_create (&thread, NULL, loads, NULL);
  with_objmode () {
    R"py(
      import ctypes, sys
      for i in range(400):
          sys.modules.pop('_decimal', None)
          import _decimal
          ctypes.CDLL('libm.so.6')
    )py";
  }
  pthread_join (thread, NULL);
  printf ("loaded\n");
  fflush (stdout);
  pthread_create (&thread, NULL, loads_late, argv[2]);
  usleep (100000);
  with_objmode () { R"py( import ctypes; ctypes.CDLL('libm.so.6') )py"; }
  pthread_join (thread, NULL);
  return 0;
}
