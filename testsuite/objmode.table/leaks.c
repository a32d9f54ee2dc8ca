/* leaks.c - Nothing of a row of the table of conversions is kept.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   leaks [STEP [objects | reference]]: try each STEP-th row several times in
   each direction, after a first time, with which caches are filled.  With
   `objects' each time some objects are kept besides, with `reference' a
   reference to an old one: all rows must fail.  */

#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "conversions.h"
#include "sweep.h"

/* How often the first time, and the second, when garbage is collected.  */
#define FEW 6
#define MANY 60

/* What is planted.  */
static const char *plant;

/* Return 1 if ROW leaks nothing in DIRECTION, being tried N times.  */
static int
clean_p (const struct row *row, int direction, int n)
{
  struct held before, after;

  try_row (row, direction);
  objmode_clear_error ();
  if (n > FEW)
    collect ();
  before = held_now ();
  for (int i = 0; i < n; i++)
    {
      try_row (row, direction);
      objmode_clear_error ();
      if (plant)
	plant_leak (strcmp (plant, "objects") == 0);
    }
  if (n > FEW)
    collect ();
  after = held_now ();
  /* Those of NumPy are not in it; what is watched is.  */
  if (numpy_p (row, direction))
    after.references = before.references;
  if (n > FEW ? !grown_p (before, after, n / 2) : same_p (before, after))
    return 1;
  if (n > FEW)
    printf ("# %s %s, %s: %d times, %+ld references, %+ld watched, %+ld "
	    "blocks, %+ld mallocs\n", row->type->name, row->class,
	    direction_name (row, direction), n,
	    after.references - before.references,
	    after.watched - before.watched, after.blocks - before.blocks, after.mallocs - before.mallocs);
  return 0;
}

int
main (int argc, char **argv)
{
  int step = argc > 1 ? atoi (argv[1]) : 1;
  int tried = 0, counted = 0, failed = 0;
  long n_watched;

  plant = argc > 2 ? argv[2] : NULL;
  if (plant)
    plant_leak (strcmp (plant, "objects") == 0);
  for (int i = 0; i < n_rows; i += step)
    for (int d = 0; d < ASSIGNMENTS; d++)
      if (applies_p (&rows[i], d))
	try_row (&rows[i], d);
  objmode_clear_error ();
  n_watched = watch ();
  if (n_watched == 0)
    return 2;
  for (int i = 0; i < n_rows; i += step)
    for (int d = 0; d < ASSIGNMENTS; d++)
      if (applies_p (&rows[i], d))
	{
	  tried++;
	  counted += !numpy_p (&rows[i], d);
	  /* Mostly all stays the same.  Where it does not, what fills a cache
	     does so once, what leaks does always.  */
	  failed += (!clean_p (&rows[i], d, FEW) && !clean_p (&rows[i], d, MANY)
		     && !clean_p (&rows[i], d, MANY));
	}
  /* How many were tried, for how many of them a debug build has counted all
     references.  */
  printf ("watched %ld, counted %d, tried %d, failed %d\n", n_watched,
	  held_now ().references > 0 ? counted : 0, tried, failed);
  return failed != 0;
}
