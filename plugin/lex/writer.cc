/* writer.cc - Appending to the marker that is being written.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "lex/marker.h"
#include "lex/tokens.h"

/* Append the record ID, whose contents are FORMAT, to the arguments of W's
   marker.  */

void
objmode_add_record (struct marker_writer *w, enum objmode_marker_record id,
		    const char *format, ...)
{
  va_list ap;
  va_start (ap, format);
  char *contents = xvasprintf (format, ap);
  va_end (ap);
  char *record = xasprintf ("%c%s", id, contents);
  free (contents);
  if (!w->strings.is_empty ())
    objmode_push_c (&w->strings, ",", w->a->loc);
  objmode_push_string (&w->strings, record, w->a->loc);
  free (record);
}

/* Append the C text FORMAT at LOC to the declarations of W.  */

void
objmode_add_decl (struct marker_writer *w, location_t loc,
		  const char *format, ...)
{
  va_list ap;
  va_start (ap, format);
  char *text = xvasprintf (format, ap);
  va_end (ap);
  objmode_push_c (&w->decls, text, loc);
  free (text);
}

/* Return the value of the string literal T, malloced, as UTF-8.  If it has
   a null character before its end, set *NUL.  */

char *
objmode_literal_value (cpp_reader *pfile, const cpp_token *t, bool *nul)
{
  cpp_string value;
  *nul = false;
  if (!cpp_interpret_string (pfile, &t->val.str, 1, &value, CPP_UTF8STRING))
    return xstrdup ("");
  *nul = strlen ((const char *) value.text) + 1 < value.len;
  return (char *) value.text;
}

/* Return the value of the string literals TOKENS[BEGIN] to TOKENS[END - 1] of
   W's annotation, joined, malloced, as UTF-8.  */

char *
objmode_literals_value (struct marker_writer *w, unsigned begin, unsigned end)
{
  char *value = xstrdup ("");
  bool nul;

  for (unsigned i = begin; i < end; i++)
    {
      char *piece = objmode_literal_value (w->pfile, &w->a->tokens[i], &nul);
      char *longer = concat (value, piece, NULL);
      free (value);
      free (piece);
      value = longer;
    }
  return value;
}
