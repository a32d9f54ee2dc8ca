/* keyword.c - Which names are keywords of Python.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <stddef.h>
#include <string.h>

#include "keyword.h"

/* The keywords.  Some of them, such as True, are macros of C headers, but the
   operator # makes a word a string before macros are replaced in it.  */

static const char *const keywords[] = {
#define OBJMODE_KEYWORD(WORD) #WORD,
#include "keywords.def"
#undef OBJMODE_KEYWORD
};

/* Return whether NAME is one of the keywords: see keyword.h.  */

bool
objmode_keyword_p (const char *name)
{
  for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
    if (!strcmp (keywords[i], name))
      return true;
  /* This is a constant of CPython's compiler, as True is, although the module
     "keyword" does not have it.  */
  return !strcmp (name, "__debug__");
}
