/* state.h - What is known so far of the function and of the unit.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_STATE_H
#define OBJMODE_STATE_H 1

#include "block.h"

/* What there is to say of a name of a text at the end of the unit.  */
enum objmode_noted_kind
{
  OBJMODE_NOTED_UNDEFINED,	/* The text uses it, and it is not a name of C
				   or a builtin.  */
  OBJMODE_NOTED_HIDDEN,		/* A C variable may hide that of a module.  */
  OBJMODE_NOTED_BUILTIN,	/* A builtin hides a C function.  */
  OBJMODE_NOTED_LOST		/* The block assigns a variable of its own.  */
};

/* Why a text does not see a name that C has.  */
enum objmode_unseen
{
  OBJMODE_UNSEEN_UNKNOWN,	/* C does not have the name.  */
  OBJMODE_UNSEEN_FUNCTION,	/* A system header declares the function.  */
  OBJMODE_UNSEEN_VARIABLE,	/* A system header declares the variable.  */
  OBJMODE_UNSEEN_MODULE,	/* The name means a variable or macro, which
				   the text of a module block cannot see.  */
  OBJMODE_UNSEEN_SYSTEM,	/* A system header defines the macro.  */
  OBJMODE_UNSEEN_EXPRESSION,	/* The macro is not a constant.  */
  OBJMODE_UNSEEN_PARAMETERS	/* The macro has parameters.  */
};

/* A name that is to be looked up at the end of the unit.  */
struct objmode_noted_name
{
  enum objmode_noted_kind kind;
  const struct objmode_block *block;
  const char *name;
  location_t loc;
  char *reason;			/* Why Python text cannot call this C function.
				   It is malloced.  Otherwise NULL.  */
  const char *meant;		/* A known name with a similar spelling, or
				   NULL.  */
  enum objmode_unseen unseen;
  bool known;			/* A module block in front defines it.  */
};

/* A function that has a block at LOC.  */
struct objmode_noted_function
{
  const char *name;
  location_t loc;
};

/* What is known so far of the unit.  Only block/names.cc writes it.  */
struct objmode_names
{
  vec<objmode_noted_function> functions;
  vec<objmode_noted_name> names;
  vec<const char *> defined;	/* Names that module blocks define.  */
  unsigned undefined;		/* How many of NAMES are undefined.  */
  bool star;			/* `from ... import *' in a module block.  */
};

/* names.cc */
extern const struct objmode_names *objmode_noted_names (void);
extern void objmode_note_names (const struct objmode_block *);
extern void objmode_note_global (const struct objmode_pyname *);
extern void objmode_note_undefined (const struct objmode_block *,
				    const struct objmode_pyname *,
				    char *reason, const char *meant);
extern void objmode_note_name (const struct objmode_block *,
			       const struct objmode_pyname *,
			       enum objmode_noted_kind);
extern void objmode_note_function (const struct objmode_block *);
extern bool objmode_module_name_p (const char *name);
extern bool objmode_many_undefined_p (void);

/* pending.cc */
extern void objmode_add_pending (struct objmode_block *);
extern void objmode_add_pending_hold (tree marker);
extern bool objmode_pending_p (void);
extern bool objmode_pending_holds_p (void);
extern void objmode_forget_pending (void);
extern struct objmode_block *objmode_block_of_marker (tree decl);
extern struct objmode_block *objmode_open_body (void);
extern tree objmode_hold_marker (tree bind);
extern const struct objmode_block *objmode_pending_block (int id);

#endif /* OBJMODE_STATE_H */
