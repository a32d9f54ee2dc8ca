/* pysource.h - What a block's Python text says, found by CPython's ast.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The functions are in objmode-pysource.so, which is linked to libpython
   and opened (dlopen) when the first block of a unit is met.  Nothing
   here includes a header of GCC or of Python.  Nothing of the user's
   Python is ever run.  */

#ifndef OBJMODE_PYSOURCE_H
#define OBJMODE_PYSOURCE_H 1

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A range of the text: lines from 1, columns in bytes of UTF-8 from 0,
   the end exclusive.  LINE 0: unknown.  */
struct objmode_pyspan
{
  int line, column, end_line, end_column;
};

enum objmode_pyname_flags
{
  OBJMODE_PY_READ = 1,		/* Read somewhere, in nested functions too.  */
  OBJMODE_PY_ASSIGNED = 2,	/* Bound at the level of the block (Python's own
				   symbol table: assignment, for, import, def,
				   with, except, del, :=, match, nonlocal from a
				   nested function).  */
  OBJMODE_PY_GLOBAL = 4,	/* Declared `global' in the block.  */
  OBJMODE_PY_INPUT = 8,		/* Its value is needed on entry: not assigned
				   on every path before it is used, or read by
				   a nested function, or bound only on some of
				   the paths to the end.  */
  OBJMODE_PY_ALWAYS = 16,	/* Assigned on every path to the end.  */
  OBJMODE_PY_PLAIN = 32,	/* Has a plain, augmented or annotated
				   assignment (not for, import, def, with):
				   FIRST_PLAIN.  */
  OBJMODE_PY_CALLED = 64,	/* Called as NAME (...): FIRST_CALL.  */
  OBJMODE_PY_BUILTIN = 128,	/* A builtin of Python has this name.  */
  OBJMODE_PY_PLAIN_NAME = 256,	/* FIRST_PLAIN is NAME = ..., plain.  */
  OBJMODE_PY_AUGMENTED_ONLY = 512,	/* Every binding is NAME op= ...:
					   in-place for arrays.  */
  OBJMODE_PY_NONLOCAL = 1024,	/* `nonlocal' in a nested function, and not
				   bound by the block itself: only C can.  */
  OBJMODE_PY_GLOBAL_BELOW = 2048	/* A nested scope declares it `global'
					   and binds it.  */
};

struct objmode_pyname
{
  const char *name;
  unsigned flags;
  struct objmode_pyspan first_read, first_assigned, first_plain, first_call;
};

struct objmode_pydiagnostic
{
  char kind;			/* 'e': error, 'w': SyntaxWarning */
  const char *message;		/* In CPython's words, or ours.  */
  struct objmode_pyspan where;
};

enum objmode_pysource_flags
{
  OBJMODE_PYSOURCE_ALL_NAMES = 1,	/* Calls breakpoint, locals, vars, eval,
					   exec.  */
  OBJMODE_PYSOURCE_RETURN = 2,	/* `return' at the level of the block.  */
  OBJMODE_PYSOURCE_RETURN_VALUE = 4,
  OBJMODE_PYSOURCE_BREAK = 8,	/* `break' that leaves the block.  */
  OBJMODE_PYSOURCE_CONTINUE = 16,
  OBJMODE_PYSOURCE_STAR = 32,	/* Module text: `from x import *'.  */
  OBJMODE_PYSOURCE_EMPTY = 64,	/* No statement.  */
  OBJMODE_PYSOURCE_NO_END = 128	/* Its end is never reached.  */
};

struct objmode_pysource
{
  unsigned flags;
  /* The first of each; of `return' also with and without a value.  */
  struct objmode_pyspan where_return, where_break, where_continue;
  struct objmode_pyspan where_value, where_no_value;
  size_t n_names, n_diagnostics;
  struct objmode_pyname *names;
  struct objmode_pydiagnostic *diagnostics;
};

/* How the text lies in the C file; the same as __objmode_position of
   runtime/objmode-abi.h, but for the end, which is a count.  */
struct objmode_pyposition
{
  int32_t line, column, c_line, c_column;
};

/* What objmode_pysource_function and objmode_pysource_normalise make.  */
struct objmode_pytext
{
  char *source;
  int source_line;		/* C line of the first line of SOURCE.  */
  size_t n_positions;		/* 0: they follow from SOURCE_LINE.  */
  struct objmode_pyposition *positions;
};

/* What goes in and what comes out of objmode_pysource_function.  */
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
  bool leaves;			/* TEXT leaves the block: the last statement is
				   to say what RETURNS are, even none.  */
};

/* What goes in to objmode_pysource_listing.  */
struct objmode_pylisting_request
{
  const char *text;
  const struct objmode_pyposition *positions;	/* Of TEXT.  */
  size_t n_positions;
  const char *file;		/* The C file, for the comments.  */
  const char *indent;		/* Of the statements.  */
  const char *const *declarations;	/* "NAME: TYPE", in front of them.  */
  size_t n_declarations;
  bool module;			/* TEXT is a module block's.  */
};

/* The table that objmode-pysource.so exports as `objmode_pysource_api'.
   Everything returned is malloced and the caller's: free it by FREE_* .
   The calls start Python on first use; a NULL result means that Python
   could not be started or ran out of memory, and ERROR () says why.  */
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
  void (*free_source) (struct objmode_pysource *);
  void (*free_text) (struct objmode_pytext *);
  const char *(*error) (void);
};

#define OBJMODE_PYSOURCE_VERSION 4

#ifdef __cplusplus
}
#endif

#endif /* OBJMODE_PYSOURCE_H */
