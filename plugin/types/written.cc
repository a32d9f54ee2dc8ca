/* written.cc - Reading the strings of declarations about types.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The records are those that lex/declaration.cc has written.  They are kept in
   the attributes of members, which a precompiled header restores, and are read
   each time that somebody asks for them.  They may come from a preprocessed
   file that somebody has changed, so nothing in them is trusted.  */

#include "types/declared.h"
#include "block/query.h"

/* Return the string that ARGUMENT, of an attribute, is, or NULL if it is
   something else, or a string of wide characters or with null characters.  */

const char *
objmode_string_of (tree argument)
{
  tree value = TREE_VALUE (argument);

  if (value == NULL_TREE || TREE_CODE (value) != STRING_CST
      || TYPE_PRECISION (TREE_TYPE (TREE_TYPE (value))) != BITS_PER_UNIT)
    return NULL;
  const char *text = TREE_STRING_POINTER (value);
  size_t length = TREE_STRING_LENGTH (value);
  return length > 0 && strnlen (text, length) == length - 1 ? text : NULL;
}

/* Give the extent or the stride S, "<sort><dimension>:<tokens>", to W.  Return
   false if S does not have that form.  */

static bool
read_extent (const char *s, struct objmode_written *w)
{
  char sort = *s++;
  int d;

  if ((sort != 'x' && sort != 's') || !objmode_take_number (&s, ':', &d)
      || d < 0 || d >= OBJMODE_TS_MAX_DIMS || *s != '\n')
    return false;
  (sort == 'x' ? w->extents : w->strides)[d] = s;
  return true;
}

/* Return true if W has tokens for each expression of its type string, and no
   others.  */

static bool
complete_p (const struct objmode_written *w)
{
  for (int d = 0; d < OBJMODE_TS_MAX_DIMS; d++)
    {
      const struct objmode_tsdim *dim = &w->ts.dims[d];
      bool given = (d < w->ts.ndim && !dim->contiguous
		    && dim->extent_begin != dim->extent_end);
      bool strided = (d < w->ts.ndim && !dim->contiguous
		      && dim->stride_begin != dim->stride_end);
      if (given != (w->extents[d] != NULL)
	  || strided != (w->strides[d] != NULL))
	return false;
    }
  return true;
}

/* Read RECORDS, the name of the file, a string and its extents, into W.
   OTHERWISE is the place for messages if theirs is not known.  Return false if
   they are not what the plugin writes.  */

bool
objmode_read_written (tree records, location_t otherwise,
		      struct objmode_written *w)
{
  memset (w, 0, sizeof *w);
  w->loc = otherwise;
  for (tree r = records; r != NULL_TREE; r = TREE_CHAIN (r))
    {
      const char *s = objmode_string_of (r);
      if (s == NULL)
	return false;
      if (*s == OBJMODE_MARKER_FILE && w->file == NULL)
	w->file = s + 1;
      else if (*s == OBJMODE_MARKER_TYPE && w->text == NULL)
	{
	  s++;
	  if (!objmode_take_position (&s, ':', &w->line, &w->column))
	    return false;
	  w->text = s;
	}
      else if (*s != OBJMODE_MARKER_EXTENT || !read_extent (s + 1, w))
	return false;
    }
  if (w->file == NULL || w->text == NULL)
    return false;
  w->loc = objmode_location (w->file, w->line, w->column, otherwise);
  w->message = objmode_parse_typestring (w->text, strlen (w->text), &w->ts,
					 &w->begin, &w->end);
  return w->message != NULL || complete_p (w);
}

/* Return the location of the bytes BEGIN to END - 1 of the string W.  */

location_t
objmode_written_location (const struct objmode_written *w, size_t begin,
			  size_t end)
{
  location_t start = objmode_location (w->file, w->line, w->column + begin,
				       w->loc);
  location_t finish
    = objmode_location (w->file, w->line,
			w->column + (end > begin ? end - 1 : begin), start);
  return make_location (start, start, finish);
}

/* Return true if the tokens A and B, either of which may be NULL, are the
   same apart from where they stand.  */

static bool
tokens_alike_p (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  while (*a != '\0' && *b != '\0')
    {
      /* Behind a newline there is the offset.  */
      if (*a == '\n' && *b == '\n')
	{
	  a += strcspn (a, ":");
	  b += strcspn (b, ":");
	}
      else if (*a++ != *b++)
	return false;
    }
  return *a == *b;
}

/* Return true if A and B, which have no error, say the same.  */

bool
objmode_written_alike_p (const struct objmode_written *a,
			 const struct objmode_written *b)
{
  if (a->ts.name != b->ts.name || a->ts.is_static != b->ts.is_static
      || a->ts.is_copy != b->ts.is_copy || a->ts.ndim != b->ts.ndim)
    return false;
  for (int d = 0; d < a->ts.ndim; d++)
    if (a->ts.dims[d].contiguous != b->ts.dims[d].contiguous
	|| !tokens_alike_p (a->extents[d], b->extents[d])
	|| !tokens_alike_p (a->strides[d], b->strides[d]))
      return false;
  return true;
}
