/* run.h - Blocks that are ready to run, and the modules of units.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A struct om_block is made once, with the GIL, when its block runs for the
   first time, and lives as long as the process.  Any thread may then run
   it.  */

#ifndef OBJMODE_RUN_H
#define OBJMODE_RUN_H 1

#include "values/slot.h"

#pragma GCC visibility push (hidden)

/* With so many variables the stack frame of a run has a fixed size.  */
#define OM_FEW 8

struct om_names;
struct om_unit;

/* A block that is ready to run: block->state.  Never freed once there.  */
struct om_block
{
  PyObject *function;
  struct __objmode_block *block;
  struct om_slot *in, *out;
  uint32_t n_in, n_out;
  uint32_t n_views;		/* Inputs that are views.  */
  int critical;			/* It stores what other threads may see.  */
  uint32_t n_memories;		/* Inputs of OM_QUICK_MEMORY.  */
  int shared;			/* Some slot is.  */
  int returned;			/* The last output is the value of
				   `return'.  */
  int rechecks;			/* Code may run after an output was
				   converted.  */
  int x87;			/* Its text may use the x87.  */
  int strings;			/* Its text may store strings in elements of
				   an array of structs.  */
  struct om_names *names;	/* What its text may find, or NULL.  */
};

/* A unit's module: node->core.  Never freed.  */
struct om_unit
{
  struct objmode_unit_node *node;
  PyObject *module;
  enum { OM_UNIT_NEW, OM_UNIT_RUNNING, OM_UNIT_DONE, OM_UNIT_FAILED } state;
  unsigned long runner;		/* The thread that runs the module blocks.  */
  PyObject *type, *value, *traceback;	/* Why it FAILED.  */
};

/* block.c */
extern int om_first_run (struct __objmode_block *, void *);
extern int om_cannot_enter (struct __objmode_block *);
extern int om_not_outputs (void);

/* plain.c */
extern __objmode_run_fn *om_choose_plain (const struct om_block *);

/* body.c */
extern int om_run_body (struct __objmode_block *, void *);

/* count.c */
extern uint64_t om_copied_bytes (const struct om_block *, PyObject **views,
				 const union om_value *);

/* kinds.c */
struct om_kind;
extern const struct om_kind *const om_kind_table[OBJMODE_KINDS];

/* prepare.c */
extern struct om_block *om_prepare (struct __objmode_block *);
extern void om_free_block (struct om_block *);

extern void om_free_slot (struct om_slot *);
extern int om_make_input_slot (struct om_slot *,
			       const struct __objmode_block *,
			       const struct __objmode_var *);

/* names.c */
extern PyObject *om_find_name (PyObject *self, PyObject *args);
extern void om_free_names (struct om_names *);
extern struct om_names *om_make_names (const struct __objmode_block *,
				       struct om_unit *);
extern PyObject *om_show_names (const struct om_names *);
extern void om_hide_names (const struct om_names *, PyObject *before);

/* failure.c */
extern struct objmode_failure *om_take_failure
  (const struct __objmode_block *, const struct om_slot *, int clear);

/* rng.c */
extern struct objmode_failure *om_rng_seed (objmode_rng *,
					    const uint64_t *seed, size_t n);
extern struct objmode_failure *om_rng_spawn (const objmode_rng *parent,
					     size_t n, objmode_rng *children);
extern struct objmode_failure *om_rng_functions (void *functions[2]);

/* held.c */
extern struct objmode_failure *om_check_views (struct om_block *,
					       PyObject **views,
					       struct objmode_failure *,
					       int *collected);

/* offers.c */
extern PyMethodDef om_offer_methods[];
extern int om_reserved_name_p (const char *name);

/* module.c */
extern PyMethodDef om_module_methods[];
extern struct om_unit *om_unit_ready (struct __objmode_unit *);
extern PyObject *om_unit_names (struct __objmode_unit *);
extern PyObject *om_file_name (void *file);
extern PyObject *om_positions (const struct __objmode_position *,
			       int source_line);

#pragma GCC visibility pop

#endif /* OBJMODE_RUN_H */
