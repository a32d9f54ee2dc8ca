/* seeds.c - Each allocation of what makes generators fails.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   seeds [-c] [-plant]: call objmode_rng_seed and objmode_rng_spawn with the
   first allocation failing, with the second, and so on until none fails.  Each
   time the function succeeds, or it fails with an error and the generators are
   what they were; and nothing more is held than before.

     -c	      malloc fails, not CPython's allocators
     -plant   as if something were kept: what must be found  */

#include <objmode.h>
#include <objmode-random.h>
#include <stdio.h>
#include <string.h>
#include "sweep.h"

/* How often an allocation fails the first time, and the second, when garbage
   is collected.  */
enum { FEW = 4, MANY = 40, CHILDREN = 3 };

static int c, plant;
static objmode_rng parent, children[CHILDREN];

/* Seed the parent.  Return 0 or -1.  */
static int
seed (void)
{
  static const uint64_t seed[] = { 1, 2 };
  return objmode_rng_seed (&parent, seed, 2);
}

/* Let the parent spawn the children.  Return 0 or -1.  */
static int
spawn (void)
{
  return objmode_rng_spawn (&parent, CHILDREN, children);
}

/* Call FUNCTION with its N-th allocation failing.  Return what fail_allocation
   says, or -1 if the outcome is wrong.  */
static int
try_failing (int (*function) (void), long n)
{
  objmode_rng before[CHILDREN + 1], after[CHILDREN + 1];
  int rc, failed;

  objmode_clear_error ();
  memcpy (before, &parent, sizeof parent);
  memcpy (before + 1, children, sizeof children);
  fail_allocation (n, 0, c, 0);
  rc = function ();
  failed = fail_allocation (0, 0, 0, 0);
  memcpy (after, &parent, sizeof parent);
  memcpy (after + 1, children, sizeof children);
  if (rc == 0 ? children[0].bits.state != NULL || function == seed
      : objmode_error () && memcmp (before, after, sizeof before) == 0)
    return failed;
  printf ("# allocation %ld: %d, %s\n", n, rc,
	  objmode_error () ? objmode_error ()->message : "no error");
  return -1;
}

/* Return 1 if nothing leaks when the N-th allocation of FUNCTION fails COUNT
   times.  */
static int
clean_p (int (*function) (void), long n, int count)
{
  struct held before, after;

  if (count > FEW)
    collect ();
  before = held_now ();
  for (int i = 0; i < count; i++)
    {
      try_failing (function, n);
      objmode_clear_error ();
      if (plant)
	plant_leak (1);
    }
  if (count > FEW)
    collect ();
  after = held_now ();
  return !grown_p (before, after, count);
}

/* Let the allocations of FUNCTION fail.  Add how many there were to *ATTEMPTS.
   Return how many outcomes were wrong.  */
static int
sweep (int (*function) (void), long *attempts)
{
  int wrong = 0;

  for (long n = 1;; n++)
    {
      int failed = try_failing (function, n);
      if (failed == 0)
	return wrong;
      ++*attempts;
      if (failed < 0
	  || (failed == 2 && !clean_p (function, n, FEW)
	      && !clean_p (function, n, MANY) && !clean_p (function, n, MANY)))
	wrong++;
    }
}

int
main (int argc, char **argv)
{
  long attempts = 0;
  int wrong;

  for (int i = 1; i < argc; i++)
    {
      c |= strcmp (argv[i], "-c") == 0;
      plant |= strcmp (argv[i], "-plant") == 0;
    }
  if (seed () != 0 || spawn () != 0)
    return 1;
  wrong = sweep (seed, &attempts) + sweep (spawn, &attempts);
  objmode_rng_release (&parent);
  for (int i = 0; i < CHILDREN; i++)
    objmode_rng_release (&children[i]);
  printf ("allocations %ld, failed %d\n", attempts, wrong);
  return wrong != 0;
}
