/* tokens.h - C files as lists of tokens that can be damaged.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of mutate.c.  */

#ifndef TOKENS_H
#define TOKENS_H

#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of a file of the corpus.  */
struct token
{
  const char *text;
  size_t length;
};

/* What a mutant is made of: tokens, of which N are used.  */
struct tokens
{
  struct token *list;
  size_t n, allocated;
};

/* Print MESSAGE and what errno says, and end.  */

static void
die (const char *message)
{
  fprintf (stderr, "mutate: %s: %s\n", message, strerror (errno));
  exit (2);
}

/* Make room in T for EXTRA tokens at position AT; their contents are
   undefined.  */

static void
open_gap (struct tokens *t, size_t at, size_t extra)
{
  if (t->n + extra > t->allocated)
    {
      t->allocated = 2 * (t->n + extra) + 64;
      t->list = realloc (t->list, t->allocated * sizeof *t->list);
      if (!t->list)
	die ("tokens");
    }
  memmove (t->list + at + extra, t->list + at,
	   (t->n - at) * sizeof *t->list);
  t->n += extra;
}

/* Take COUNT tokens, or as many as there are, at AT out of T.  */

static void
close_gap (struct tokens *t, size_t at, size_t count)
{
  if (count > t->n - at)
    count = t->n - at;
  memmove (t->list + at, t->list + at + count,
	   (t->n - at - count) * sizeof *t->list);
  t->n -= count;
}

/* Insert a copy of COUNT tokens, or as many as there are, of FROM, another
   list, from position FIRST on, into T at AT.  */

static void
copy_tokens (struct tokens *t, size_t at, const struct tokens *from,
	     size_t first, size_t count)
{
  if (count > from->n - first)
    count = from->n - first;
  open_gap (t, at, count);
  memcpy (t->list + at, from->list + first, count * sizeof *t->list);
}

/* Return where the raw string that begins at S, before END, ends; NULL if it
   is none.  */

static const char *
raw_string_end (const char *s, const char *end)
{
  const char *open;
  size_t length;

  if (end - s < 2 || s[0] != 'R' || s[1] != '"')
    return NULL;
  open = memchr (s, '(', end - s);
  if (!open)
    return NULL;
  /* Of R"DELIMITER(...)DELIMITER".  */
  length = open - (s + 2);
  for (const char *p = open + 1; length <= 16 && end - p >= (long) length + 2;
       p++)
    if (p[0] == ')' && !memcmp (p + 1, s + 2, length)
	&& p[length + 1] == '"')
      return p + length + 2;
  return NULL;
}

/* Return the length of the token at S, before END: a word, blanks, a string;
   else one byte.  If INSIDE, the text of a raw string is tokens like any
   other.  */

static size_t
token_length (const char *s, const char *end, bool inside)
{
  const char *p = inside ? NULL : raw_string_end (s, end);

  if (p)
    return p - s;
  p = s + 1;
  if (isalnum ((unsigned char) *s) || *s == '_')
    while (p < end && (isalnum ((unsigned char) *p) || *p == '_'))
      p++;
  else if (isspace ((unsigned char) *s))
    while (p < end && isspace ((unsigned char) *p))
      p++;
  else if (*s == '"' && s[-1] != 'R')
    {
      while (p < end && *p != '"' && *p != '\n')
	p += *p == '\\' && p + 1 < end ? 2 : 1;
      if (p < end && *p == '"')
	return p + 1 - s;
      p = s + 1;
    }
  return p - s;
}

#endif /* TOKENS_H */
