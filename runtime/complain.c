/* complain.c - Messages of libobjmode and the core on the standard error.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Any thread may be here, with or without the GIL.  There is no lock but that
   of stderr.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include "libobjmode.h"

/* Print FORMAT filled in to the standard error, also if the program has made
   stderr wide-oriented, as fwprintf does; fprintf prints nothing then.  */

void
ol_complain (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (fwide (stderr, 0) <= 0)
    vfprintf (stderr, format, arguments);
  else
    {
      fflush (stderr);
      vdprintf (fileno (stderr), format, arguments);
    }
  va_end (arguments);
}

/* Return how many bytes at S are a character of UTF-8, or 0.  */

int
ol_utf8_length (const unsigned char *s)
{
  int n = (*s < 0x80 ? 1 : *s < 0xc2 ? 0 : *s < 0xe0 ? 2 : *s < 0xf0 ? 3
	   : *s < 0xf5 ? 4 : 0);

  for (int i = 1; i < n; i++)
    if ((s[i] & 0xc0) != 0x80)
      return 0;
  return n;
}

/* Return TEXT with its control characters, which a terminal would obey, and the
   bytes that are not UTF-8 written as in a literal: a new string, to be freed,
   or NULL.  */

char *
ol_printable (const char *text)
{
  const unsigned char *s = (const unsigned char *) text;
  char *result = malloc (4 * strlen (text) + 1), *end = result;

  if (!result)
    return NULL;
  while (*s)
    {
      int n = ol_utf8_length (s);
      int printed = (n > 1 ? s[0] != 0xc2 || s[1] >= 0xa0
		     : n == 1 && *s >= 0x20 && *s != 0x7f);

      for (int i = 0; i < (n ? n : 1); i++)
	if (printed)
	  *end++ = s[i];
	else
	  end += sprintf (end, "\\x%02x", s[i]);
      s += n ? n : 1;
    }
  *end = '\0';
  return result;
}
