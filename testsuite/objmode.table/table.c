/* table.c - Try each row of the table of conversions.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Prints PASS or FAIL, the type and the class of each row, and at the end
   how many rows there were.  */

#include <stdio.h>
#include "conversions.h"

int
main (void)
{
  int failed = 0;

  for (int i = 0; i < n_rows; i++)
    {
      const struct row *row = &rows[i];
      int tried = 0, wrong = 0;
      for (int d = 0; d < ASSIGNMENTS; d++)
	if (applies_p (row, d))
	  {
	    const char *outcome = try_row (row, d);
	    tried++;
	    if (outcome)
	      printf ("# %s %s, %s: %s\n", row->type->name, row->class,
		      direction_name (row, d), outcome);
	    wrong += outcome != NULL;
	  }
      /* A row that is tried nowhere tests nothing.  */
      printf ("%s: %s %s%s\n", tried && !wrong ? "PASS" : "FAIL",
	      row->type->name, row->verdict == READS ? "in: " : "",
	      row->class);
      failed += !tried || wrong;
    }
  printf ("rows %d, failed %d\n", n_rows, failed);
  return failed != 0;
}
