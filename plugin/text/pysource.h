/* pysource.h - What a block's Python text says, found by CPython's ast.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The functions are in objmode-pysource.so, which is linked to libpython and
   opened (dlopen) when the first block of a unit with a text is met.  This
   file includes no header of GCC or of Python.  The user's Python is analysed,
   but never run.  */

#ifndef OBJMODE_PYSOURCE_H
#define OBJMODE_PYSOURCE_H 1

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A range of the text: lines from 1, columns in bytes of UTF-8 from 0,
   the end exclusive.  LINE is 0 if it is not known.  */
struct objmode_pyspan
{
  int line, column, end_line, end_column;
};

/* The flags of a name and of a text: see pysource-flags.def.  */

enum objmode_pyname_flags
{
#define OBJMODE_NAME_FLAG(NAME, VALUE) OBJMODE_PY_##NAME = VALUE,
#define OBJMODE_TEXT_FLAG(NAME, VALUE)
#include "pysource-flags.def"
#undef OBJMODE_NAME_FLAG
#undef OBJMODE_TEXT_FLAG
};

enum objmode_pysource_flags
{
#define OBJMODE_NAME_FLAG(NAME, VALUE)
#define OBJMODE_TEXT_FLAG(NAME, VALUE) OBJMODE_PYSOURCE_##NAME = VALUE,
#include "pysource-flags.def"
#undef OBJMODE_NAME_FLAG
#undef OBJMODE_TEXT_FLAG
};

/* What is known of the name NAME: flags of enum objmode_pyname_flags, and the
   first place of each use.  */

struct objmode_pyname
{
  const char *name;
  unsigned flags;
  struct objmode_pyspan first_read, first_assigned, first_plain;
};

struct objmode_pydiagnostic
{
  char kind;			/* 'e': error, 'w': SyntaxWarning */
  const char *message;		/* From CPython or from objmode.  */
  struct objmode_pyspan where;
};

/* A Python function of the text that is assigned to NAME, or is an argument of
   a call of NAME: number NUMBER, or the one with KEYWORD.  */

struct objmode_pygiven
{
  const char *name;
  int number;			/* -1: an assignment, or there is a KEYWORD.  */
  const char *keyword;		/* Or "".  */
  struct objmode_pyspan where;
};

/* A chain of attributes of a name, as "m.fields.u".  If it is STORED, the text
   assigns to it or to elements of it, and names in brackets are part of it.  */

enum { OBJMODE_PY_STORED = 4 };

struct objmode_pymember
{
  const char *path;
  int subscript;		/* 1: it is subscripted, 2: by a number; or
				   OBJMODE_PY_STORED.  */
  struct objmode_pyspan where;
};

/* What is known of a text.  FLAGS are those of enum
   objmode_pysource_flags.  */

struct objmode_pysource
{
  unsigned flags;
  /* The first statement of each kind, and the first `return' with and without
     a value.  */
  struct objmode_pyspan where_return, where_break, where_continue;
  struct objmode_pyspan where_value, where_no_value;
  size_t n_names, n_diagnostics, n_given, n_members;
  struct objmode_pyname *names;
  struct objmode_pygiven *given;
  struct objmode_pymember *members;
  struct objmode_pydiagnostic *diagnostics;
};

/* How the text lies in the C file: what stands at LINE and COLUMN of it is at
   C_LINE and C_COLUMN.  The members are those of the record __objmode_position
   of runtime/objmode-records.def, but tables of it have a count and no end
   mark.  */
struct objmode_pyposition
{
  int32_t line, column, c_line, c_column;
};

/* The result of the API's `function' and `module'.  */
struct objmode_pytext
{
  char *source;
  int source_line;		/* C line of the first line of SOURCE.  */
  size_t n_positions;		/* If 0, they follow from SOURCE_LINE.  */
  struct objmode_pyposition *positions;
};

/* The argument of the API's `function'.  */
struct objmode_pyfunction_request
{
  const char *text;
  const struct objmode_pyposition *positions;	/* Of TEXT.  */
  size_t n_positions;
  const char *name;		/* Of the C function.  */
  const char *const *parameters;
  size_t n_parameters;
  const char *const *returns;
  size_t n_returns;
  bool leaves;			/* TEXT leaves the block.  The last statement
				   then returns RETURNS, even if there are
				   none.  */
};

/* The argument of the API's `listing'.  */
struct objmode_pylisting_request
{
  const char *text;
  const struct objmode_pyposition *positions;	/* Of TEXT.  */
  size_t n_positions;
  const char *file;		/* The C file, for the comments.  */
  const char *indent;		/* Of the statements.  */
  const char *const *declarations;	/* "NAME: TYPE", in front of them.  */
  size_t n_declarations;
  bool module;			/* TEXT is that of a module block.  */
};

/* The table that objmode-pysource.so exports as `objmode_pysource_api'.  The
   caller owns what is returned.  It frees structures by free_source and
   free_text, and strings by free.  The calls start Python on first use; a NULL
   result means that Python could not be started or ran out of memory, and
   error () says why.  */
struct objmode_pysource_api
{
  int version;			/* OBJMODE_PYSOURCE_VERSION */
  struct objmode_pysource *(*analyse_block) (const char *text);
  struct objmode_pysource *(*analyse_module) (const char *text);
  struct objmode_pytext *
    (*function) (const struct objmode_pyfunction_request *);
  struct objmode_pytext *(*module) (const char *text,
				    const struct objmode_pyposition *positions,
				    size_t n_positions);
  char *(*listing) (const struct objmode_pylisting_request *);
  /* NAME is an identifier of C, in UTF-8.  The identifier that Python makes of
     it, its NFKC form; empty if NAME is not an identifier in Python.  */
  char *(*identifier) (const char *name);
  void (*free_source) (struct objmode_pysource *);
  void (*free_text) (struct objmode_pytext *);
  const char *(*error) (void);
};

#define OBJMODE_PYSOURCE_VERSION 5

#ifdef __cplusplus
}
#endif

#endif /* OBJMODE_PYSOURCE_H */
