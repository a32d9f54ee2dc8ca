/* declaration.cc - Declarations about types become attributes.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   These are the declarations of text/declarations.def.  In the place of

     double *u __attribute__ ((objmode_extents ("[ny, nx]")));
     __attribute__ ((objmode_members (struct grid, v = "[n]")));

   libcpp reads

     double *u __attribute__ ((__objmode_extents__ ("N...", "Y...", "E...")));
     __extension__ typedef __typeof__ (struct grid) __objmode_members_1_2
       __attribute__ ((__objmode_members__ ("N...", "N...", "Y...")));

   The strings are records as in a marker.  They have the extents as tokens
   whose macros are expanded, because what stands here is read now, while the
   names in it are looked up where a block uses the type.  */

#include "block.h"
#include "lex/marker.h"
#include "lex/annotate.h"
#include "lex/tokens.h"

/* A token of an extent in a type string.  */
struct place
{
  location_t loc;
  unsigned offset;		/* In the type string.  */
};

/* Return a name that no program has, which ends the tokens of an extent.  */

static const char *
end_name (void)
{
  return "__objmode_end__";
}

/* Append to OUT the tokens of the C text TEXT + BEGIN to TEXT + END - 1, which
   lie from START on, and where each of them is to PLACES.  */

static void
push_extent (objmode_tokens *out, vec<place> *places, const char *text,
	     size_t begin, size_t end, location_t start)
{
  unsigned first = out->length ();
  objmode_push_c_part (out, text + begin, end - begin, start, true);
  unsigned column = expand_location (start).column;
  for (unsigned i = first; i < out->length (); i++)
    {
      location_t loc = (*out)[i].src_loc;
      place p = { loc, (unsigned) begin
		  + expand_location (loc).column - column };
      places->safe_push (p);
    }
}

/* Append to *RECORD the token T, which stands at OFFSET of a type string.  */

static void
add_token (struct marker_writer *w, char **record, const cpp_token *t,
	   unsigned offset)
{
  const unsigned char *spelling = cpp_token_as_text (w->pfile, t);
  char *longer = xasprintf ("%s\n%u:%s", *record, offset,
			    (const char *) spelling);
  free (*record);
  *record = longer;
}

/* Write the extent, or if STRIDE the stride, of dimension D of the type string
   TYPE at LOC, which is TYPE + BEGIN to TYPE + END - 1.  libcpp reads the
   tokens once, so that it expands macros.  A token of an expansion counts as
   being where the macro is.  */

static void
add_extent (struct marker_writer *w, const char *type, location_t loc,
	    size_t begin, size_t end, int d, bool stride)
{
  location_t start
    = linemap_position_for_loc_and_offset (line_table, get_start (loc),
					   1 + begin);
  objmode_tokens tokens = vNULL;
  auto_vec<place> places;
  char *record = xasprintf ("%c%d:", stride ? 's' : 'x', d);
  unsigned next = 0;

  push_extent (&tokens, &places, type, begin, end, start);
  objmode_push_name (&tokens, end_name (), start, NO_EXPAND);
  objmode_give_back (w->pfile, tokens);
  for (;;)
    {
      const cpp_token *ahead = objmode_peek (w->pfile);
      if (objmode_end_token_p (ahead))
	break;
      cpp_token t = objmode_take (w->pfile);
      if (objmode_token_named (&t, end_name ()))
	break;
      unsigned at = next;
      while (at < places.length () && places[at].loc != t.src_loc)
	at++;
      bool own = at < places.length ();
      if (!own)
	at = MIN (next, places.length () - 1);
      add_token (w, &record, &t, places[at].offset);
      if (own)
	next = at + 1;
    }
  objmode_add_record (w, OBJMODE_MARKER_EXTENT, "%s", record);
  free (record);
  tokens.release ();
}

/* Write the extents and strides of the type string TYPE at LOC.  */

static void
add_extents (struct marker_writer *w, const char *type, location_t loc)
{
  struct objmode_typestring ts;
  size_t b, e;

  if (objmode_parse_typestring (type, strlen (type), &ts, &b, &e) != NULL)
    return;
  for (int d = 0; d < ts.ndim; d++)
    {
      const struct objmode_tsdim *dim = &ts.dims[d];
      if (dim->extent_begin != dim->extent_end && !dim->contiguous)
	add_extent (w, type, loc, dim->extent_begin, dim->extent_end, d,
		    false);
      if (dim->stride_begin != dim->stride_end && !dim->contiguous)
	add_extent (w, type, loc, dim->stride_begin, dim->stride_end, d, true);
    }
}

/* Write the record ID, "LINE:COLUMN:TEXT", about the token T.  */

static void
add_placed (struct marker_writer *w, enum objmode_marker_record id,
	    const cpp_token *t, const char *text)
{
  expanded_location at = expand_location (objmode_written (t->src_loc));
  objmode_add_record (w, id, "%d:%d:%s", at.line, at.column, text);
}

/* Write that the token T is where MESSAGE is true.  */

static void
add_fault (struct marker_writer *w, const cpp_token *t,
	   enum objmode_marker_message message)
{
  char number[16];
  sprintf (number, "%d", message);
  add_placed (w, OBJMODE_MARKER_FAULT, t, number);
}

/* Write the string that TOKENS[BEGIN] to TOKENS[END - 1], literals, are, of a
   declaration of the sort WHAT.  */

static void
add_string (struct marker_writer *w, enum objmode_declaration what,
	    unsigned begin, unsigned end)
{
  location_t loc = objmode_spelling (w->a->tokens[begin].src_loc);
  char *text = objmode_literals_value (w, begin, end);
  expanded_location at = expand_location (loc);

  objmode_add_record (w, OBJMODE_MARKER_TYPE, "%d:%d:%s", at.line,
		      at.column + 1, text);
  if (objmode_declaration_strings (what) == OBJMODE_STRINGS_EXTENTS)
    add_extents (w, text, loc);
  free (text);
}

/* Return the index behind the literals that begin at TOKENS[I] of W, at most
   END.  */

static unsigned
behind_literals (const struct marker_writer *w, unsigned i, unsigned end)
{
  while (i < end && objmode_string_token_p (&w->a->tokens[i]))
    i++;
  return i;
}

/* Write `NAME = string', TOKENS[BEGIN] to TOKENS[END - 1] of W, in a
   declaration of the sort WHAT.  NAME may have parts, as in `fields.v'.  */

static void
add_entry (struct marker_writer *w, enum objmode_declaration what,
	   unsigned begin, unsigned end)
{
  const objmode_tokens &tokens = w->a->tokens;
  char *path = xstrdup ("");
  unsigned i = begin;

  for (; i < end && tokens[i].type == ((i - begin) % 2 ? CPP_DOT : CPP_NAME);
       i++)
    {
      char *longer
	= concat (path, (i - begin) % 2 ? "."
		  : (const char *) NODE_NAME (tokens[i].val.node.node), NULL);
      free (path);
      path = longer;
    }
  unsigned string = i + 1, last = behind_literals (w, string, end);
  if ((i - begin) % 2 == 0 || i >= end || tokens[i].type != CPP_EQ
      || string == last || last != end)
    /* If the entry is empty, the token behind it is at fault.  */
    add_fault (w, &tokens[MIN (begin == end ? end : last < end ? i : begin,
			       tokens.length () - 1)],
	       OBJMODE_MESSAGE_NO_NAME);
  else
    {
      add_placed (w, OBJMODE_MARKER_NAMED, &tokens[begin], path);
      add_string (w, what, string, end);
    }
  free (path);
}

/* Return the index of the comma that ends what begins at TOKENS[I] of W, or
   END.  */

static unsigned
next_comma (const struct marker_writer *w, unsigned i, unsigned end)
{
  for (int depth = 0; i < end; i++)
    {
      enum cpp_ttype type = w->a->tokens[i].type;
      if (type == CPP_COMMA && depth == 0)
	return i;
      depth += ((type == CPP_OPEN_PAREN || type == CPP_OPEN_BRACE
		 || type == CPP_OPEN_SQUARE)
		- (type == CPP_CLOSE_PAREN || type == CPP_CLOSE_BRACE
		   || type == CPP_CLOSE_SQUARE));
    }
  return end;
}

/* Write what stands in TOKENS[BEGIN] to TOKENS[END - 1] of W, a declaration of
   the sort WHAT about a type.  Return the index behind the type.  */

static unsigned
add_entries (struct marker_writer *w, enum objmode_declaration what,
	     unsigned begin, unsigned end)
{
  const objmode_tokens &tokens = w->a->tokens;
  unsigned type_end = next_comma (w, begin, end), i = type_end;
  char *spelling = xstrdup ("");

  for (unsigned k = begin; k < type_end; k++)
    {
      char *longer
	= concat (spelling, k > begin ? " " : "",
		  (const char *) cpp_token_as_text (w->pfile, &tokens[k]),
		  NULL);
      free (spelling);
      spelling = longer;
    }
  add_placed (w, OBJMODE_MARKER_NAMED, &tokens[begin], spelling);
  free (spelling);
  if (type_end == begin)
    add_fault (w, &tokens[begin], OBJMODE_MESSAGE_NO_TYPE);
  else if (type_end == end)
    add_fault (w, &tokens[end], OBJMODE_MESSAGE_NO_NAME);
  while (i < end)
    {
      unsigned entry = i + 1;
      i = next_comma (w, entry, end);
      add_entry (w, what, entry, i);
    }
  return type_end;
}

/* Append to OUT the declaration of the sort WHAT that A has read, whose tokens
   come from PFILE.  */

void
objmode_write_declaration (cpp_reader *pfile, struct objmode_annotation *a,
			   enum objmode_declaration what, objmode_tokens *out)
{
  static int counter;
  struct marker_writer w;
  memset (&w, 0, sizeof w);
  w.pfile = pfile;
  w.a = a;
  /* `( ( WORD ( ... ) ) )'  */
  unsigned begin = 4, end = a->tokens.length () - 3, type_end = begin;
  expanded_location x = expand_location (objmode_spelling (a->loc));
  const char *word = objmode_declaration_word (what);

  objmode_add_record (&w, OBJMODE_MARKER_NUMBER, "%d", OBJMODE_MARKER_VERSION);
  objmode_add_record (&w, OBJMODE_MARKER_FILE, "%s", x.file);
  objmode_add_record (&w, OBJMODE_MARKER_BEGIN, "%d:%d", x.line, x.column);
  if (objmode_declaration_form (what) == OBJMODE_FORM_TYPE)
    {
      type_end = add_entries (&w, what, begin, end);
      objmode_push_c (out, "__extension__ typedef __typeof__ (", a->loc);
      if (type_end == begin)
	objmode_push_c (out, "int", a->loc);
      objmode_push_tokens (out, a->tokens, begin, type_end);
      /* A PCH may have such declarations too, with the same numbers.  */
      char *name = xasprintf (") __%s_%d_%u", word, ++counter,
			      (unsigned) htab_hash_string (x.file));
      objmode_push_c (out, name, a->loc);
      free (name);
    }
  else if (begin == end || behind_literals (&w, begin, end) != end)
    add_fault (&w, &a->tokens[begin], OBJMODE_MESSAGE_NO_EXTENTS);
  else
    {
      add_placed (&w, OBJMODE_MARKER_NAMED, &a->tokens[begin], "");
      add_string (&w, what, begin, end);
    }
  /* GCC 11 warns of an unused member, and a member needs no such word.  */
  char *attribute
    = xasprintf ("__attribute__ ((%s__%s__ (",
		 objmode_declaration_form (what) == OBJMODE_FORM_TYPE
		 ? "__unused__, " : "", word);
  objmode_push_c (out, attribute, a->loc);
  free (attribute);
  objmode_push_tokens (out, w.strings, 0, w.strings.length ());
  objmode_push_c (out, ")))", a->loc);
  w.strings.release ();
}
