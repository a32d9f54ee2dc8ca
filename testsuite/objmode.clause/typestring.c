/* Unit test of plugin/text/typestring.c, which is compiled in: the grammar, the
   messages and the ranges that they are about; then damaged strings, which
   must neither read nor point outside.  Silent on success.  */
/* { dg-do run } */

/* Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <stdio.h>
#include <stdlib.h>

#include "../../plugin/text/typestring.c"

/* TEXT and what it is: "[static ][copy ]NAME[ (DIM, ...)]", a DIM being
   EXTENT:STRIDE, and `;' standing behind a level; or the culprit, between
   quotes, and the message.  */

struct string_case
{
  const char *text, *want;
};

static const struct string_case cases[] = {
  { "boolean", "boolean" },
  { " int8 ", "int8" },
  { "types.uint64", "uint64" },
  { "unicode_type", "unicode_type" },
  { "str", "str" },
  { "object", "object" },
  { "float64[:]", "float64 (:)" },
  { "float64[::1]", "float64 (:1c)" },
  { "float64 [ : , :: 1 ]", "float64 (:, :1c)" },
  { "types.float64[::1, :]", "float64 (:1c, :)" },
  { "static float64[:]", "static float64 (:)" },
  { "copy intp[n]", "copy intp (n:)" },
  { "copy static intp[n]", "static copy intp (n:)" },
  { "static copy intp[n]", "static copy intp (n:)" },
  { "static [n]", "static  (n:)" },
  { "[n]", " (n:)" },
  { "[ n ,m ]", " (n:, m:)" },
  { "float64[n : ld, m]", "float64 (n:ld, m:)" },
  { "[n:ld,m:2]", " (n:ld, m:2)" },
  { "[f(a, b), g[i, 1] : (x ? 1 : 2)]", " (f(a, b):, g[i, 1]:(x ? 1 : 2))" },
  { "[a ? b : c]", " (a ? b : c:)" },
  { "[a ? b : c : d ? e : f]", " (a ? b : c:d ? e : f)" },
  { "[a ? b ? 1 : 2 : 3 : 4]", " (a ? b ? 1 : 2 : 3:4)" },
  { "[a ?: b]", " (a ?: b:)" },
  { "[p->n + ']', sizeof \",:]\"]", " (p->n + ']':, sizeof \",:]\":)" },
  { "['\\'' , 1]", " ('\\'':, 1:)" },
  { "[n /* a, b : ] */, 2]", " (n /* a, b : ] */:, 2:)" },
  { "[({ int x = n; x; })]", " (({ int x = n; x; }):)" },
  { "int8[n][m]", "int8 (n:; m:)" },
  { "[a] [b][c, d : 2]", " (a:; b:; c:, d:2)" },
  { "[:][f[i]][::1]", " (:; f[i]:; :1c)" },
  { "bytes[n]", "bytes (n:)" },
  { "str[n]", "str (n:)" },

  { "", "'' missing type" },
  { "  ", "'  ' missing type" },
  { "static", "static " },
  { " copy ", "copy " },
  { "copy copy int8", "'copy' duplicate prefix" },
  { "flot64[n]", "'flot64' unknown type" },
  { "types.", "'types.' unknown type" },
  { "types.types.int8", "'types.types.int8' unknown type" },
  { "np.int8", "'np.int8' unknown type" },
  { "Int8", "'Int8' unknown type" },
  { "*int8", "'*' expected a type or '['" },
  { "int8 *", "'*' extra text after the type" },
  { "int8 x", "'x' extra text after the type" },
  { "int8[n] x", "'x' extra text after ']'" },
  { "int8[n][m] x", "'x' extra text after ']'" },
  { "[a, b][c]", "'[a, b]' brackets in front of others have one extent" },
  { "[n:2][m]", "'[n:2]' brackets in front of others have one extent" },
  { "[::1][m]", "'[::1]' brackets in front of others have one extent" },
  { "[n][]", "']' empty dimension" },
  { "int8[", "'[' expected ']'" },
  { "int8[n", "'[n' expected ']'" },
  { "int8[n,", "'[n,' expected ']'" },
  { "int8[]", "']' empty dimension" },
  { "int8[,n]", "',' empty dimension" },
  { "int8[n, ]", "']' empty dimension" },
  { "int8[:n]", "':' expected an extent before ':'" },
  { "int8[n:]", "':' expected a stride after ':'" },
  { "int8[n:1:2]", "':' too many ':' in a dimension" },
  { "int8[n::1]", "':' too many ':' in a dimension" },
  { "int8[::2]", "'::2' expected '1' after '::'" },
  { "int8[::]", "'::' expected '1' after '::'" },
  { "int8[::1, ::1]", "'::1' duplicate '::1'" },
  { "int8[:, ::1, :]",
    "'::1' '::1' outside the first and the last dimension" },
  { "int8[(n]", "']' unbalanced parentheses" },
  { "int8[(n", "'(' unbalanced parentheses" },
  { "int8[n)]", "')' unbalanced parentheses" },
  { "int8[\"n]", "'\"n]' missing terminating quote" },
  { "int8['\\", "''\\' missing terminating quote" },
  { "int8[n /* x]", "'/* x]' unterminated comment" },
  { "int8[a ? b]", "'a ? b' expected ':' in conditional expression" },
  { "bytes[n, m]", "'m' too many dimensions" },
  { "str[:, :]", "':' too many dimensions" },
  { "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]",
    "'1' too many dimensions" }
};

/* Put what the parser says of TEXT, LENGTH bytes, into BUFFER, SIZE
   bytes.  */

static void
describe (const char *text, size_t length, char *buffer, size_t size)
{
  struct objmode_typestring ts;
  size_t begin, end;
  const char *message
    = objmode_parse_typestring (text, length, &ts, &begin, &end);
  int at;

  if (begin > end || end > length)
    message = "range outside the string";
  if (message)
    {
      snprintf (buffer, size, "'%.*s' %s", (int) (end - begin), text + begin,
		message);
      return;
    }
  at = snprintf (buffer, size, "%s%s%s%s", ts.is_static ? "static " : "",
		 ts.is_copy ? "copy " : "", objmode_tsname_spelling (ts.name),
		 ts.is_array ? " (" : "");
  for (int i = 0; i < ts.ndim; i++)
    {
      const struct objmode_tsdim *d = &ts.dims[i];

      if (d->extent_begin > d->extent_end || d->extent_end > length
	  || d->stride_begin > d->stride_end || d->stride_end > length)
	abort ();
      at += snprintf (buffer + at, size - at, "%s%.*s:%.*s%s",
		      i == 0 ? "" : i <= ts.levels ? "; " : ", ", (int) (d->extent_end - d->extent_begin),
		      text + d->extent_begin,
		      (int) (d->stride_end - d->stride_begin),
		      text + d->stride_begin, d->contiguous ? "c" : "");
    }
  if (ts.is_array)
    snprintf (buffer + at, size - at, ")");
}

/* Parse the string of the case C with bytes of it changed and left out,
   each time in memory that ends with it.  */

static void
damage (const struct string_case *c)
{
  static const char bytes[] = ":,[]()?'\"\\/* 1n\xff";
  static char buffer[4096];
  size_t length = strlen (c->text);

  for (size_t i = 0; i < length; i++)
    for (size_t j = 0; j <= sizeof bytes; j++)
      {
	size_t n = j == sizeof bytes ? i : length;
	char *copy = malloc (n ? n : 1);

	if (!copy)
	  abort ();
	memcpy (copy, c->text, n);
	if (j < sizeof bytes)
	  copy[i] = bytes[j];
	describe (copy, n, buffer, sizeof buffer);
	free (copy);
      }
}

int
main (void)
{
  static char buffer[4096];
  static char deep[1000];
  int failures = 0;

  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    {
      const struct string_case *c = &cases[i];

      describe (c->text, strlen (c->text), buffer, sizeof buffer);
      if (strcmp (buffer, c->want))
	{
	  printf ("\"%s\":\n  got  %s\n  want %s\n", c->text, buffer,
		  c->want);
	  failures++;
	}
      damage (c);
    }
  memset (deep, '(', sizeof deep);
  deep[0] = '[';
  describe (deep, sizeof deep, buffer, sizeof buffer);
  if (strcmp (buffer, "'(' parentheses nested too deeply"))
    {
      printf ("deep: %s\n", buffer);
      failures++;
    }
  return failures != 0;
}
