/* grammar.c - The grammar of type strings, fed with any bytes.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   LLVMFuzzerTestOneInput is what libFuzzer calls.  With -DREPLAY there is a
   main that feeds it the files that its arguments name.  With -DPLANTED a
   parsed `float32[:]' reads behind its memory.  */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "../../plugin/text/typestring.c"

/* End with MESSAGE unless OK.  */

static void
expect (bool ok, const char *message)
{
  if (ok)
    return;
  fprintf (stderr, "grammar: %s\n", message);
  abort ();
}

/* Check that [BEGIN, END) is a range of LENGTH bytes.  */

static void
check_range (size_t begin, size_t end, size_t length)
{
  expect (begin <= end && end <= length, "range outside the string");
}

/* Check what the parser made of a string of LENGTH bytes, TS.  */

static void
check_parsed (const struct objmode_typestring *ts, size_t length)
{
  expect (ts->name < OBJMODE_TS_COUNT, "no such name");
  expect (ts->ndim >= 0 && ts->ndim <= OBJMODE_TS_MAX_DIMS, "ndim");
  expect (ts->is_array == (ts->ndim > 0), "array without dimensions");
  expect (ts->levels >= 0 && ts->levels <= (ts->ndim ? ts->ndim - 1 : 0),
	  "levels");
  expect (ts->name != OBJMODE_TS_NONE || ts->is_array || ts->is_static
	  || ts->is_copy, "nothing");
  check_range (ts->name_begin, ts->name_end, length);
  for (int i = 0; i < ts->ndim; i++)
    {
      const struct objmode_tsdim *d = &ts->dims[i];

      check_range (d->extent_begin, d->extent_end, length);
      check_range (d->stride_begin, d->stride_end, length);
      expect (!d->contiguous || d->extent_begin == d->extent_end,
	      "contiguous with an extent");
    }
}

/* Write TS, parsed from TEXT, as a type string into BUFFER, SIZE bytes.
   Return its length.  */

static size_t
unparse (const struct objmode_typestring *ts, const char *text, char *buffer,
	 size_t size)
{
  size_t n = snprintf (buffer, size, "%s%s%s", ts->is_static ? "static " : "",
		       ts->is_copy ? "copy " : "",
		       objmode_tsname_spelling (ts->name));

  for (int i = 0; i < ts->ndim; i++)
    {
      const struct objmode_tsdim *d = &ts->dims[i];
      size_t extent = d->extent_end - d->extent_begin;
      size_t stride = d->stride_end - d->stride_begin;

      expect (n + extent + stride + 8 < size, "unparsed string is too long");
      buffer[n++] = i > ts->levels ? ',' : '[';
      memcpy (buffer + n, text + d->extent_begin, extent);
      n += extent;
      if (d->contiguous)
	buffer[n++] = ':';
      if (stride || !extent)
	buffer[n++] = ':';
      memcpy (buffer + n, text + d->stride_begin, stride);
      n += stride;
      buffer[n++] = i < ts->levels || i == ts->ndim - 1 ? ']' : ' ';
    }
  return n;
}

/* Parse TEXT, LENGTH bytes, into TS and check the result.  Return whether it
   is a type string.  */

static bool
parse_checked (const char *text, size_t length,
	       struct objmode_typestring *ts)
{
  size_t begin, end;
  const char *message
    = objmode_parse_typestring (text, length, ts, &begin, &end);

  check_range (begin, end, length);
  if (message)
    expect (message[0] != '\0' && message[0] != ' ', "message");
  else
    check_parsed (ts, length);
  return !message;
}

/* Parse DATA, SIZE bytes.  What is parsed and written again must mean the
   same.  Return 0.  */

extern int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  struct objmode_typestring ts, again;
  /* Its end is the end of the memory, for the sanitizer.  */
  char *text = malloc (size ? size : 1);
  size_t room = size + 8 * OBJMODE_TS_MAX_DIMS + 64, length;
  char *buffer = malloc (room);

  expect (text && buffer, "memory");
  if (size)
    memcpy (text, data, size);
  if (parse_checked (text, size, &ts))
    {
      length = unparse (&ts, text, buffer, room);
      expect (parse_checked (buffer, length, &again), "written again: error");
      expect (again.name == ts.name && again.ndim == ts.ndim
	      && again.is_static == ts.is_static
	      && again.is_copy == ts.is_copy
	      && again.levels == ts.levels
	      && again.is_array == ts.is_array, "written again: another");
      for (int i = 0; i < ts.ndim; i++)
	expect (again.dims[i].contiguous == ts.dims[i].contiguous
		&& (again.dims[i].extent_end - again.dims[i].extent_begin
		    == ts.dims[i].extent_end - ts.dims[i].extent_begin),
		"written again: another dimension");
#ifdef PLANTED
      if (ts.name == OBJMODE_TS_FLOAT32 && ts.is_array)
	expect (((volatile char *) text)[size] != 1, "planted");
#endif
    }
  free (buffer);
  free (text);
  return 0;
}

#ifdef REPLAY
/* Feed the files of the arguments, and their beginnings.  */

int
main (int argc, char **argv)
{
  static uint8_t data[1 << 16];

  for (int i = 1; i < argc; i++)
    {
      FILE *f = fopen (argv[i], "rb");
      size_t n;

      if (!f)
	{
	  perror (argv[i]);
	  return 2;
	}
      n = fread (data, 1, sizeof data, f);
      fclose (f);
      for (size_t length = 0; length <= n; length++)
	LLVMFuzzerTestOneInput (data, length);
    }
  printf ("grammar: %d files replayed\n", argc - 1);
  return argc < 2;
}
#endif
