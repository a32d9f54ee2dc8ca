/* clause.cc - The clauses, the text and its positions, from the marker.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Input: the arguments of the marker (marker.cc).
   Output: FILE, LINE, CLAUSES, TEXT, POSITIONS, MACROS.
   Errors: what is no clause, a clause given twice, a malformed type
   string, a body that is neither text nor C.  */

#include "stage.h"
#include "parse/parse.h"
#include "block/pending.h"
#include "block/locate.h"
#include "spellcheck.h"

/* Split "LINE:COLUMN:REST": set *LINE and *COLUMN, return REST.  */

static const char *
split_position (const char *s, int *line, int *column)
{
  char *end;
  *line = strtol (s, &end, 10);
  *column = *end == ':' ? strtol (end + 1, &end, 10) : 0;
  return *end == ':' ? end + 1 : end;
}

/* Add to BLOCK the clause of the record S, "k:LINE:COLUMN:NAME".  Return
   false if it is none.  */

static bool
decode_clause (struct objmode_block *block, const char *s)
{
  struct objmode_clause c;
  int line, column;

  if (s[0] < 'a' || s[0] - 'a' > OBJMODE_CLAUSE_BAD || s[1] != ':')
    return false;
  memset (&c, 0, sizeof c);
  c.kind = (enum objmode_clause_kind) (s[0] - 'a');
  c.name = xstrdup (split_position (s + 2, &line, &column));
  c.loc = objmode_location (block->file, line, column, block->loc);
  c.operand_loc = c.loc;
  block->clauses.safe_push (c);
  return true;
}

/* Give what the record S, "LINE:COLUMN:LABEL", says of its operand to the
   last clause of BLOCK.  */

static void
decode_operand (struct objmode_block *block, const char *s)
{
  int line, column;

  if (block->clauses.is_empty ())
    return;
  struct objmode_clause *c = &block->clauses.last ();
  const char *label = split_position (s, &line, &column);
  c->operand_loc = objmode_location (block->file, line, column, c->loc);
  if (*label != '\0')
    c->label = xstrdup (label);
}

/* Give the type string of the record S, "LINE:COLUMN:TYPE", to the last
   clause of BLOCK.  */

static void
decode_type (struct objmode_block *block, const char *s)
{
  if (block->clauses.is_empty ())
    return;
  struct objmode_clause *c = &block->clauses.last ();
  c->type = xstrdup (split_position (s, &c->type_line, &c->type_column));
  c->type_loc = objmode_location (block->file, c->type_line, c->type_column,
				  c->loc);
}

/* Add to BLOCK what the record S of its marker says.  Return false if it is
   no record.  */

static bool
decode_record (struct objmode_block *block, const char *s)
{
  const char *rest;
  switch (s[0])
    {
    case 'F':
      block->file = xstrdup (s + 1);
      break;
    case 'B':
      split_position (s + 1, &block->line, &block->column);
      break;
    case 'P':
      rest = split_position (s + 1, &block->fix_line, &block->fix_column);
      block->fix_style = *rest;
      break;
    case 'D':
      block->module = true;
      break;
    case 'X':
      block->c_body = s[1] == 'c';
      block->mixed = s[1] == 'm';
      block->unterminated = s[1] == 'u';
      if (block->mixed || block->unterminated)
	split_position (s + 3, &block->mixed_line, &block->mixed_column);
      break;
    case 'V':
      block->python = strtoul (s + 1, NULL, 0);
      break;
    case 'C':
      return decode_clause (block, s + 1);
    case 'O':
      decode_operand (block, s + 1);
      break;
    case 'Y':
      decode_type (block, s + 1);
      break;
    case 'K':
      block->macros.safe_push (xstrdup (s + 1));
      break;
    case 'M':
      {
	struct objmode_pyposition p;
	rest = split_position (s + 1, &p.line, &p.column);
	split_position (rest, &p.c_line, &p.c_column);
	block->positions.safe_push (p);
      }
      break;
    case 'Z':
      split_position (s + 1, &block->nul.line, &block->nul.column);
      break;
    case 'T':
      block->text = xstrdup (s + 1);
      break;
    default:
      return false;
    }
  return true;
}

/* Read the arguments ARGS of a marker into BLOCK, whose LOC is set.
   Return false if they are no marker's, but a user's.  */

static bool
decode_marker (struct objmode_block *block, tree args)
{
  for (tree a = args; a != NULL_TREE; a = TREE_CHAIN (a))
    {
      if (TREE_CODE (TREE_VALUE (a)) != STRING_CST
	  || !decode_record (block, TREE_STRING_POINTER (TREE_VALUE (a))))
	return false;
    }
  return block->file != NULL && block->text != NULL;
}

/* Return a new block of the typedef MARKER, the one number ID, whose attribute
   has ARGS; or NULL if those are not a marker's.  The block is never freed.  */

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

/* Return the element type that who wrote TYPE, which is none, can have
   meant, or NULL.  Extents are no part of it.  */

static const char *
meant_type (const char *type)
{
  /* C's own names that are spelt too differently.  */
  static const char *const of_c[][2] = {
    { "_Bool", "boolean" }, { "bool", "boolean" }, { "char", "int8" },
    { "signed char", "int8" }, { "unsigned char", "uint8" },
    { "short", "int16" }, { "unsigned short", "uint16" }, { "int", "intc" },
    { "unsigned", "uintc" }, { "unsigned int", "uintc" }, { "long", "intp" },
    { "unsigned long", "uintp" }, { "long long", "int64" },
    { "unsigned long long", "uint64" }, { "ssize_t", "intp" },
    { "ptrdiff_t", "intp" }, { "size_t", "uintp" }, { "float", "float32" },
    { "double", "float64" }, { "long double", "longdouble" },
    { "float complex", "complex64" }, { "double complex", "complex128" },
    { "char *", "str" }, { "string", "str" }
  };
  auto_vec<const char *> names;
  size_t length = strcspn (type, "[");
  while (length > 0 && ISSPACE (type[length - 1]))
    length--;
  char *name = xstrndup (type, length);
  const char *meant = NULL;
  for (unsigned i = 0; i < ARRAY_SIZE (of_c); i++)
    if (strcmp (name, of_c[i][0]) == 0)
      meant = of_c[i][1];
  if (meant == NULL)
    {
      for (int i = OBJMODE_TS_NONE + 1; i < OBJMODE_TS_COUNT; i++)
	names.safe_push (objmode_tsname_spelling ((enum objmode_tsname) i));
      meant = find_closest_string (name, &names);
    }
  free (name);
  return meant;
}

/* Report the error MESSAGE of C's type string, bytes BEGIN to END.  */

static void
report_typestring (struct objmode_block *block, struct objmode_clause *c,
		   const char *message, size_t begin, size_t end)
{
  location_t loc = objmode_type_location (block, c, begin, end);
  const char *meant = (c->ts.name == OBJMODE_TS_NONE && c->ts.name_end > 0
		       ? meant_type (c->type + c->ts.name_begin) : NULL);
  if (meant != NULL)
    error_at (loc, "%s in type string %qs; did you mean %qs?", message,
	      c->type, meant);
  else
    error_at (loc, "%s in type string %qs", message, c->type);
  block->erroneous = true;
}

/* Return true if A and B may not stand in one annotation.  */

static bool
clash_p (const struct objmode_clause *a, const struct objmode_clause *b)
{
  bool a_names = (a->kind == OBJMODE_CLAUSE_OUTPUT
		  || a->kind == OBJMODE_CLAUSE_EXPR);
  bool b_names = (b->kind == OBJMODE_CLAUSE_OUTPUT
		  || b->kind == OBJMODE_CLAUSE_EXPR);
  if (a_names && b_names)
    return strcmp (a->name, b->name) == 0;
  return a->kind == b->kind && a->kind != OBJMODE_CLAUSE_BAD;
}

/* Check clause I of BLOCK.  */

static void
check_clause (struct objmode_block *block, unsigned i)
{
  struct objmode_clause *c = &block->clauses[i];

  if (c->kind == OBJMODE_CLAUSE_BAD)
    {
      error_at (c->loc, c->name);
      block->erroneous = true;
      return;
    }
  for (unsigned j = 0; j < i; j++)
    if (clash_p (&block->clauses[j], c))
      {
	auto_diagnostic_group d;
	error_at (c->loc, "%qs is repeated in %<objmode%>", c->name);
	inform (block->clauses[j].loc, "first given here");
	block->erroneous = true;
	return;
      }
  if (c->type != NULL)
    {
      size_t begin, end;
      const char *message
	= objmode_parse_typestring (c->type, strlen (c->type), &c->ts,
				    &begin, &end);
      if (message != NULL)
	report_typestring (block, c, message, begin, end);
    }
}

/* The front end has parsed DECL, a declaration of a marker.  If it holds the
   `goto' of a clause, let the front end look the label up once more, where the
   clause names it: there it says that a label is nowhere defined.  */

void
objmode_note_label (tree decl)
{
  unsigned n;
  int id;
  location_t saved = input_location;

  if (sscanf (IDENTIFIER_POINTER (DECL_NAME (decl)), "__objmode_c%u_0_%d", &n,
	      &id) != 2)
    return;
  const struct objmode_block *block = objmode_pending_block (id);
  if (block == NULL || n >= block->clauses.length ()
      || block->clauses[n].label == NULL)
    return;
  input_location = block->clauses[n].operand_loc;
  lookup_label (get_identifier (block->clauses[n].label));
  input_location = saved;
}

/* Report what is wrong with the kind of the body of BLOCK, if anything is.  */

static void
check_body (struct objmode_block *block)
{
  location_t loc = objmode_location (block->file, block->mixed_line,
				     block->mixed_column, block->loc);

  if (block->unterminated)
    {
      gcc_rich_location richloc (loc);
      richloc.add_fixit_insert_before (loc, ";");
      error_at (&richloc, "expected %<;%> before %<}%> token");
    }
  else if (block->mixed)
    error_at (loc, block->module
	      ? G_("body of %<objmode_module%> block mixes Python text with"
		   " other statements")
	      : G_("body of %<objmode%> block mixes Python text with other"
		   " statements"));
  else if (block->c_body && block->module)
    error_at (block->loc, "body of %<objmode_module%> must be Python text"
	      " in string literals");
  else
    return;
  block->erroneous = true;
}

/* The stage: check the clauses of BLOCK and the kind of its body.  */

void
objmode_stage_clause (struct objmode_block *block)
{
  for (unsigned i = 0; i < block->clauses.length (); i++)
    check_clause (block, i);
  if (block->nul.line > 0)
    {
      error_at (objmode_text_location (block, &block->nul),
		"Python: source code cannot contain null bytes");
      block->erroneous = true;
    }
  else
    check_body (block);
}
