/* leaks.c - Nothing of a row of the table of conversions is kept.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   leaks [STEP [PLANT]]: try each STEP-th row several times in each direction.
   With PLANT each time an object is kept besides: all rows must fail.  */

#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>
#include "conversions.h"
#include "sweep.h"

/* How often the first time, and the second, when garbage is collected.  */
#define FEW 6
#define MANY 60

/* Hold some more objects.  */
static void
leak (void)
{
  with_objmode () { R"(
    import sys
    sys.modules.setdefault('planted', []).append([object(), object(), object()])
  )"; }
}

/* Return 1 if ROW leaks nothing in DIRECTION, being tried N times.  */
static int
clean_p (const struct row *row, int direction, int n, int plant)
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
	leak ();
    }
  if (n > FEW)
    collect ();
  after = held_now ();
  /* A NumPy for the ordinary Python works with a debug build, but does not
     count references there.  */
  if (numpy_p (row, direction))
    after.references = before.references;
  if (!grown_p (before, after, n))
    return 1;
  if (n > FEW)
    printf ("# %s %s, %s: %d times, %+ld references, %+ld blocks, %+ld "
	    "mallocs\n", row->type->name, row->class,
	    direction_name (row, direction), n,
	    after.references - before.references,
	    after.blocks - before.blocks, after.mallocs - before.mallocs);
  return 0;
}

int
main (int argc, char **argv)
{
  int step = argc > 1 ? atoi (argv[1]) : 1, plant = argc > 2;
  int tried = 0, failed = 0;

  for (int i = 0; i < n_rows; i += step)
    for (int d = 0; d < ASSIGNMENTS; d++)
      if (applies_p (&rows[i], d))
	{
	  tried++;
	  /* What fills a cache does so once, what leaks does always.  */
	  failed += (!clean_p (&rows[i], d, FEW, plant)
		     && !clean_p (&rows[i], d, MANY, plant)
		     && !clean_p (&rows[i], d, MANY, plant));
	}
  printf ("references %s, tried %d, failed %d\n",
	  held_now ().references > 0 ? "counted" : "not counted", tried,
	  failed);
  return failed != 0;
}
