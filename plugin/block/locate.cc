/* locate.cc - Positions inside string literals, fix-it hints.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   libcpp has no location for a point inside a raw string.  There is
   nearly always an ordinary line map that covers its line, though: that
   of the token, or of a token near it.  */

#include "block/query.h"

/* Return a location for LINE (from 1) and COLUMN (from 1) of FILE, or
   OTHERWISE if no line map has it.  */

location_t
objmode_location (const char *file, int line, int column,
		  location_t otherwise)
{
  if (file == NULL || line <= 0 || column <= 0)
    return otherwise;
  for (unsigned i = LINEMAPS_ORDINARY_USED (line_table); i-- > 0;)
    {
      line_map_ordinary *map = LINEMAPS_ORDINARY_MAP_AT (line_table, i);
      if (ORDINARY_MAP_FILE_NAME (map) == NULL
	  || strcmp (ORDINARY_MAP_FILE_NAME (map), file) != 0
	  || (int) ORDINARY_MAP_STARTING_LINE_NUMBER (map) > line)
	continue;
      location_t loc
	= linemap_position_for_line_and_column (line_table, map, line,
						column);
      expanded_location x = expand_location (loc);
      /* A map covers only some lines; a line with many columns has another map
	 for the later ones.  */
      if (x.line == line && x.column == column && x.file != NULL
	  && strcmp (x.file, file) == 0)
	return loc;
    }
  return otherwise;
}

/* Set *C_LINE and *C_COLUMN (from 0) to where LINE, COLUMN of the text of
   BLOCK lies in the C file.  Return false if that is unknown.  */

static bool
text_position (const struct objmode_block *block, int line, int column,
	       int *c_line, int *c_column)
{
  unsigned low = 0, high = block->positions.length ();

  /* The positions are in the order of the text.  */
  while (low < high)
    {
      unsigned middle = (low + high) / 2;
      const struct objmode_pyposition *p = &block->positions[middle];
      if (p->line < line || (p->line == line && p->column <= column))
	low = middle + 1;
      else
	high = middle;
    }
  if (line <= 0 || low == 0)
    return false;
  const struct objmode_pyposition *best = &block->positions[low - 1];
  *c_line = best->c_line + (line - best->line);
  *c_column = (line == best->line
	       ? best->c_column + (column - best->column) : column);
  return true;
}

/* Return the location of SPAN of the text of BLOCK, a range with the caret at
   its start, or the location of the block if that of SPAN is unknown.  */

location_t
objmode_text_location (const struct objmode_block *block,
		       const struct objmode_pyspan *span)
{
  int line, column, end_line, end_column;

  if (span == NULL
      || !text_position (block, span->line, span->column, &line, &column))
    return block->loc;
  location_t start = objmode_location (block->file, line, column + 1,
				       block->loc);
  if (start == block->loc
      || !text_position (block, span->end_line, span->end_column, &end_line,
			 &end_column)
      || end_line != line || end_column <= column + 1)
    return start;
  location_t finish = objmode_location (block->file, end_line, end_column,
					start);
  return make_location (start, start, finish);
}

/* Return the location of the bytes BEGIN to END - 1 of the type string of
   clause C of BLOCK.  */

location_t
objmode_type_location (const struct objmode_block *block,
		       const struct objmode_clause *c, size_t begin,
		       size_t end)
{
  location_t start = objmode_location (block->file, c->type_line,
				       c->type_column + begin, c->type_loc);
  location_t finish
    = objmode_location (block->file, c->type_line,
			c->type_column + (end > begin ? end - 1 : begin),
			start);
  return make_location (start, start, finish);
}

/* Add to RICHLOC the hint to add CLAUSE to the annotation of BLOCK, if it
   is known where.  The first clause in a pair of parentheses needs no comma,
   so only one hint is given for it: the user may apply all hints.  */

void
objmode_add_clause_fixit (rich_location *richloc,
			  const struct objmode_block *block,
			  const char *clause)
{
  /* The blocks that have been given such a hint.  */
  static vec<const struct objmode_block *> hinted;

  if (block->fix_style == 0)
    return;
  for (unsigned i = 0; i < hinted.length (); i++)
    if (hinted[i] == block)
      return;
  location_t loc = objmode_location (block->file, block->fix_line,
				     block->fix_column, UNKNOWN_LOCATION);
  if (loc == UNKNOWN_LOCATION)
    return;
  char *text;
  switch (block->fix_style)
    {
    case ',':
      text = concat (", ", clause, NULL);
      richloc->add_fixit_insert_after (loc, text);
      break;
    case '(':
      text = xstrdup (clause);
      richloc->add_fixit_insert_before (loc, text);
      break;
    default:
      text = concat (" (", clause, ")", NULL);
      richloc->add_fixit_insert_before (loc, text);
      break;
    }
  free (text);
  if (block->fix_style != ',')
    hinted.safe_push (block);
}
