/* typestring.c - Parse type strings: "float64[n : ld, m]".

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

     string:     prefix* type | prefix* [type] {level} '[' dimension
		 {',' dimension} ']'
     level:      '[' extent ']' | '[' ':' ']'
     prefix:     'static' | 'copy'
     type:       ['types.'] NAME of types.def
     dimension:  ':' | '::' '1' | extent | extent ':' stride

   Extents and strides are C expressions.  They are not parsed here.  A `,',
   `:' or `]' ends them if it is outside parentheses, brackets, braces, quotes
   and comments.  A `:' after a `?' is part of the expression.  The text may
   consist of any bytes.  */

#include <string.h>

#include "typestring.h"

enum { MAX_NESTING = 256 };

/* The state of the parser, with the first error.  */
struct parser
{
  const char *text;
  size_t length, at;
  struct objmode_typestring *ts;
  const char *message;
  size_t begin, end;
};

/* What types.def says of the types, by enum objmode_tsname.  */
static const struct { const char *spelling; int dims; } names[] = {
  { "", 0 },
#define OBJMODE_TYPE(ID, NAME, KIND, SIZE, SIGNED, DIMS) { NAME, DIMS },
#include "types.def"
#undef OBJMODE_TYPE
};

/* Return the spelling of NAME, "" for OBJMODE_TS_NONE.  */

const char *
objmode_tsname_spelling (enum objmode_tsname name)
{
  return (unsigned) name < OBJMODE_TS_COUNT ? names[name].spelling : "";
}

/* Note the error MESSAGE about the bytes [BEGIN, END) in P.  Return
   false.  */

static bool
fail (struct parser *p, const char *message, size_t begin, size_t end)
{
  p->message = message;
  p->begin = begin < p->length ? begin : p->length;
  p->end = end < p->length ? end : p->length;
  return false;
}

/* Note the error MESSAGE about the byte at which P is.  Return false.  */

static bool
fail_here (struct parser *p, const char *message)
{
  return fail (p, message, p->at, p->at + 1);
}

/* Return whether C is a blank.  */

static bool
blank_p (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Return whether C may be part of an identifier.  */

static bool
word_p (char c)
{
  return ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
	  || (c >= '0' && c <= '9') || c == '_' || (unsigned char) c >= 0x80);
}

/* Return the byte that is OFFSET bytes behind where P is, or NUL if that is
   behind the end.  */

static char
peek (const struct parser *p, size_t offset)
{
  return offset < p->length - p->at ? p->text[p->at + offset] : '\0';
}

/* Move P behind the blanks at which it is, if any.  */

static void
skip_blanks (struct parser *p)
{
  while (p->at < p->length && blank_p (p->text[p->at]))
    p->at++;
}

/* Return whether [BEGIN, END) of P's text is WORD.  */

static bool
word_is (const struct parser *p, size_t begin, size_t end, const char *word)
{
  size_t length = strlen (word);

  return end - begin == length && !memcmp (p->text + begin, word, length);
}

/* Look [BEGIN, END) up in the table of types and store it as the element
   type.  Return false if it is not in the table.  */

static bool
find_type (struct parser *p, size_t begin, size_t end)
{
  p->ts->name_begin = begin;
  p->ts->name_end = end;
  if (end - begin >= 6 && !memcmp (p->text + begin, "types.", 6))
    begin += 6;
  for (int i = OBJMODE_TS_NONE + 1; i < OBJMODE_TS_COUNT; i++)
    if (word_is (p, begin, end, names[i].spelling))
      {
	p->ts->name = i;
	return true;
      }
  return fail (p, "unknown type", p->ts->name_begin, end);
}

/* Note the prefix [BEGIN, END) by setting *FLAG.  Return false, after an
   error, if it was set already.  */

static bool
set_prefix (struct parser *p, bool *flag, size_t begin, size_t end)
{
  if (*flag)
    return fail (p, "duplicate prefix", begin, end);
  *flag = true;
  return true;
}

/* Parse the prefixes and the element type.  Return false after an error.  */

static bool
parse_type (struct parser *p)
{
  for (;;)
    {
      size_t begin, end;

      skip_blanks (p);
      begin = p->at;
      while (p->at < p->length && (word_p (p->text[p->at])
				   || p->text[p->at] == '.'))
	p->at++;
      end = p->at;
      if (word_is (p, begin, end, "static"))
	{
	  if (!set_prefix (p, &p->ts->is_static, begin, end))
	    return false;
	}
      else if (word_is (p, begin, end, "copy"))
	{
	  if (!set_prefix (p, &p->ts->is_copy, begin, end))
	    return false;
	}
      else if (begin < end)
	return find_type (p, begin, end);
      else if (peek (p, 0) == '[')
	return true;
      else if (p->at == p->length && (p->ts->is_static || p->ts->is_copy))
	return true;
      else if (p->at == p->length)
	return fail (p, "missing type", 0, p->length);
      else
	return fail_here (p, "expected a type or '['");
    }
}

/* Move P behind the string or character constant at which it is.  Return
   false if it has no end.  */

static bool
skip_quoted (struct parser *p)
{
  size_t begin = p->at;
  char quote = p->text[p->at++];

  while (p->at < p->length && p->text[p->at] != quote)
    p->at += p->text[p->at] == '\\' && p->length - p->at > 1 ? 2 : 1;
  if (p->at == p->length)
    return fail (p, "missing terminating quote", begin, p->length);
  p->at++;
  return true;
}

/* Move P behind the C comment at which it is.  Return false if it has no
   end.  */

static bool
skip_comment (struct parser *p)
{
  size_t begin = p->at;

  for (p->at += 2; p->at < p->length; p->at++)
    if (peek (p, 0) == '*' && peek (p, 1) == '/')
      {
	p->at += 2;
	return true;
      }
  return fail (p, "unterminated comment", begin, p->length);
}

/* Move P behind the parenthesis, bracket or brace at which it is, and what
   it holds.  Return false if they do not match.  */

static bool
skip_nested (struct parser *p)
{
  char closers[MAX_NESTING];
  size_t depth = 0, begin = p->at;

  while (p->at < p->length)
    {
      char c = p->text[p->at];

      if (c == '"' || c == '\'')
	{
	  if (!skip_quoted (p))
	    return false;
	  continue;
	}
      if (c == '/' && peek (p, 1) == '*')
	{
	  if (!skip_comment (p))
	    return false;
	  continue;
	}
      if (c == '(' || c == '[' || c == '{')
	{
	  if (depth == MAX_NESTING)
	    return fail_here (p, "parentheses nested too deeply");
	  closers[depth++] = c == '(' ? ')' : c == '[' ? ']' : '}';
	}
      else if (c == ')' || c == ']' || c == '}')
	{
	  if (c != closers[--depth])
	    return fail_here (p, "unbalanced parentheses");
	}
      p->at++;
      if (!depth)
	return true;
    }
  return fail (p, "unbalanced parentheses", begin, begin + 1);
}

/* Move P to the `,', `:' or `]' that ends the C expression at which it is,
   or to the end.  Store where the expression lies, without blanks around,
   in *BEGIN and *END.  Return false after an error.  */

static bool
parse_expression (struct parser *p, size_t *begin, size_t *end)
{
  size_t conditions = 0;

  skip_blanks (p);
  *begin = p->at;
  while (p->at < p->length)
    {
      char c = p->text[p->at];

      if (c == ',' || c == ']' || (c == ':' && !conditions))
	break;
      if (c == '"' || c == '\'')
	{
	  if (!skip_quoted (p))
	    return false;
	}
      else if (c == '(' || c == '[' || c == '{')
	{
	  if (!skip_nested (p))
	    return false;
	}
      else if (c == '/' && peek (p, 1) == '*')
	{
	  if (!skip_comment (p))
	    return false;
	}
      else if (c == ')' || c == '}')
	return fail_here (p, "unbalanced parentheses");
      else
	{
	  conditions += c == '?';
	  conditions -= c == ':';
	  p->at++;
	}
    }
  *end = p->at;
  while (*end > *begin && blank_p (p->text[*end - 1]))
    --*end;
  if (conditions)
    return fail (p, "expected ':' in conditional expression", *begin, *end);
  return true;
}

/* Parse what follows the `::' that begins at BEGIN, behind which P is, into
   DIM.  Return false after an error.  */

static bool
parse_contiguous (struct parser *p, struct objmode_tsdim *dim, size_t begin)
{
  if (!parse_expression (p, &dim->stride_begin, &dim->stride_end))
    return false;
  if (!word_is (p, dim->stride_begin, dim->stride_end, "1"))
    return fail (p, "expected '1' after '::'", begin,
		 dim->stride_end > begin + 2 ? dim->stride_end : begin + 2);
  dim->extent_begin = dim->extent_end = begin;
  dim->contiguous = true;
  return true;
}

/* Parse one dimension into DIM, up to the `,' or `]'.  Return false after an
   error.  */

static bool
parse_dimension (struct parser *p, struct objmode_tsdim *dim)
{
  size_t colon;

  skip_blanks (p);
  if (peek (p, 0) == ':' && peek (p, 1) == ':')
    {
      p->at += 2;
      return parse_contiguous (p, dim, p->at - 2);
    }
  if (!parse_expression (p, &dim->extent_begin, &dim->extent_end))
    return false;
  colon = p->at;
  if (peek (p, 0) != ':')
    {
      dim->stride_begin = dim->stride_end = p->at;
      if (dim->extent_begin == dim->extent_end && p->at < p->length)
	return fail_here (p, "empty dimension");
      return true;
    }
  p->at++;
  if (!parse_expression (p, &dim->stride_begin, &dim->stride_end))
    return false;
  if (peek (p, 0) == ':')
    return fail_here (p, "too many ':' in a dimension");
  if (dim->extent_begin == dim->extent_end)
    return (dim->stride_begin == dim->stride_end
	    || fail (p, "expected an extent before ':'", colon, colon + 1));
  if (dim->stride_begin == dim->stride_end)
    return fail (p, "expected a stride after ':'", colon, colon + 1);
  return true;
}

/* Check the dimensions that have been parsed.  Return false after an
   error.  */

static bool
check_dimensions (struct parser *p)
{
  const struct objmode_typestring *ts = p->ts;
  bool contiguous = false;

  for (int i = ts->levels; i < ts->ndim; i++)
    if (ts->dims[i].contiguous)
      {
	size_t begin = ts->dims[i].extent_begin;
	size_t end = ts->dims[i].stride_end;

	if (contiguous)
	  return fail (p, "duplicate '::1'", begin, end);
	if (i > ts->levels && i < ts->ndim - 1)
	  return fail (p, "'::1' outside the first and the last"
			  " dimension",
		       begin, end);
	contiguous = true;
      }
  int most = names[ts->name].dims;
  if (most > 0 && ts->ndim - ts->levels > most)
    return fail (p, "too many dimensions",
		 ts->dims[ts->levels + most].extent_begin,
		 ts->dims[ts->ndim - 1].stride_end);
  return true;
}

/* Parse the dimensions in a pair of brackets; P is at the `['.  Return false
   after an error.  */

static bool
parse_brackets (struct parser *p)
{
  struct objmode_typestring *ts = p->ts;
  size_t begin = p->at;

  do
    {
      p->at++;
      if (ts->ndim == OBJMODE_TS_MAX_DIMS)
	return fail_here (p, "too many dimensions");
      if (!parse_dimension (p, &ts->dims[ts->ndim]))
	return false;
      ts->ndim++;
    }
  while (peek (p, 0) == ',');
  if (peek (p, 0) != ']')
    return fail (p, "expected ']'", begin, p->length);
  p->at++;
  return true;
}

/* Parse the dimensions; P is at the `['.  Return false after an error.  */

static bool
parse_dimensions (struct parser *p)
{
  struct objmode_typestring *ts = p->ts;

  ts->is_array = true;
  for (;;)
    {
      int first = ts->ndim;
      size_t begin = p->at;

      if (!parse_brackets (p))
	return false;
      skip_blanks (p);
      if (peek (p, 0) != '[')
	return check_dimensions (p);
      if (ts->ndim != first + 1
	  || ts->dims[first].stride_begin != ts->dims[first].stride_end)
	return fail (p, "brackets in front of others have one extent", begin,
		     p->at);
      ts->levels++;
    }
}

/* Parse the whole of P's text.  Return false after an error.  */

static bool
parse (struct parser *p)
{
  if (!parse_type (p))
    return false;
  skip_blanks (p);
  if (peek (p, 0) == '[')
    {
      if (!parse_dimensions (p))
	return false;
      skip_blanks (p);
      if (p->at < p->length)
	return fail (p, "extra text after ']'", p->at, p->length);
    }
  else if (p->at < p->length)
    return fail (p, "extra text after the type", p->at, p->length);
  return true;
}

/* Parse TEXT, LENGTH bytes, into TS: see typestring.h.  */

const char *
objmode_parse_typestring (const char *text, size_t length,
			  struct objmode_typestring *ts,
			  size_t *begin, size_t *end)
{
  struct parser p = { .text = text, .length = length, .ts = ts };

  memset (ts, 0, sizeof *ts);
  *begin = *end = 0;
  if (!parse (&p))
    {
      *begin = p.begin;
      *end = p.end;
    }
  return p.message;
}
