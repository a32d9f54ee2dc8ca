/* fork.c - fork, as libobjmode sees it.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A child of fork has one thread.  What another thread was about to do, it does
   not do in the child: start Python, execute the block of a guard `once', or
   give back a lock.  So a fork waits until a start has ended, and takes the
   locks of libobjmode.  The handlers are there before a start can begin, and
   those of the core are called from here: the C library would not call
   handlers for a fork that were registered while it waited.

   The GIL is taken before the locks: a thread that counts a crossing may have
   it.  The thread that forks is here, with or without the GIL.  It has the
   locks from before_fork on.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <pthread.h>
#include "libobjmode.h"

/* The core is to be told when this fork ends.  */
static _Thread_local int core_told
  __attribute__ ((tls_model ("initial-exec")));

/* A fork begins.  */

static void
before_fork (void)
{
  int state;

  /* The wait would be a place to be cancelled at.  */
  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &state);
  core_told = ol_begin_fork_of_start ();
  if (core_told)
    ol_core ()->before_fork ();
  ol_begin_fork_of_counts ();
  ol_begin_fork_of_units ();
  ol_begin_fork_of_guards ();
  pthread_setcancelstate (state, NULL);
}

/* The fork has ended in the parent.  */

static void
after_fork_in_parent (void)
{
  ol_end_fork_of_guards (0);
  ol_end_fork_of_units ();
  ol_end_fork_of_counts (0);
  ol_end_fork_of_start (0, core_told);
  if (core_told)
    ol_core ()->after_fork_in_parent ();
}

/* The fork has ended in the child, whose only thread this is.  */

static void
after_fork_in_child (void)
{
  ol_end_fork_of_guards (1);
  ol_end_fork_of_units ();
  ol_end_fork_of_counts (1);
  ol_end_fork_of_start (1, core_told);
  if (core_told)
    ol_core ()->after_fork_in_child ();
}

/* Arrange for forks, when the library is loaded.  */

static void __attribute__ ((constructor))
expect_forks (void)
{
  pthread_atfork (before_fork, after_fork_in_parent, after_fork_in_child);
}
