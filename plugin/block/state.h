/* state.h - What is known so far of the function and of the unit.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_STATE_H
#define OBJMODE_STATE_H 1

#include "block.h"

/* A name that is to be looked up at the end of the unit.  */
struct objmode_noted_name
{
  const char *name;
  location_t loc;
  bool hidden;			/* A C variable that may hide a name of the
				   module.  */
  char *reason;			/* Why Python text cannot call the C function
				   of this name.  Malloced, or NULL.  */
  const char *meant;		/* A known name with a similar spelling, or
				   NULL.  */
  bool system;			/* A system header declares the function.  */
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
  unsigned undefined;		/* How many of NAMES are not HIDDEN.  */
  bool star;			/* `from ... import *' in a module block.  */
};

/* names.cc */
extern const struct objmode_names *objmode_noted_names (void);
extern void objmode_note_names (const struct objmode_block *);
extern void objmode_note_global (const struct objmode_pyname *);
extern void objmode_note_undefined (const struct objmode_block *,
				    const struct objmode_pyname *,
				    char *reason, const char *meant);
extern void objmode_note_hidden (const char *name, location_t loc);
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
