/* marker-format.h - What the text of a marker is made of.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The lexer hook writes the text of a marker, and the parser's attribute
   handler reads it.  In between it may be stored in a preprocessed file and be
   read by another version of the plugin, or be changed by hand.  So it has a
   version, and its letters and numbers stand in tables.  This file includes no
   header of GCC or of Python.  */

#ifndef OBJMODE_MARKER_FORMAT_H
#define OBJMODE_MARKER_FORMAT_H 1

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

#define OBJMODE_MARKER_VERSION 1

/* The first letters of the records.  */
enum objmode_marker_record
{
#define OBJMODE_MARKER_RECORD(ID, LETTER) OBJMODE_MARKER_##ID = LETTER,
#include "marker.def"
#undef OBJMODE_MARKER_RECORD
};

/* The kinds of clauses.  */
enum objmode_clause_kind
{
#define OBJMODE_CLAUSE(ID, LETTER, WORD, OPERAND, ROLE) OBJMODE_CLAUSE_##ID,
#include "clauses.def"
#undef OBJMODE_CLAUSE
  OBJMODE_CLAUSES
};

/* What follows the word of a clause in parentheses, see clauses.def.  */
enum objmode_clause_operand
{
  OBJMODE_OPERAND_NONE,
  OBJMODE_OPERAND_ANY,
  OBJMODE_OPERAND_LVALUE,
  OBJMODE_OPERAND_LABEL,
  OBJMODE_OPERAND_INTEGER,
  OBJMODE_OPERAND_NUMBER
};

/* What a clause is about, see clauses.def.  */
enum objmode_clause_role
{
  OBJMODE_ROLE_VARIABLE,
  OBJMODE_ROLE_PATH,
  OBJMODE_ROLE_OTHER
};

/* The messages about what is not a clause, by their numbers.  */
enum objmode_marker_message
{
#define OBJMODE_MARKER_MESSAGE(ID, NUMBER, TEXT) OBJMODE_MESSAGE_##ID = NUMBER,
#include "marker-messages.def"
#undef OBJMODE_MARKER_MESSAGE
};

/* Whether a text has the value of a macro that it names, or why not.  The
   values are letters in a record.  */
enum objmode_marker_macro
{
  OBJMODE_MACRO_NONE = 0,	/* The name is not a macro.  */
  OBJMODE_MACRO_CONSTANT = 'c',	/* The macro is a constant.  */
  OBJMODE_MACRO_EXPRESSION = 'e',	/* The macro has more than literals.  */
  OBJMODE_MACRO_PARAMETERS = 'p',	/* The macro has parameters.  */
  OBJMODE_MACRO_SYSTEM = 's'	/* GCC or a system header defines it.  */
};

/* The declarations about types, see declarations.def.  */
enum objmode_declaration
{
#define OBJMODE_DECLARATION(ID, WORD, FORM, STRINGS) OBJMODE_DECLARATION_##ID,
#include "declarations.def"
#undef OBJMODE_DECLARATION
  OBJMODE_DECLARATIONS
};

/* Where a declaration stands, and what its strings are.  */
enum objmode_form { OBJMODE_FORM_MEMBER, OBJMODE_FORM_TYPE };
enum objmode_strings { OBJMODE_STRINGS_EXTENTS, OBJMODE_STRINGS_NAMES };

/* Return the letter of the clauses of KIND.  */
extern char objmode_clause_letter (enum objmode_clause_kind kind);

/* Return the word with which the clauses of KIND begin, or "" if that is the
   name of a variable.  */
extern const char *objmode_clause_word (enum objmode_clause_kind kind);

/* Return what is in the parentheses of the clauses of KIND.  */
extern enum objmode_clause_operand
  objmode_clause_operand (enum objmode_clause_kind kind);

/* Return whether the operand of the clauses of KIND is the value of an
   expression: the block needs no more of the expression.  */
extern bool objmode_clause_has_value (enum objmode_clause_kind kind);

/* Return what the clauses of KIND are about.  */
extern enum objmode_clause_role
  objmode_clause_role (enum objmode_clause_kind kind);

/* Set *KIND to that of the clauses whose letter is LETTER.  Return whether
   there is one.  */
extern bool objmode_clause_of_letter (char letter,
				      enum objmode_clause_kind *kind);

/* Set *KIND to that of the clauses that begin with the word NAME, and *CALL
   to whether an expression in parentheses follows.  As for GCC's attributes,
   NAME may have two underscores on both sides, which a macro of the program
   does not have.  Return whether NAME is such a word.  */
extern bool objmode_clause_of_word (const char *name,
				    enum objmode_clause_kind *kind,
				    bool *call);

/* Return whether a clause may begin with the word NAME.  */
extern bool objmode_word_p (const char *name);

/* Return the word of the declarations of the sort WHAT.  */
extern const char *objmode_declaration_word (enum objmode_declaration what);

/* Return where a declaration of the sort WHAT stands.  */
extern enum objmode_form
  objmode_declaration_form (enum objmode_declaration what);

/* Return what the strings of a declaration of the sort WHAT are.  */
extern enum objmode_strings
  objmode_declaration_strings (enum objmode_declaration what);

/* Set *WHAT to the sort of the declarations that begin with the word NAME,
   which may have two underscores on both sides.  Return whether there is
   one.  */
extern bool objmode_declaration_of_word (const char *name,
					 enum objmode_declaration *what);

/* Take a number and what ends it, END, from the front of *S.  Store the number
   in *N.  Advance *S behind END or, if END is a null character, to it.  Return
   false if *S does not begin with them.  */
extern bool objmode_take_number (const char **s, char end, int *n);

/* Take "LINE:COLUMN" and END from the front of *S, as objmode_take_number
   does.  */
extern bool objmode_take_position (const char **s, char end, int *line,
				   int *column);

/* Return the text of the message NUMBER, a format without arguments; or NULL
   if no message has that number.  */
extern const char *objmode_marker_message_text (int number);

#ifdef __cplusplus
}
#endif

#endif /* OBJMODE_MARKER_FORMAT_H */
