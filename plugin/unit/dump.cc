/* dump.cc - The record of a block, in words.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   -fplugin-arg-objmode-verbose prints this for each block, when it has gone
   through its stages or has an error.  Each line is about one field or one
   element.  Fields that no stage has set are left out.  */

#include "unit/unit.h"
#include "types/prototype.h"

/* Print WORD and the C expression T, unless that is NULL_TREE.  */

static void
dump_expression (const char *word, tree t)
{
  if (t == NULL_TREE)
    return;
  c_pretty_printer pp;
  pp.expression (t);
  fprintf (stderr, " %s %s", word, pp_formatted_text (&pp));
}

/* Print the stages that BLOCK has gone through.  */

static void
dump_stages (const struct objmode_block *block)
{
#define OBJMODE_STAGE(NAME, MOMENT, WHAT) \
  if (block->done & (1u << OBJMODE_STAGE_##NAME)) \
    fprintf (stderr, "  stage %s: %s\n", #NAME, WHAT);
#include "stages.def"
#undef OBJMODE_STAGE
}

/* Print the clause C.  */

static void
dump_clause (const struct objmode_clause *c)
{
  static const char *const kinds[] = {
#define OBJMODE_CLAUSE(ID, LETTER, WORD, OPERAND, ROLE) #ID,
#include "text/clauses.def"
#undef OBJMODE_CLAUSE
  };
  fputs ("  clause ", stderr);
  for (const char *p = kinds[c->kind]; *p != '\0'; p++)
    fputc (TOLOWER (*p), stderr);
  fprintf (stderr, " %s", c->name);
  if (c->type != NULL)
    fprintf (stderr, " = \"%s\"", c->type);
  if (c->label != NULL)
    fprintf (stderr, " label %s", c->label);
  if (c->expr != NULL_TREE && TREE_CODE (c->expr) != GOTO_EXPR)
    dump_expression ("expr", c->expr);
  for (int d = 0; d < c->ts.ndim; d++)
    {
      dump_expression ("extent", c->extents[d]);
      dump_expression ("stride", c->strides[d]);
    }
  fputc ('\n', stderr);
}

/* Print the flags of V, from enum objmode_var_flags.  */

static void
dump_var_flags (const struct objmode_variable *v)
{
  static const struct { unsigned flag; const char *name; } names[] = {
    { OBJMODE_VAR_CONST, "const" },
    { OBJMODE_VAR_SHARED, "shared" },
    { OBJMODE_VAR_STATIC, "static" },
    { OBJMODE_VAR_COPY, "copy" },
    { OBJMODE_VAR_BITS, "bits" },
    { OBJMODE_VAR_NULL, "null" },
    { OBJMODE_VAR_BOUNDED, "bounded" },
    { OBJMODE_VAR_TERMINATED, "terminated" },
    { OBJMODE_VAR_LAYOUT_C, "layout-c" },
    { OBJMODE_VAR_LAYOUT_F, "layout-f" }
  };
  for (unsigned i = 0; i < ARRAY_SIZE (names); i++)
    if (v->flags & names[i].flag)
      fprintf (stderr, " %s", names[i].name);
}

/* Print the shape of V, an array.  */

static void
dump_shape (const struct objmode_variable *v)
{
  fprintf (stderr, " array of %d dimensions", v->ndim);
  for (int d = 0; d < v->ndim; d++)
    {
      dump_expression ("extent", v->extents[d]);
      dump_expression ("stride", v->strides[d]);
      dump_expression ("declared", v->declared[d]);
    }
}

/* Print the variable V.  */

static void
dump_variable (const struct objmode_variable *v)
{
  static const char *const kinds[] = {
#define OBJMODE_KIND(NAME, STRING) STRING,
#include "objmode-kinds.def"
#undef OBJMODE_KIND
    "?"
  };
  bool typed = v->type != NULL_TREE;

  fprintf (stderr, "  variable %s:%s%s", v->name,
	   (typed ? v->in : v->wants_in) ? " in" : "",
	   (typed ? v->out : v->wants_out) ? " out" : "");
  if (typed)
    fprintf (stderr, " %s", kinds[v->kind]);
  if (v->flags & OBJMODE_VAR_ARRAY)
    dump_shape (v);
  dump_var_flags (v);
  if (typed)
    {
      char *type = objmode_type_spelling (v->type);
      fprintf (stderr, " type %s", type);
      free (type);
    }
  dump_expression ("value", v->value);
  fprintf (stderr, "%s%s%s%s%s%s\n", v->macro ? " macro" : "",
	   v->unasked ? " unasked" : "", v->returned ? " returned" : "",
	   v->object ? " object" : "", v->assigned ? " assigned" : "",
	   v->unconverted ? " unconverted" : "");
}

/* Print how the C body of BLOCK mentions objects and how it is left.  */

static void
dump_body (const struct objmode_block *block)
{
  for (unsigned i = 0; i < block->mentions.length (); i++)
    {
      const struct objmode_mention *m = &block->mentions[i];
      fprintf (stderr, "  mention %s%s%s\n", m->name, m->read ? " read" : "",
	       m->assigned ? " assigned" : "");
    }
  for (unsigned i = 0; i < block->exits.length (); i++)
    {
      const struct objmode_exit *e = &block->exits[i];
      fprintf (stderr, "  exit %s", get_tree_code_name (e->code));
      if (e->label != NULL_TREE && DECL_P (e->label)
	  && DECL_NAME (e->label) != NULL_TREE)
	fprintf (stderr, " %s", IDENTIFIER_POINTER (DECL_NAME (e->label)));
      fputc ('\n', stderr);
    }
  if (block->falls_through)
    fputs ("  falls through\n", stderr);
}

/* Print what CPython's analysis says of the text of BLOCK.  */

static void
dump_text (const struct objmode_block *block)
{
  if (block->py == NULL)
    return;
  fputs ("  text", stderr);
#define OBJMODE_NAME_FLAG(NAME, VALUE)
#define OBJMODE_TEXT_FLAG(NAME, VALUE)					\
  if (block->py->flags & OBJMODE_PYSOURCE_##NAME)			\
    fputs (" " #NAME, stderr);
#include "text/pysource-flags.def"
#undef OBJMODE_NAME_FLAG
#undef OBJMODE_TEXT_FLAG
  fputc ('\n', stderr);
  for (size_t i = 0; i < block->py->n_names; i++)
    {
      const struct objmode_pyname *p = &block->py->names[i];
      fprintf (stderr, "  name %s:", p->name);
#define OBJMODE_NAME_FLAG(NAME, VALUE)					\
      if (p->flags & OBJMODE_PY_##NAME)					\
	fputs (" " #NAME, stderr);
#define OBJMODE_TEXT_FLAG(NAME, VALUE)
#include "text/pysource-flags.def"
#undef OBJMODE_NAME_FLAG
#undef OBJMODE_TEXT_FLAG
      fputc ('\n', stderr);
    }
}

/* Print BLOCK to stderr.  */

void
objmode_dump_block (const struct objmode_block *block)
{
  fprintf (stderr, "%s:%d: objmode%s block in %s%s%s%s\n", block->file,
	   block->line, block->module ? " module" : "",
	   block->fn ? IDENTIFIER_POINTER (DECL_NAME (block->fn)) : "?",
	   block->c_body ? ", C body" : "",
	   block->region != NULL_TREE ? ", in an OpenMP region" : "",
	   block->erroneous ? ", erroneous" : "");
  dump_stages (block);
  for (unsigned i = 0; i < block->clauses.length (); i++)
    dump_clause (&block->clauses[i]);
  dump_text (block);
  dump_body (block);
  for (unsigned i = 0; i < block->variables.length (); i++)
    dump_variable (&block->variables[i]);
  for (unsigned i = 0; i < block->callables.length (); i++)
    fprintf (stderr, "  function %s\n", block->callables[i].name);
}
