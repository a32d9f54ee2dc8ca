/* decode.cc - Reading the text of a marker.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `clause'.  The records are those of text/marker.def.  They
   may come from a preprocessed file, which another version of the plugin has
   made, or which somebody has changed.  So nothing in them is trusted: a
   record that the plugin does not write makes the whole marker malformed.

   Output: FILE, LINE, CLAUSES, TEXT, POSITIONS, MACROS, UNSEEN and more.  */

#include "parse/parse.h"
#include "block/query.h"
#include "types/declared.h"
#include "tools/python.h"

/* Add to BLOCK the clause "k:LINE:COLUMN:NAME", S.  Return false if S is not a
   clause.  */

static bool
decode_clause (struct objmode_block *block, const char *s)
{
  struct objmode_clause c;
  int line, column, number;

  memset (&c, 0, sizeof c);
  if (!objmode_clause_of_letter (s[0], &c.kind) || s[1] != ':')
    return false;
  s += 2;
  if (!objmode_take_position (&s, ':', &line, &column) || *s == '\0')
    return false;
  c.name = xstrdup (s);
  c.loc = objmode_location (block->file, line, column, block->loc);
  c.operand_loc = c.loc;
  if (c.kind == OBJMODE_CLAUSE_BAD)
    {
      if (!objmode_take_number (&s, '\0', &number)
	  || objmode_marker_message_text (number) == NULL)
	return false;
      c.message = (enum objmode_marker_message) number;
    }
  block->clauses.safe_push (c);
  return true;
}

/* Note that the last clause of BLOCK comes from the macro S.  Return false if
   there is no such clause.  */

static bool
decode_expanded (struct objmode_block *block, const char *s)
{
  if (block->clauses.is_empty () || *s == '\0')
    return false;
  block->clauses.last ().macro = xstrdup (s);
  return true;
}

/* Add to BLOCK the macro "REASON:NAME", S, that its text does not see.  Return
   false if S does not have that form.  */

static bool
decode_unseen (struct objmode_block *block, const char *s)
{
  if (*s == '\0' || strchr ("ceps", *s) == NULL || s[1] != ':'
      || s[2] == '\0')
    return false;
  struct objmode_unseen_macro unseen
    = { (enum objmode_marker_macro) *s, xstrdup (objmode_python_name (s + 2)) };
  block->unseen.safe_push (unseen);
  return true;
}

/* Give what the operand "LINE:COLUMN:LABEL", S, says to the last clause of
   BLOCK.  Return false if S is not an operand, or there is no such clause.  */

static bool
decode_operand (struct objmode_block *block, const char *s)
{
  int line, column;

  if (block->clauses.is_empty ()
      || !objmode_take_position (&s, ':', &line, &column))
    return false;
  struct objmode_clause *c = &block->clauses.last ();
  c->operand_loc = objmode_location (block->file, line, column, c->loc);
  if (*s != '\0'
      && objmode_clause_operand (c->kind) != OBJMODE_OPERAND_LABEL)
    return false;
  if (*s != '\0')
    c->label = xstrdup (s);
  return true;
}

/* Give the type string "LINE:COLUMN:TYPE", S, to the last clause of BLOCK.
   Return false if S does not have that form, or there is no clause that has a
   type.  */

static bool
decode_type (struct objmode_block *block, const char *s)
{
  if (block->clauses.is_empty ())
    return false;
  struct objmode_clause *c = &block->clauses.last ();
  if (objmode_clause_role (c->kind) != OBJMODE_ROLE_VARIABLE
      || !objmode_take_position (&s, ':', &c->type_line, &c->type_column))
    return false;
  c->type = xstrdup (s);
  c->type_loc = objmode_location (block->file, c->type_line, c->type_column,
				  c->loc);
  return true;
}

/* Set the kind of the body of BLOCK from S.  Return false if S is not a kind
   of body.  */

static bool
decode_body (struct objmode_block *block, const char *s)
{
  block->c_body = s[0] == 'c';
  block->early = s[0] == 'r';
  block->mixed = s[0] == 'm' || block->early;
  block->unquoted = s[0] == 'q';
  block->unterminated = s[0] == 'u';
  if (block->c_body)
    return s[1] == '\0';
  if ((!block->mixed && !block->unquoted && !block->unterminated)
      || s[1] != ':')
    return false;
  s += 2;
  return objmode_take_position (&s, '\0', &block->mixed_line,
				&block->mixed_column);
}

/* Set the place for a clause of BLOCK from "LINE:COLUMN:STYLE", S.  Return
   false if S does not have that form.  */

static bool
decode_place (struct objmode_block *block, const char *s)
{
  if (!objmode_take_position (&s, ':', &block->fix_line, &block->fix_column))
    return false;
  block->fix_style = *s;
  return *s != '\0' && strchr (",(n", *s) != NULL && s[1] == '\0';
}

/* Add to BLOCK the position "LINE:COLUMN:C_LINE:C_COLUMN" of its text, S.
   Return false if S does not have that form.  */

static bool
decode_text_position (struct objmode_block *block, const char *s)
{
  struct objmode_pyposition p;

  if (!objmode_take_position (&s, ':', &p.line, &p.column)
      || !objmode_take_position (&s, '\0', &p.c_line, &p.c_column))
    return false;
  block->positions.safe_push (p);
  return true;
}

/* Set the version of Python that the C body of BLOCK is for from S.  Return
   false if S is not a number.  */

static bool
decode_python (struct objmode_block *block, const char *s)
{
  char *end;
  block->python = strtoul (s, &end, 0);
  return ISDIGIT (*s) && *end == '\0';
}

/* Set *FIELD to a copy of S.  Return false if it has been set before.  */

static bool
set_once (const char **field, const char *s)
{
  if (*field != NULL)
    return false;
  *field = xstrdup (s);
  return true;
}

/* Add to BLOCK what the record S of its marker says.  S is not the first
   record.  Return false if S is not a record.  */

static bool
decode_record (struct objmode_block *block, const char *s)
{
  const char *rest = s + 1;

  switch (s[0])
    {
    case OBJMODE_MARKER_FILE:
      return set_once (&block->file, rest);
    case OBJMODE_MARKER_BEGIN:
      return objmode_take_position (&rest, '\0', &block->line, &block->column);
    case OBJMODE_MARKER_PLACE:
      return decode_place (block, rest);
    case OBJMODE_MARKER_MODULE:
      block->module = true;
      return *rest == '\0';
    case OBJMODE_MARKER_BODY:
      return decode_body (block, rest);
    case OBJMODE_MARKER_PYTHON:
      return decode_python (block, rest);
    case OBJMODE_MARKER_CLAUSE:
      return decode_clause (block, rest);
    case OBJMODE_MARKER_EXPANDED:
      return decode_expanded (block, rest);
    case OBJMODE_MARKER_OPERAND:
      return decode_operand (block, rest);
    case OBJMODE_MARKER_TYPE:
      return decode_type (block, rest);
    case OBJMODE_MARKER_MACRO:
      block->macros.safe_push (xstrdup (objmode_python_name (rest)));
      return *rest != '\0';
    case OBJMODE_MARKER_UNSEEN:
      return decode_unseen (block, rest);
    case OBJMODE_MARKER_POSITION:
      return decode_text_position (block, rest);
    case OBJMODE_MARKER_NUL:
      return objmode_take_position (&rest, '\0', &block->nul.line,
			    &block->nul.column);
    case OBJMODE_MARKER_TEXT:
      return set_once (&block->text, rest);
    default:
      return false;
    }
}

/* Return the version of the marker whose arguments are ARGS, or -1 if they are
   not the arguments of a marker.  */

int
objmode_marker_version (tree args)
{
  const char *s = args != NULL_TREE ? objmode_string_of (args) : NULL;
  int version;

  if (s == NULL || *s++ != OBJMODE_MARKER_NUMBER
      || !objmode_take_number (&s, '\0', &version))
    return -1;
  return version;
}

/* Read the arguments ARGS of a marker into BLOCK, whose LOC is set.  Return
   false if they are not those of a marker of this plugin's version: the first
   record is the version, the last one the text.  */

static bool
decode_marker (struct objmode_block *block, tree args)
{
  if (objmode_marker_version (args) != OBJMODE_MARKER_VERSION)
    return false;
  for (tree a = TREE_CHAIN (args); a != NULL_TREE; a = TREE_CHAIN (a))
    {
      const char *record = objmode_string_of (a);
      if (record == NULL || block->text != NULL
	  || !decode_record (block, record))
	return false;
    }
  return block->file != NULL && block->line > 0 && block->text != NULL;
}

/* Return a new block for the typedef MARKER with the number ID, whose
   attribute has the arguments ARGS.  Return NULL if these are not the
   arguments of a marker.  The block is never freed.  */

struct objmode_block *
objmode_new_block (tree marker, int id, tree args)
{
  struct objmode_block *block = XCNEW (struct objmode_block);

  block->id = id;
  block->marker = marker;
  block->loc = DECL_SOURCE_LOCATION (marker);
  if (!decode_marker (block, args))
    {
      free (block);
      return NULL;
    }
  block->loc
    = objmode_location (block->file, block->line, block->column,
			linemap_resolve_location (line_table, block->loc,
						  LRK_MACRO_EXPANSION_POINT,
						  NULL));
  return block;
}
