/* soak.c [THREADS [BLOCKS]] - Threads that Python has never seen all reach
   their first blocks at once, the first of the process too, and then many
   others, of all kinds.  No block must be lost.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Planted faults, which a sanitizer or valgrind must find: PLANTED_RACE,
   PLANTED_FAULT.  */

#include <objmode.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

objmode_module {
  R"py(
    import threading
    local = threading.local()
    seen = []
  )py";
}

static pthread_barrier_t barrier;
static int blocks;
static long total;		/* Once.  */

#ifdef PLANTED_RACE
static long unprotected;
#endif

/* Do the blocks.  */

static void *
work (void *slot)
{
  double x[4] = { 1, 2, 3, 4 };
  long own = 0, errors = 0;
  int rc;

  pthread_barrier_wait (&barrier);
  for (int i = 1; i <= blocks; i++)
    {
      with_objmode () { R"py( seen.append(i) )py"; }
      with_objmode (own) {
	R"py( local.n = getattr(local, 'n', 0) + 1; own = local.n )py";
      }
      if (i % 10 == 0)
	{
	  with_objmode (error (rc)) { R"py( raise KeyError(i) )py"; }
	  errors += rc != 0;
	  objmode_clear_error ();
	  OBJMODE_HOLD { with_objmode (x) { R"py( x[0] += 1 )py"; } }
	}
      with_objmode (every (7)) { R"py( local.n += 0 )py"; }
      with_objmode (once, total) { R"py( total += 1 )py"; }
#ifdef PLANTED_RACE
      unprotected++;
#endif
    }
#ifdef PLANTED_FAULT
  long *volatile freed = malloc (sizeof *freed);
  free (freed);
  own += *freed == 12345;
#endif
  *(long *) slot = (own == blocks && errors == blocks / 10
		    && x[0] == 1 + blocks / 10);
  return NULL;
}

int
main (int argc, char **argv)
{
  int threads = argc > 1 ? atoi (argv[1]) : 64;
  pthread_t *thread = calloc (threads, sizeof *thread);
  long *good = calloc (threads, sizeof *good), counted;

  blocks = argc > 2 ? atoi (argv[2]) : 10000;
  if (!thread || !good || pthread_barrier_init (&barrier, NULL, threads) != 0)
    return 2;
  for (int i = 0; i < threads; i++)
    if (pthread_create (&thread[i], NULL, work, &good[i]) != 0)
      return 2;
  for (int i = 0; i < threads; i++)
    {
      pthread_join (thread[i], NULL);
      if (!good[i])
	{
	  fprintf (stderr, "thread %d went wrong\n", i);
	  return 1;
	}
    }
  with_objmode (counted) { R"py( counted = sum(seen) )py"; }
  if (counted != (long) threads * blocks * (blocks + 1) / 2 || total != 1)
    {
      fprintf (stderr, "the sum is %ld, and once was %ld\n", counted, total);
      return 1;
    }
  free (thread);
  free (good);
  return 0;
}
