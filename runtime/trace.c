/* trace.c - The file of OBJMODE_TRACE: events for trace viewers.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The format is the JSON array of Chrome's trace events.  Viewers take an
   array without its end, so a process that dies leaves a file of use.
   Everything here is protected by the lock of stats.c.

   Any thread may be here; the GIL is not needed.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "libobjmode.h"

static FILE *file;		/* NULL: no trace.  */
static char *file_name;
static int events;		/* The file has one.  */

/* Write TEXT as a string of JSON.  Bytes that are no UTF-8 are written as
   characters of Latin-1.  */

static void
put_string (const char *text)
{
  const unsigned char *s = (const unsigned char *) text;

  putc ('"', file);
  while (*s)
    {
      int n = ol_utf8_length (s);

      if (n == 0 || *s < 0x20 || *s == '"' || *s == '\\')
	{
	  fprintf (file, "\\u%04x", *s);
	  n = 1;
	}
      else
	fwrite (s, 1, n, file);
      s += n;
    }
  putc ('"', file);
}

/* Begin an event of KIND ("X", "M") on this thread; what is special to it,
   from a comma on, and its brace follow.  */

static void
begin_event (const char *kind)
{
  fprintf (file, "%s{\"ph\":\"%s\",\"pid\":%ld,\"tid\":%ld",
	   events ? ",\n" : "", kind, (long) getpid (),
	   (long) syscall (SYS_gettid));
  events = 1;
}

/* Write the name and the time of an event from START to END, in
   nanoseconds; the format has microseconds.  */

static void
put_span (const char *name, int64_t start, int64_t end)
{
  fprintf (file, ",\"cat\":\"objmode\",\"name\":");
  put_string (name);
  fprintf (file, ",\"ts\":%.3f,\"dur\":%.3f", 1e-3 * start,
	   1e-3 * (end - start));
}

/* Open FILE_NAME and begin the array.  Return 1 or 0.  */

static int
open_file (void)
{
  events = 0;
  file = fopen (file_name, "we");
  if (!file)
    {
      ol_complain ("objmode: OBJMODE_TRACE: cannot write %s: %s\n",
		   file_name, strerror (errno));
      return 0;
    }
  fputs ("[\n", file);
  begin_event ("M");
  fputs (",\"name\":\"process_name\",\"args\":{\"name\":", file);
  put_string (program_invocation_short_name);
  fputs ("}}", file);
  return 1;
}

/* Begin the trace in the file NAME, unless NAME is NULL or "".  Return 1 if a
   trace has begun, else 0.  */

int
ol_trace_start (const char *name)
{
  if (!name || !name[0] || !(file_name = strdup (name)))
    return 0;
  return open_file ();
}

/* Write that BLOCK was crossed at TIMES.  */

void
ol_trace (const struct __objmode_block *block,
	  const struct objmode_times *times)
{
  char *name;

  if (!file)
    return;
  name = ol_format ("%s:%d", block->file, (int) block->line);
  begin_event ("X");
  put_span (name ? name : "block", times->start, times->left);
  free (name);
  fputs (",\"args\":{\"function\":", file);
  put_string (block->function);
  fprintf (file, ",\"failed\":%s,\"bytes copied\":%llu}}",
	   times->failed ? "true" : "false",
	   (unsigned long long) times->copied);
  begin_event ("X");
  put_span ("waiting for the GIL", times->start, times->entered);
  putc ('}', file);
  begin_event ("X");
  put_span ("Python", times->called, times->returned);
  putc ('}', file);
}

/* End the file.  */

void
ol_trace_end (void)
{
  if (!file)
    return;
  fputs ("\n]\n", file);
  if (fclose (file) != 0)
    ol_complain ("objmode: OBJMODE_TRACE: cannot write %s: %s\n",
		 file_name, strerror (errno));
  file = NULL;
}

/* Write what is in the buffer.  */

void
ol_trace_flush (void)
{
  if (file)
    fflush (file);
}

/* In a child of fork, after ol_trace_flush in the parent: go on in a file
   of its own, FILE.PID.  */

void
ol_trace_in_child (void)
{
  char *name;

  if (!file)
    return;
  fclose (file);
  file = NULL;
  name = ol_format ("%s.%ld", file_name, (long) getpid ());
  if (!name)
    return;
  free (file_name);
  file_name = name;
  open_file ();
}
