/* dump.cc - The record of a block, in words.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   -fplugin-arg-objmode-verbose prints this for each block.  */

#include "unit/unit.h"

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
  fprintf (stderr, "  variable %s:%s%s", v->name, v->in ? " in" : "",
	   v->out ? " out" : "");
  if (v->type != NULL_TREE)
    fprintf (stderr, " %s", kinds[v->kind]);
  if (v->flags & OBJMODE_VAR_ARRAY)
    fprintf (stderr, " array of %d dimensions", v->ndim);
  if (v->flags & OBJMODE_VAR_CONST)
    fprintf (stderr, " const");
  if (v->flags & OBJMODE_VAR_SHARED)
    fprintf (stderr, " shared");
  fputc ('\n', stderr);
}

/* Print BLOCK to stderr.  */

void
objmode_dump_block (const struct objmode_block *block)
{
  fprintf (stderr, "%s:%d: objmode%s block in %s%s\n", block->file,
	   block->line, block->module ? " module" : "",
	   block->fn ? IDENTIFIER_POINTER (DECL_NAME (block->fn)) : "?",
	   block->erroneous ? ", erroneous" : "");
  dump_stages (block);
  for (unsigned i = 0; i < block->variables.length (); i++)
    dump_variable (&block->variables[i]);
}
