/* memory.c - Each allocation of a row of the table of conversions fails.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   memory [-STEP] [-cold] [-c] [-lasting] [-all] [-plant]: try each STEP-th
   row in each direction with its first allocation failing, with its second,
   and so on until none fails.  Each time the outcome is that of the row or a
   MemoryError, or what CPython itself makes of it, and nothing more is held
   than before.

     -c	      malloc fails, not CPython's allocators
     -lasting what comes after the allocation that fails, fails too; with -c
	      only, since CPython may then loop for ever
     -all     each one; else of the later ones, which are those that tell the
	      error, a sample
     -cold    the first run of each block, without looking for leaks
     -plant   as if the failures were not told and something were kept: what
	      must be found  */

#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "conversions.h"
#include "sweep.h"

/* How often the first time, and the second, when garbage is collected.  */
#define FEW 4
#define MANY 40

static int step = 1, cold, c, lasting, all, plant;
static long attempts;

/* For blocks without an error clause.  */
static void
go_on (const objmode_error_info *error)
{
  (void) error;
}

/* Return 1 if ERROR is what CPython makes of the exception of ROW without
   memory: 3.11 loses one for whose traceback it has none, and PyErr_Format
   leaves the message out.  */
static int
cpython_p (const struct row *row, const objmode_error_info *error)
{
  size_t n = strlen (error->message);

  if (strcmp (error->type, "SystemError") == 0)
    return (strstr (error->message,
		    "returned NULL without setting an exception") != NULL
	    || strcmp (error->message,
		       "error return without exception set") == 0);
  return (n == 0 && row->error && strcmp (error->type, row->error) == 0
	  && row->verdict == RAISES);
}

/* Try ROW in DIRECTION with its N-th allocation failing.  Return what
   fail_allocation says, or -1 if the failure was not told.  */
static int
try_failing (const struct row *row, int direction, long n)
{
  const objmode_error_info *error;
  const char *outcome;
  int failed;

  objmode_clear_error ();
  /* NumPy's reductions crash without memory, so no allocation below what the
     text and other Python code calls fails in these rows.  */
  fail_allocation (n, lasting, c, numpy_p (row, direction));
  outcome = try_row (row, direction);
  failed = fail_allocation (0, 0, 0, 0);
  error = objmode_error ();
  if (!failed
      || (!plant && (!outcome
		     || (error && (strcmp (error->type, "MemoryError") == 0
				   || cpython_p (row, error))))))
    return failed;
  printf ("# %s %s, %s: allocation %ld: %s; %s: %s\n", row->type->name,
	  row->class, direction_name (row, direction), n,
	  outcome ? outcome : "", error ? error->type : "no error",
	  error ? error->message : "");
  return -1;
}

/* Return 1 if nothing leaks when the N-th allocation of ROW in DIRECTION fails
   COUNT times.  */
static int
clean_p (const struct row *row, int direction, long n, int count)
{
  struct held before, after;

  if (count > FEW)
    collect ();
  before = held_now ();
  for (int i = 0; i < count; i++)
    {
      try_failing (row, direction, n);
      objmode_clear_error ();
      if (plant)
	plant_leak (1);
    }
  if (count > FEW)
    collect ();
  after = held_now ();
  if (!grown_p (before, after, count))
    return 1;
  if (count > FEW)
    printf ("# %s %s, %s: allocation %ld failed %d times: %+ld references, "
	    "%+ld blocks, %+ld mallocs\n", row->type->name, row->class,
	    direction_name (row, direction), n, count,
	    after.references - before.references,
	    after.blocks - before.blocks, after.mallocs - before.mallocs);
  return 0;
}

/* Let the allocations of ROW in DIRECTION fail, one after the other.  Return
   1 if all was right.  */
static int
right_p (const struct row *row, int direction)
{
  int right = 1, failed;

  if (!cold)
    try_row (row, direction);
  for (long n = 1;; n += all || n < 40 ? 1 : n / 4)
    {
      failed = try_failing (row, direction, n);
      attempts += failed != 0;
      if (failed == 0)
	return right;
      if (failed < 0)
	right = 0;
      /* What fills a cache does so once, what leaks does always.  */
      if (failed == 2 && !cold && !clean_p (row, direction, n, FEW)
	  && !clean_p (row, direction, n, MANY)
	  && !clean_p (row, direction, n, MANY))
	right = 0;
    }
}

int
main (int argc, char **argv)
{
  int tried = 0, failed = 0;

  for (int i = 1; i < argc; i++)
    {
      const char *a = argv[i] + 1;
      cold |= strcmp (a, "cold") == 0;
      c |= strcmp (a, "c") == 0;
      lasting |= strcmp (a, "lasting") == 0;
      all |= strcmp (a, "all") == 0;
      plant |= strcmp (a, "plant") == 0;
      if (atoi (a) > 0)
	step = atoi (a);
    }
  objmode_set_error_handler (go_on);
  /* A start that has failed cannot be tried again.  */
  if (objmode_start (NULL) != 0)
    return 2;
  collect ();
  for (int i = 0; i < n_rows; i += step)
    for (int d = 0; d < ASSIGNMENTS; d++)
      if (applies_p (&rows[i], d))
	{
	  tried++;
	  failed += !right_p (&rows[i], d);
	}
  printf ("tried %d, allocations %ld, failed %d\n", tried, attempts, failed);
  return failed != 0;
}
