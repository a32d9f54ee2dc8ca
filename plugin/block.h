/* block.h - The record of a block, the only state between stages.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The comment of each field begins with what writes it: stages of stages.def,
   or a file.  All others only read it, which build-aux/check-record.py checks.

   The plugin has some state that is not of one block.  Each part is in one
   file, and other files change it only by calling functions of that file:

     block/pending.cc	The blocks and OBJMODE_HOLDs of the function that is
			being parsed.  The handlers of attributes add to it.
     block/names.cc	What the unit knows of names of Python.  The stages
			`resolve' and `module', and pipeline.cc, add to it.
     block/locate.cc	The blocks that have been given a hint.
     block/python.cc	The analyser.
     tools/options.cc	The arguments of the plugin.
     lex/annotate.cc	What the lexer hook has to remember between its calls.
     lex/marker.cc	The number of the last marker.  The same kind of
			number is in lex/object-text.cc and lex/hold-text.cc.
     parse/mentions.cc	Whether it has been said that <Python.h> is missing.
     unit/pydump.cc	What has been written of the dump, also in
			unit/pytype.cc.

   Trees are held only between the parsing of the marker and PRE_GENERICIZE of
   the same outermost function.  GCC collects no garbage in between, so they
   need not be roots.  */

#ifndef OBJMODE_BLOCK_H
#define OBJMODE_BLOCK_H 1

#include "gcc-compat.h"
#include "text/marker-format.h"
#include "text/typestring.h"
#include "text/pysource.h"
#include "objmode-abi.h"

enum objmode_stage_id
{
#define OBJMODE_STAGE(NAME, MOMENT, WHAT) OBJMODE_STAGE_##NAME,
#include "stages.def"
#undef OBJMODE_STAGE
  OBJMODE_STAGES
};

/* A clause.  */
struct objmode_clause
{
  enum objmode_clause_kind kind;	/* clause */
  const char *name;		/* clause */
  enum objmode_marker_message message;	/* clause: of OBJMODE_CLAUSE_BAD */
  const char *macro;		/* clause: the macro that has expanded to it,
				   or NULL */
  location_t loc;		/* clause */
  location_t operand_loc;	/* clause: of what is in parentheses */
  const char *label;		/* clause: of `goto', or NULL */
  const char *type;		/* clause: the type string or NULL */
  location_t type_loc;		/* clause: of its first character */
  int type_line, type_column;	/* clause */
  struct objmode_typestring ts;	/* clause */
  tree word;			/* resolve: the variable because of which NAME
				   is not a keyword, or NULL */
  tree expr;			/* control: what is in parentheses; the
				   GOTO_EXPR of `goto' */
  tree extents[OBJMODE_TS_MAX_DIMS];	/* control: VAR_DECLs or NULL */
  tree strides[OBJMODE_TS_MAX_DIMS];	/* control */
};

/* One mention of OBJ (v) in a C body.  The front end has parsed it as the
   address of the variable DECL, which gives it its type.  */
struct objmode_mention
{
  tree decl;			/* parse/mentions.cc: __objmode_obj_N */
  const char *name;		/* parse/mentions.cc: v */
  tree v;			/* parse/mentions.cc: its declaration, or NULL
				   if it is the NAME of a clause */
  location_t loc;		/* parse/mentions.cc: of v */
  bool read, assigned;		/* body: it occurs other than on the left
				   side of `='; its value may have been
				   replaced */
};

/* A way out of a C body.  */
struct objmode_exit
{
  enum tree_code code;		/* body: RETURN_EXPR, GOTO_EXPR, ... */
  tree stmt;			/* body: the first such statement */
  tree label;			/* body: the target of a GOTO_EXPR */
};

/* The number of dimensions for which a hint can give extents.  */
#define OBJMODE_NEAR 3

/* A variable or an expression of C that the text or the C body uses by a name.
   Three stages add variables to a block.  */
struct objmode_variable
{
  const char *name;		/* resolve, control, body: in the text */
  const struct objmode_pyname *py;	/* resolve: or NULL */
  struct objmode_clause *clause;	/* resolve: or NULL */
  tree decl;			/* resolve, control, body: VAR_DECL, PARM_DECL,
				   CONST_DECL or NULL for an expression */
  location_t loc;		/* resolve, control, body: where the text or
				   clause names it */
  const char *counts[OBJMODE_NEAR];	/* resolve: integer parameters next
					   to the pointer, which may be its
					   extents; or NULL */
  bool wants_in, wants_out;	/* resolve, control, body: whether the text, or
				   the C body, reads and assigns it */
  unsigned macro;		/* resolve: if it is the constant of a macro,
				   its number in MACROS, from 1 on; or 0 */
  bool unasked;			/* resolve, control: the text does not ask for
				   its value, but may use any */
  bool returned;		/* control: it is the value of `return' */
  bool object, object_in;	/* body: OBJ (v) is mentioned; it is an
				   input */
  bool assigned;		/* body: OBJ (v) may get another value */
  bool unconverted;		/* body: no value of OBJ (v) goes in or out */

  bool in, out;			/* type: whether a value goes in, and out: as
				   wanted, but memory is always passed */
  tree value;			/* type: the C expression */
  const char *c_name;		/* type: its name in messages */
  tree adapter;			/* type: see types/adapter.h, or NULL */
  tree type;			/* type: unqualified, of the value or element */
  enum objmode_kind kind;	/* type */
  unsigned flags;		/* type: enum objmode_var_flags */
  int ndim;			/* type */
  int levels;			/* type: how many of them are levels of
				   pointers */
  tree extents[OBJMODE_TS_MAX_DIMS];	/* type: ptrdiff_t expressions */
  tree strides[OBJMODE_TS_MAX_DIMS];	/* type: NULL for C order */
  tree declared[OBJMODE_TS_MAX_DIMS];	/* type: if OBJMODE_VAR_BOUNDED, the
					   extents of the memory; NULL if not
					   known */

  tree in_field, out_field, addr_field;	/* convert: in the frame */
  tree object_field;		/* convert: OBJ (v) of a C body */
  tree temporary;		/* outline: receives the output */
};

/* A macro that the text names, but does not see.  */
struct objmode_unseen_macro
{
  enum objmode_marker_macro use;	/* clause: why */
  const char *name;			/* clause */
};

/* A C function that a text may call.  */
struct objmode_callable
{
  const char *name;		/* resolve: in the text */
  tree decl;			/* resolve: FUNCTION_DECL */
};

/* A block.  */
struct objmode_block
{
  int id;			/* clause: number in the marker */
  tree marker;			/* clause: the TYPE_DECL */
  unsigned done;		/* pipeline.cc: the stages that are done, each
				   as 1 << enum objmode_stage_id */
  bool erroneous;		/* any: an error was reported, and later stages
				   skip the block */
  bool given_up;		/* convert: the only error is elsewhere */
  bool module;			/* clause: a module block */
  bool c_body, mixed;		/* clause */
  bool early;			/* clause: a raw string without a delimiter
				   ends where the text of a mixed body ends */
  bool unquoted;		/* clause: the body is Python without quotes */
  bool unterminated;		/* clause: a module's text lacks its `;' */
  int mixed_line, mixed_column;	/* clause: where the text ends */
  unsigned python;		/* clause: a C body's PY_VERSION_HEX, or 0 */
  struct objmode_pyspan nul;	/* clause: a null character of the text */

  const char *file;		/* clause: as the user names the C file */
  int line, column;		/* clause: of the annotation */
  location_t loc;		/* clause */
  int fix_line, fix_column;	/* clause: where a clause may be added, or 0 */
  char fix_style;		/* clause: ',' after a clause; '(' inside ();
				   'n' no parentheses; 0 nowhere */
  vec<objmode_clause> clauses;	/* clause */
  const char *text;		/* clause: Python, UTF-8 */
  vec<objmode_pyposition> positions;	/* clause: where it lies */
  vec<char *> macros;		/* clause: names of constant macros */
  vec<objmode_unseen_macro> unseen;	/* clause: other macros */

  struct objmode_pysource *py;	/* analyse */
  vec<objmode_variable> variables;	/* resolve, control, body, type: the
					   first three add variables; `type'
					   drops those that are only checked */
  vec<objmode_callable> callables;	/* resolve */
  vec<objmode_variable> seen;	/* resolve, type: what a text that may use any
				   name finds while it runs: variables at file
				   scope, enumeration constants, macros */
  vec<objmode_callable> seen_functions;	/* resolve: functions, likewise */
  vec<objmode_mention> mentions;	/* parse/mentions.cc */
  vec<objmode_exit> exits;		/* body */
  bool falls_through;			/* body: its end can be reached */

  tree fn;			/* control: the function it stands in */
  tree bind;			/* control: the BIND_EXPR of the block */
  tree region;			/* control: the outermost OpenMP construct
				   around it that has threads, or NULL */
  tree strict;			/* control: the innermost OpenMP construct
				   around it with `default (none)', or NULL */
  const char *refusing;		/* control: the construct around it where no
				   block may be, or NULL.  */
  vec<tree> macro_values;	/* control: the values of MACROS, in that
				   order */

  tree frame_type;		/* convert: RECORD_TYPE */
  tree frame_head;		/* convert: of a C body's frame, the field that
				   is a struct __objmode_body; or NULL */
  tree descriptor;		/* convert: of struct __objmode_block */
  const char *unit_function;	/* convert: the C function's name */

  tree status;			/* outline: int, what the call returned */
  tree value;			/* outline: what a C body returns, or NULL */
  tree call;			/* outline: statement list */
  tree vars;			/* outline, guard: local variables of FN */
};

#endif /* OBJMODE_BLOCK_H */
