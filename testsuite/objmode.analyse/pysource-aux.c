/* Unit test of objmode-pysource.so, whose path is the argument: names and
   flow, diagnostics and their positions, the sources that it composes.
   Silent on success.  Without GCC's plugin and without the runtime.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "../../plugin/text/pysource.h"
#include "../../plugin/text/keyword.c"

static const struct objmode_pysource_api *api;
static int failures;

/* Compare GOT with WANT, of the KIND of result for TEXT.  */

static void
compare (const char *kind, const char *text, const char *got,
	 const char *want)
{
  if (!strcmp (got, want))
    return;
  printf ("%s of \"%s\":\n  got  \"%s\"\n  want \"%s\"\n", kind, text, got,
	  want);
  failures++;
}

/* A text; what it says of names, as "NAME:FLAGS", in the order in which
   they are met, and of itself; and its diagnostics.  Flags: Read, Set,
   Global, Input, Plain, Called, Builtin, aUgmented only, nonLocal below,
   global beloW; of the text: names, return, break, continue, star.  */

struct text_case
{
  const char *text, *names, *diagnostics;
};

static const char name_letters[] = "RSGIPCBULWE";
static const char *const text_words[] = {
  "all", "return", "break", "continue", "star"
};

#include "pysource-blocks.h"
#include "pysource-errors.h"
#include "pysource-sources.h"

/* Put what SOURCE says of names into BUFFER, SIZE bytes.  */

static void
print_names (const struct objmode_pysource *source, char *buffer, size_t size)
{
  size_t at = 0;

  buffer[0] = '\0';
  for (size_t i = 0; i < source->n_names; i++)
    {
      at += snprintf (buffer + at, size - at, "%s%s:", at ? " " : "",
		      source->names[i].name);
      for (int bit = 0; name_letters[bit]; bit++)
	if (source->names[i].flags >> bit & 1)
	  at += snprintf (buffer + at, size - at, "%c", name_letters[bit]);
    }
  for (int bit = 0; bit < 5; bit++)
    if (source->flags >> bit & 1)
      at += snprintf (buffer + at, size - at, "%s%s", at ? " " : "",
		      text_words[bit]);
}

/* Put the span WHERE behind LETTER into BUFFER, SIZE bytes.  Return the
   number of characters.  */

static int
print_span (const struct objmode_pyspan *where, char letter, char *buffer,
	    size_t size)
{
  if (!where->line)
    return 0;
  return snprintf (buffer, size, " %c%d.%d-%d.%d", letter, where->line,
		   where->column, where->end_line, where->end_column);
}

/* Put the diagnostics of SOURCE into BUFFER, SIZE bytes.  */

static void
print_diagnostics (const struct objmode_pysource *source, char *buffer,
		   size_t size)
{
  size_t at = 0;

  buffer[0] = '\0';
  for (size_t i = 0; i < source->n_diagnostics; i++)
    {
      const struct objmode_pydiagnostic *d = &source->diagnostics[i];

      at += snprintf (buffer + at, size - at, "%s", at ? "; " : "");
      at += snprintf (buffer + at, size - at, "%c%d.%d-%d.%d %s", d->kind,
		      d->where.line, d->where.column, d->where.end_line,
		      d->where.end_column, d->message);
    }
}

/* Check the case C, of module text if MODULE.  */

static void
check_text (const struct text_case *c, bool module)
{
  char buffer[4096];
  struct objmode_pysource *source
    = module ? api->analyse_module (c->text) : api->analyse_block (c->text);

  if (!source)
    {
      compare ("result", c->text, api->error (), "");
      return;
    }
  if (c->names)
    {
      print_names (source, buffer, sizeof buffer);
      compare ("names", c->text, buffer, c->names);
    }
  print_diagnostics (source, buffer, sizeof buffer);
  compare ("diagnostics", c->text, buffer,
	   c->diagnostics ? c->diagnostics : "");
  api->free_source (source);
}

/* Check the spans of the names of the case C.  */

static void
check_spans (const struct text_case *c)
{
  char buffer[4096] = "";
  size_t at = 0;
  struct objmode_pysource *source = api->analyse_block (c->text);

  for (size_t i = 0; i < source->n_names; i++)
    {
      const struct objmode_pyname *n = &source->names[i];

      at += snprintf (buffer + at, sizeof buffer - at, "%s%s",
		      at ? " " : "", n->name);
      at += print_span (&n->first_read, 'r', buffer + at,
			sizeof buffer - at);
      at += print_span (&n->first_assigned, 's', buffer + at,
			sizeof buffer - at);
      at += print_span (&n->first_plain, 'p', buffer + at,
			sizeof buffer - at);
    }
  at += print_span (&source->where_return, '<', buffer + at,
		    sizeof buffer - at);
  at += print_span (&source->where_value, 'v', buffer + at,
		    sizeof buffer - at);
  at += print_span (&source->where_no_value, 'n', buffer + at,
		    sizeof buffer - at);
  at += print_span (&source->where_break, '!', buffer + at,
		    sizeof buffer - at);
  print_span (&source->where_continue, '>', buffer + at, sizeof buffer - at);
  compare ("spans", c->text, buffer, c->names);
  api->free_source (source);
}

/* Check the source that is composed for the case C.  */

static void
check_source (const struct source_case *c)
{
  static const char *const xy[] = { "x", "y" };
  char buffer[4096] = "";
  size_t at = 0, n = 0;
  struct objmode_pytext *text;

  while (n < 4 && c->positions[n].line)
    n++;
  if (c->module)
    text = api->module (c->text, c->positions, n);
  else
    {
      struct objmode_pyfunction_request request = {
	c->text, c->positions, n, c->name ? c->name : "f", xy,
	c->n_parameters, xy + 1 - c->n_returns / 2, c->n_returns
      };

      text = api->function (&request);
    }
  if (!text)
    {
      compare ("source", c->text, api->error (), c->source);
      return;
    }
  compare ("source", c->text, text->source, c->source);
  at = snprintf (buffer, sizeof buffer, "%d", text->source_line);
  for (size_t i = 0; i < text->n_positions; i++)
    {
      const struct objmode_pyposition *p = &text->positions[i];

      at += snprintf (buffer + at, sizeof buffer - at, " %d.%d=%d.%d",
		      p->line, p->column, p->c_line, p->c_column);
    }
  compare ("table", c->text, buffer, c->table);
  api->free_text (text);
}

#define COUNT(ARRAY) (sizeof ARRAY / sizeof *ARRAY)

int
main (int argc, char **argv)
{
  void *library = dlopen (argc > 1 ? argv[1] : "objmode-pysource.so",
			  RTLD_NOW);

  if (!library)
    {
      puts (dlerror ());
      return 1;
    }
  api = dlsym (library, "objmode_pysource_api");
  if (!api || api->version != OBJMODE_PYSOURCE_VERSION)
    {
      puts ("no objmode_pysource_api of this version");
      return 1;
    }
  for (size_t i = 0; i < COUNT (block_cases); i++)
    check_text (&block_cases[i], false);
  for (size_t i = 0; i < COUNT (error_cases); i++)
    check_text (&error_cases[i], false);
  for (size_t i = 0; i < COUNT (module_cases); i++)
    check_text (&module_cases[i], true);
  for (size_t i = 0; i < COUNT (span_cases); i++)
    check_spans (&span_cases[i]);
  for (size_t i = 0; i < COUNT (source_cases); i++)
    check_source (&source_cases[i]);
  if (!objmode_keyword_p ("lambda") || objmode_keyword_p ("match")
      || objmode_keyword_p ("lambd") || objmode_keyword_p (""))
    compare ("keywords", "", "wrong", "right");
  return failures != 0;
}
