/* rows-dump.c - Print the rows of the table of conversions for oracle.py.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   A line for each row: its verdict, its type and the size of that, then class,
   expression, C value, exception and text, as bytes in hexadecimal with a dot
   in front.  */

#include <stdio.h>
#include <string.h>
#include "conversions.h"

/* Print the N bytes at P.  */
static void
print_bytes (const void *p, size_t n)
{
  const unsigned char *bytes = p;

  printf (" .");
  for (size_t i = 0; p && i < n; i++)
    printf ("%02x", bytes[i]);
}

static void
print_text (const char *text)
{
  print_bytes (text, text ? strlen (text) : 0);
}

int
main (void)
{
  for (int i = 0; i < n_rows; i++)
    {
      const struct row *row = &rows[i];
      const struct type *type = row->type;
      printf ("%d %s %zu", row->verdict, type->short_name, type->size);
      print_text (row->class);
      print_text (row->expr);
      if (!row->expected)
	print_bytes (NULL, 0);
      else if (type->comparison == TEXT || type->comparison == BORROWED
	       || type->comparison >= OBJECT)
	{
	  const char *text = *(const char *const *) row->expected;
	  /* Nothing at all is a null pointer.  */
	  if (text)
	    print_text (text);
	  else
	    printf (" NULL");
	}
      else
	print_bytes (row->expected, type->size);
      print_text (row->error);
      print_text (row->text);
      puts ("");
    }
  return 0;
}
