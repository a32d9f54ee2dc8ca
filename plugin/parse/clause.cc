/* clause.cc - Checking the clauses and the body of a block.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Input: what decode.cc has read from the marker.
   Errors: what is not a clause, a clause given twice, a malformed type
   string, a body that is neither text nor C.  */

#include "stage.h"
#include "parse/parse.h"
#include "block/state.h"
#include "block/query.h"
#include "types/ctype.h"
#include "tools/python.h"
#include "spellcheck.h"

/* TYPE, up to its extents, is not an element type.  Return the one that was
   probably meant, or NULL.  */

static const char *
meant_type (const char *type)
{
  /* Names of C types whose spelling is too different.  */
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

/* Return the type string of the elements of the variable of C, an output, or
   NULL if that is not known.  The caller frees it.  */

static char *
declared_type (const struct objmode_clause *c)
{
  tree decl = (c->kind == OBJMODE_CLAUSE_OUTPUT
	       ? lookup_name (get_identifier (c->name)) : NULL_TREE);
  if (decl == NULL_TREE || (!VAR_P (decl) && TREE_CODE (decl) != PARM_DECL))
    return NULL;
  tree type = TREE_TYPE (decl);
  while (POINTER_TYPE_P (type) || TREE_CODE (type) == ARRAY_TYPE)
    type = TREE_TYPE (type);
  enum objmode_kind kind;
  if (!objmode_scalar_kind (type, &kind) || !objmode_row_of (kind)->sized)
    return NULL;
  int bits = tree_to_shwi (TYPE_SIZE (type));
  char *name = xasprintf ("%s%s%d",
			  INTEGRAL_TYPE_P (type) && TYPE_UNSIGNED (type)
			  ? "u" : "", objmode_row_of (kind)->dtype, bits);
  struct objmode_typestring ts;
  size_t begin, end;
  if (objmode_parse_typestring (name, strlen (name), &ts, &begin, &end) == NULL)
    return name;
  free (name);
  return NULL;
}

/* Report MESSAGE about the bytes BEGIN to END of the type string of clause C
   of BLOCK.  */

static void
report_typestring (struct objmode_block *block, struct objmode_clause *c,
		   const char *message, size_t begin, size_t end)
{
  location_t loc = objmode_type_location (block, c, begin, end);
  bool unknown = c->ts.name == OBJMODE_TS_NONE && c->ts.name_end > 0;
  char *declared = unknown ? declared_type (c) : NULL;
  const char *meant = (unknown ? meant_type (c->type + c->ts.name_begin)
		       : NULL);
  /* The type that is closest in spelling may contradict the declaration.  */
  if (meant != NULL && declared != NULL)
    meant = declared;
  if (meant != NULL)
    error_at (loc, "%s in type string %qs; did you mean %qs?", message,
	      c->type, meant);
  else
    error_at (loc, "%s in type string %qs", message, c->type);
  free (declared);
  block->erroneous = true;
}

/* The first clause of each kind and, if it has a variable, of each name in the
   body.  */
struct first_clauses
{
  hash_map<nofree_string_hash, unsigned> names;
  int kinds[OBJMODE_CLAUSES];		/* Or -1.  */
};

/* Return the first clause of BLOCK that may not stand beside the clause number
   I, or NULL.  FIRST has those before I.  Enter I in it.  */

static const struct objmode_clause *
clashing_clause (const struct objmode_block *block, unsigned i,
		 struct first_clauses *first)
{
  const struct objmode_clause *c = &block->clauses[i];
  int before;

  if (objmode_clause_role (c->kind) == OBJMODE_ROLE_VARIABLE)
    {
      const char *name = (block->c_body ? c->name
			  : objmode_python_name (c->name));
      bool existed;
      unsigned &entry = first->names.get_or_insert (name, &existed);
      before = existed ? (int) entry : -1;
      if (!existed)
	entry = i;
    }
  else
    {
      before = first->kinds[c->kind];
      if (before < 0)
	first->kinds[c->kind] = i;
    }
  return before >= 0 ? &block->clauses[before] : NULL;
}

/* Report what is wrong with the clause number I of BLOCK, if anything is.
   FIRST has the clauses before it, and is updated.  */

static void
check_clause (struct objmode_block *block, unsigned i,
	      struct first_clauses *first)
{
  struct objmode_clause *c = &block->clauses[i];

  if (c->kind == OBJMODE_CLAUSE_BAD)
    {
      auto_diagnostic_group d;
      error_at (c->loc, objmode_marker_message_text (c->message));
      objmode_note_word (c);
      block->erroneous = true;
      return;
    }
  const struct objmode_clause *other = clashing_clause (block, i, first);
  if (other != NULL)
    {
      auto_diagnostic_group d;
      error_at (c->loc, "%qs appears more than once in %<objmode%>", c->name);
      inform (other->loc, "first appears here");
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
   `goto' of a clause, look up the label once more where the clause names it.
   Then the front end reports an undefined label there.  */

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
  auto_diagnostic_group d;

  if (block->unterminated)
    {
      gcc_rich_location richloc (loc);
      richloc.add_fixit_insert_before (loc, ";");
      error_at (&richloc, "expected %<;%> before %<}%> token");
    }
  else if (block->unquoted)
    error_at (loc, "Python text must be in a string literal, as in"
	      " %<R\"py(print (\"hello\"))py\"%>; without quotes, the body of"
	      " an %<objmode%> block is C");
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
  if (block->early)
    inform (loc, "the raw string ends here, at the first %<)\"%>; write"
	    " %<R\"py(...)py\"%>");
  block->erroneous = true;
}

/* The stage `clause': check the clauses of BLOCK and the kind of its body.  */

void
objmode_stage_clause (struct objmode_block *block)
{
  struct first_clauses first;

  for (unsigned i = 0; i < OBJMODE_CLAUSES; i++)
    first.kinds[i] = -1;
  for (unsigned i = 0; i < block->clauses.length (); i++)
    check_clause (block, i, &first);
  if (block->nul.line > 0)
    {
      error_at (objmode_text_location (block, &block->nul),
		"Python: source code cannot contain null bytes");
      block->erroneous = true;
    }
  else
    check_body (block);
}
