/* markers.h - Preprocessed units whose markers can be damaged.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of mutate.c.  A marker is what the plugin writes into a preprocessed
   file for each block: a typedef whose attribute has strings, the records
   (plugin/text/marker.def), and declarations for the clauses.  Any program may
   have changed them before the plugin reads them.  */

#ifndef MARKERS_H
#define MARKERS_H

#include "tokens.h"

static size_t below (size_t n);
static bool word_is (const struct token *x, const char *word);

/* The text of damaged records.  It is used anew for each mutant.  */
static char record_memory[1 << 16];
static size_t record_used;

/* Return the position of a token of T that begins a record, that is, of a
   string in an attribute of a marker, chosen at random; T->n if there is
   none.  */

static size_t
random_record (const struct tokens *t)
{
  size_t start = below (t->n);

  for (size_t k = 0; k < t->n; k++)
    {
      size_t i = (start + k) % t->n;

      if (!word_is (&t->list[i], "__objmode__"))
	continue;
      /* One of the strings before the end of the attribute.  */
      for (size_t n = below (12), last = t->n; ++i < t->n;)
	if (t->list[i].text[0] == '"')
	  {
	    last = i;
	    if (n-- == 0)
	      return i;
	  }
	else if (t->list[i].text[0] == ')')
	  {
	    if (last < t->n)
	      return last;
	    break;
	  }
    }
  return t->n;
}

/* Return the position of a token of T whose text begins with "__objmode_",
   the name of a declaration of a marker, chosen at random; T->n if there is
   none.  */

static size_t
random_marker_name (const struct tokens *t)
{
  size_t start = below (t->n);

  for (size_t k = 0; k < t->n; k++)
    {
      size_t i = (start + k) % t->n;

      if (t->list[i].length > 11
	  && !memcmp (t->list[i].text, "__objmode_", 10))
	return i;
    }
  return t->n;
}

/* Return the N bytes at BYTES followed by the string TAIL and then by the M
   bytes at MORE, as a token in the memory of records; an empty token if there
   is no room.  */

static struct token
join (const char *bytes, size_t n, const char *tail, const char *more,
      size_t m)
{
  size_t middle = strlen (tail), length = n + middle + m;
  char *p = record_memory + record_used;

  if (length > sizeof record_memory - record_used)
    return (struct token) { "", 0 };
  record_used += length;
  memcpy (p, bytes, n);
  memcpy (p + n, tail, middle);
  memcpy (p + n + middle, more, m);
  return (struct token) { p, length };
}

/* Return the token X, a string or a name, with a random change of a number in
   it; X if it has none.  */

static struct token
other_number (struct token x)
{
  static const char *const numbers[]
    = { "", "0", "1", "2", "9", "-1", "00000000", "2147483647", "4294967296",
	"99999999999999999999999", "1e9", "0x7f", "%s%n" };
  size_t at = below (x.length), end;

  while (at < x.length && !isdigit ((unsigned char) x.text[at]))
    at++;
  for (end = at; end < x.length && isdigit ((unsigned char) x.text[end]);)
    end++;
  if (at == end)
    return x;
  return join (x.text, at, numbers[below (sizeof numbers / sizeof *numbers)],
	       x.text + end, x.length - end);
}

/* Return the token X, a string, with a byte of it changed, dropped or added,
   or with its end cut off.  */

static struct token
other_bytes (struct token x)
{
  static const char wanted[] = "abcdefgnorsvxABCDFKMOPTUVXYZ:,( \\\"%\x80\xff";
  char byte[2] = { 0 };
  size_t at;

  if (x.length < 2)
    return x;
  at = 1 + below (x.length - 1);
  byte[0] = 1 + below (255);
  if (below (4))
    byte[0] = wanted[below (sizeof wanted - 1)];
  switch (below (5))
    {
    case 0:	/* The letter that says what the record is.  */
      return join (x.text, 1, byte, x.text + 2,
		   x.length > 2 ? x.length - 2 : 0);
    case 1:
      return join (x.text, at, byte, x.text + at, x.length - at);
    case 2:
      return join (x.text, at, "", x.text + at + 1, x.length - at - 1);
    case 3:
      return join (x.text, at, "\"", "", 0);
    default:
      return join (x.text, at, byte, x.text + at + 1, x.length - at - 1);
    }
}

/* Set *BEGIN and *END to the tokens of T between which a declaration of a
   marker stands, chosen at random: all of it, from "__extension__" up to the
   semicolon.  Return whether there is one.  */

static bool
random_declaration (const struct tokens *t, size_t *begin, size_t *end)
{
  size_t at = random_marker_name (t);
  int depth = 0;

  if (at == t->n)
    return false;
  for (*begin = at; *begin > 0; --*begin)
    if (word_is (&t->list[*begin], "__extension__"))
      break;
    else if (t->list[*begin].text[0] == ';')
      {
	++*begin;
	break;
      }
  for (*end = *begin; *end < t->n; ++*end)
    {
      char c = t->list[*end].length == 1 ? t->list[*end].text[0] : ' ';

      depth += (c == '(') - (c == ')');
      if (c == ';' && depth <= 0)
	{
	  ++*end;
	  break;
	}
    }
  return true;
}

/* Take a declaration of a marker out of T, put it elsewhere, or double it, or
   put one of FROM, another unit, into T.  */

static void
move_declaration (struct tokens *t, const struct tokens *from)
{
  struct tokens copy = { 0 };
  size_t begin, end, how = below (4);

  if (!random_declaration (how == 3 ? from : t, &begin, &end))
    return;
  copy_tokens (&copy, 0, how == 3 ? from : t, begin, end - begin);
  if (how < 2)
    close_gap (t, begin, end - begin);
  if (how > 0)
    {
      size_t at = below (t->n + 1);

      /* In front of another marker, the copy is where one may stand.  */
      if (below (2))
	random_declaration (t, &at, &end);
      copy_tokens (t, at, &copy, 0, copy.n);
    }
  free (copy.list);
}

/* Damage a marker of T once.  FROM is another unit.  */

static void
damage_marker (struct tokens *t, const struct tokens *from)
{
  size_t i = random_record (t), j = random_record (from), k;
  struct token x;

  switch (below (9))
    {
    case 0:
    case 1:
      if (i < t->n)
	t->list[i] = other_bytes (t->list[i]);
      break;
    case 2:
      if (i < t->n)
	t->list[i] = other_number (t->list[i]);
      break;
    case 3:
      if (i < t->n && j < from->n)
	t->list[i] = from->list[j];
      break;
    case 4:	/* A record goes, with its comma.  */
      close_gap (t, i, i < t->n ? 1 + below (3) : 0);
      break;
    case 5:	/* A record twice, or one of another marker beside it.  */
      if (i == t->n || j == from->n)
	break;
      x = below (2) ? t->list[i] : from->list[j];
      open_gap (t, i, 2);
      t->list[i] = x;
      t->list[i + 1] = (struct token) { ",", 1 };
      break;
    case 6:	/* Two records of the unit change places.  */
      k = random_record (t);
      if (i == t->n)
	break;
      x = t->list[i];
      t->list[i] = t->list[k];
      t->list[k] = x;
      break;
    case 7:
      move_declaration (t, from);
      break;
    case 8:
      k = random_marker_name (t);
      if (k < t->n)
	t->list[k] = other_number (t->list[k]);
      break;
    }
}

/* Change a byte of a token of T, whatever it is.  */

static void
damage_byte (struct tokens *t)
{
  size_t i = below (t->n);

  if (t->list[i].length > 0)
    t->list[i] = t->list[i].length > 1
      ? other_bytes (t->list[i])
      : join ("", 0, "", (const char[]) { 1 + below (255) }, 1);
}

#endif /* MARKERS_H */
