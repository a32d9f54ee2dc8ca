/* marker-format.c - The tables for the text of a marker.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <errno.h>
#include <limits.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "marker-format.h"

/* The clauses, by their kinds.  */

static const struct
{
  char letter;
  const char *word;
  enum objmode_clause_operand operand;
  enum objmode_clause_role role;
} clauses[] = {
#define OBJMODE_CLAUSE(ID, LETTER, WORD, OPERAND, ROLE) \
  { LETTER, WORD, OBJMODE_OPERAND_##OPERAND, OBJMODE_ROLE_##ROLE },
#include "clauses.def"
#undef OBJMODE_CLAUSE
};

/* Return the letter of the clauses of KIND: see marker-format.h.  */

char
objmode_clause_letter (enum objmode_clause_kind kind)
{
  return clauses[kind].letter;
}

/* Return the word with which the clauses of KIND begin: see
   marker-format.h.  */

const char *
objmode_clause_word (enum objmode_clause_kind kind)
{
  return clauses[kind].word;
}

/* Return what is in the parentheses of the clauses of KIND: see
   marker-format.h.  */

enum objmode_clause_operand
objmode_clause_operand (enum objmode_clause_kind kind)
{
  return clauses[kind].operand;
}

/* Return whether the operand of the clauses of KIND is the value of an
   expression: see marker-format.h.  */

bool
objmode_clause_has_value (enum objmode_clause_kind kind)
{
  return (clauses[kind].operand == OBJMODE_OPERAND_INTEGER
	  || clauses[kind].operand == OBJMODE_OPERAND_NUMBER);
}

/* Return what the clauses of KIND are about: see marker-format.h.  */

enum objmode_clause_role
objmode_clause_role (enum objmode_clause_kind kind)
{
  return clauses[kind].role;
}

/* Find the kind of clause whose letter is LETTER: see marker-format.h.  Two
   kinds with one letter do not compile.  */

bool
objmode_clause_of_letter (char letter, enum objmode_clause_kind *kind)
{
  switch (letter)
    {
#define OBJMODE_CLAUSE(ID, LETTER, WORD, OPERAND, ROLE)	\
    case LETTER:						\
      *kind = OBJMODE_CLAUSE_##ID;				\
      return true;
#include "clauses.def"
#undef OBJMODE_CLAUSE
    default:
      return false;
    }
}

/* Return whether NAME is WORD, with or without two underscores on both
   sides.  */

static bool
spells_p (const char *name, const char *word)
{
  size_t n = strlen (word);

  if (strcmp (name, word) == 0)
    return true;
  return (strncmp (name, "__", 2) == 0 && strncmp (name + 2, word, n) == 0
	  && strcmp (name + 2 + n, "__") == 0);
}

/* Find the kind of clause that begins with the word NAME: see
   marker-format.h.  */

bool
objmode_clause_of_word (const char *name, enum objmode_clause_kind *kind,
			bool *call)
{
  for (int i = 0; i < OBJMODE_CLAUSES; i++)
    if (*clauses[i].word && spells_p (name, clauses[i].word))
      {
	*kind = (enum objmode_clause_kind) i;
	*call = clauses[i].operand != OBJMODE_OPERAND_NONE;
	return true;
      }
  return false;
}

/* Return whether a clause may begin with the word NAME: see
   marker-format.h.  */

bool
objmode_word_p (const char *name)
{
  enum objmode_clause_kind kind;
  bool call;
  return objmode_clause_of_word (name, &kind, &call);
}

/* The declarations, by their sorts.  */

static const struct
{
  const char *word;
  enum objmode_form form;
  enum objmode_strings strings;
} declarations[] = {
#define OBJMODE_DECLARATION(ID, WORD, FORM, STRINGS) \
  { WORD, OBJMODE_FORM_##FORM, OBJMODE_STRINGS_##STRINGS },
#include "declarations.def"
#undef OBJMODE_DECLARATION
};

/* Return the word of the declarations of the sort WHAT: see
   marker-format.h.  */

const char *
objmode_declaration_word (enum objmode_declaration what)
{
  return declarations[what].word;
}

/* Return where a declaration of the sort WHAT stands: see marker-format.h.  */

enum objmode_form
objmode_declaration_form (enum objmode_declaration what)
{
  return declarations[what].form;
}

/* Return what the strings of a declaration of the sort WHAT are: see
   marker-format.h.  */

enum objmode_strings
objmode_declaration_strings (enum objmode_declaration what)
{
  return declarations[what].strings;
}

/* Find the sort of the declarations that begin with the word NAME: see
   marker-format.h.  */

bool
objmode_declaration_of_word (const char *name,
			     enum objmode_declaration *what)
{
  for (int i = 0; i < OBJMODE_DECLARATIONS; i++)
    if (spells_p (name, declarations[i].word))
      {
	*what = (enum objmode_declaration) i;
	return true;
      }
  return false;
}

/* Take a number from the front of *S: see marker-format.h.  */

bool
objmode_take_number (const char **s, char end, int *n)
{
  const char *digits = **s == '-' ? *s + 1 : *s;
  char *rest;

  if (*digits < '0' || *digits > '9')
    return false;
  errno = 0;
  long value = strtol (*s, &rest, 10);
  if (errno != 0 || value < INT_MIN || value > INT_MAX || *rest != end)
    return false;
  *n = value;
  *s = end != '\0' ? rest + 1 : rest;
  return true;
}

/* Take a position from the front of *S: see marker-format.h.  */

bool
objmode_take_position (const char **s, char end, int *line, int *column)
{
  return (objmode_take_number (s, ':', line)
	  && objmode_take_number (s, end, column));
}

/* Return the text of the message NUMBER: see marker-format.h.  Two messages
   with the same NUMBER do not compile.  */

const char *
objmode_marker_message_text (int number)
{
  switch (number)
    {
#define OBJMODE_MARKER_MESSAGE(ID, NUMBER, TEXT) case NUMBER: return TEXT;
#include "marker-messages.def"
#undef OBJMODE_MARKER_MESSAGE
    default:
      return NULL;
    }
}
