/* kernel-aux.c - A kernel with blocks, to be loaded by hosts.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <objmode.h>
#include <omp.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include "snapshot-aux.h"

objmode_module {
  R"py(
    import threading, contextvars, decimal
    local = threading.local()
    var = contextvars.ContextVar('var', default=0)
  )py";
}

/* Return X + 1, computed by Python.  */
int
kernel_add (int x)
{
  with_objmode (x) { R"py( x += 1 )py"; }
  return x;
}

/* Return the mean of the N doubles at X, by NumPy.  */
double
kernel_mean (const double *x, int n)
{
  double mean = -1;

  with_objmode (mean, x = "float64[n]") { R"py( mean = float(x.mean()) )py"; }
  return mean;
}

/* Return 1 if this thread has come from a subinterpreter and is refused.  */
int
kernel_refuses (void)
{
  int rc;

  with_objmode (error (rc)) { R"py( pass )py"; }
  return rc && strstr (objmode_error ()->message, "subinterpreter");
}

/* Fail.  Return 1 if that is told as it should be.  */
int
kernel_fail (void)
{
  int rc = 0;

  with_objmode (error (rc)) { R"py( raise KeyError('told') )py"; }
  return (rc != 0 && strcmp (objmode_error ()->type, "KeyError") == 0
	  && strcmp (objmode_error ()->message, "'told'") == 0);
}

/* Return X + 1, or -1 if the block fails.  */
int
kernel_try (int x)
{
  int rc = 0;

  with_objmode (x, error (rc)) { R"py( x += 1 )py"; }
  return rc ? -1 : x;
}

/* Return F (X), called by Python.  */
int
kernel_call (int (*f) (int), int x)
{
  int y = -1;

  with_objmode (y) { R"py( y = f(x) )py"; }
  return y;
}

/* Return what the last error of this thread says.  */
const char *
kernel_message (void)
{
  return objmode_error () ? objmode_error ()->message : "none";
}

/* What kernel_keep keeps.  */
int
kernel_kept (int x)
{
  return x + 1;
}

/* Let Python keep it.  */
int
kernel_keep (int x)
{
  with_objmode () { R"py( import builtins; builtins.kept = kernel_kept )py"; }
  return x;
}

/* Call what Python has kept.  */
int
kernel_call_kept (int x)
{
  with_objmode (x) { R"py( import builtins; x = builtins.kept(x) )py"; }
  return x;
}

/* Return byte N of four.  That of 4 is a fault, for sanitizers.  */
int
kernel_read (int n)
{
  char *p = calloc (4, 1);
  int c = p[n];

  free (p);
  return c;
}

static void *
add_in_thread (void *slot)
{
  *(int *) slot = kernel_add (*(int *) slot);
  return slot;
}

/* Return X + 1, computed by Python on another thread.  */
int
kernel_add_in_thread (int x)
{
  pthread_t thread;

  if (pthread_create (&thread, NULL, add_in_thread, &x) != 0)
    abort ();
  pthread_join (thread, NULL);
  return x;
}

/* Sleep in a block.  */
int
kernel_sleep (double seconds)
{
  with_objmode () { R"py( import time; time.sleep(seconds) )py"; }
  return 1;
}

/* The sum over threads of OpenMP, in blocks, of 1 to N.  */
long
kernel_parallel (int n)
{
  static long total;

  total = 0;
#pragma omp parallel for num_threads (4)
  for (int i = 1; i <= n; i++)
    with_objmode (total) { R"py( total += i )py"; }
  return total;
}

/* Run a block in a thread of OpenMP that is not the caller's, while the caller
   runs none and waits for it.  Return 1.  */
int
kernel_parallel_aside (void)
{
  int ran = 0;

#pragma omp parallel num_threads (2)
  if (omp_get_thread_num () == 0)
    while (!__atomic_load_n (&ran, __ATOMIC_ACQUIRE))
      sched_yield ();
  else
    {
      with_objmode () { R"py( pass )py"; }
      __atomic_store_n (&ran, 1, __ATOMIC_RELEASE);
    }
  return ran;
}

static void *
kernel_thread (void *slot)
{
  int n = 0, bad = 0;

  for (int i = 0; i < 100; i++)
    with_objmode (bad, n) {
      R"py(
	if getattr(local, 'n', 0) != n or var.get() != n: bad = 1
	local.n = n + 1
	var.set(n + 1)
	if n == 0: decimal.getcontext().prec = 7
	elif decimal.getcontext().prec != 7: bad = 1
	n += 1
      )py";
    }
  *(int *) slot = n + 1000 * bad;
  return NULL;
}

/* 64 threads, each with 100 blocks that find what the one before left.
   Return 1 if all is well.  */
int
kernel_threads (void)
{
  pthread_t thread[64];
  int slot[64], good = 1;

  for (int i = 0; i < 64; i++)
    if (pthread_create (&thread[i], NULL, kernel_thread, &slot[i]) != 0)
      abort ();
  for (int i = 0; i < 64; i++)
    {
      pthread_join (thread[i], NULL);
      good &= slot[i] == 100;
    }
  return good;
}

/* A thread that ends after two blocks.  */

static void *
kernel_short (void *slot)
{
  for (int i = 0; i < 2; i++)
    with_objmode () { R"py( local.x = getattr(local, 'x', 0) + 1 )py"; }
#ifdef PLANTED_LEAK
  slot = memset (malloc (4096), 1, 4096);
#endif
  return slot;
}

/* Return how much memory the process has, in KiB.  */

static long
resident (void)
{
  FILE *f = fopen ("/proc/self/statm", "r");
  long size, pages = 0;

  if (!f || fscanf (f, "%ld %ld", &size, &pages) != 2)
    abort ();
  fclose (f);
  return pages * 4;
}

/* Return by how much N such threads, one after the other, make the process
   grow, in KiB, the first tenth not counted.  */

long
kernel_growth (int n)
{
  long before = 0;

  for (int i = 0; i < n; i++)
    {
      pthread_t thread;
      if (pthread_create (&thread, NULL, kernel_short, NULL) != 0)
	abort ();
      pthread_join (thread, NULL);
      if (i == n / 10)
	before = resident ();
    }
#ifdef __SANITIZE_ADDRESS__
  /* It keeps what is freed, for later reports.  */
  return 0;
#endif
  return resident () - before;
}

/* The snapshot before and after: how much differs.  */
static struct snapshot before, after;

void
kernel_before (void)
{
  snapshot_take (&before);
}

int
kernel_differences (void)
{
  snapshot_take (&after);
  return snapshot_differences (&before, &after);
}
