/* reentry-aux.c - See reentry-aux.py.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "check.h"
#include <pthread.h>

static pthread_barrier_t barrier;
static int same_thread;

int
host_reentry (void)
{
  int rc = 0;

  with_objmode (error (rc)) { R"py( pass )py"; }
  same_thread = rc && error_is ("RuntimeError", "while the same thread was");
  return rc;
}

void
host_go (void)
{
  pthread_barrier_wait (&barrier);
}

/* A block while another thread starts Python: it waits, and finds all.  */

static void *
work (void *unused)
{
  int y = 0;

  pthread_barrier_wait (&barrier);
  with_objmode (y) { R"py( import sitecustomize; y = sitecustomize.same )py"; }
  CHECK (y != 0);
  return unused;
}

int
main (void)
{
  pthread_t thread;

  pthread_barrier_init (&barrier, NULL, 2);
  pthread_create (&thread, NULL, work, NULL);
  with_objmode () { R"py( pass )py"; }
  CHECK (pthread_join (thread, NULL) == 0 && same_thread);
  printf ("good\n");
  return 0;
}
