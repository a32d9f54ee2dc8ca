/* libobjmode.h - What the files of libobjmode share.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Functions and types of one file of libobjmode that others use stand under
   its name.  None of them is exported.  */

#ifndef LIBOBJMODE_H
#define LIBOBJMODE_H 1

#include <string.h>
#include "core.h"

#define OL_EXPORT __attribute__ ((visibility ("default")))
#define OL_HIDDEN __attribute__ ((visibility ("hidden")))

/* Which Python.  Paths are owned by the record.  */
struct ol_python
{
  int in_process;		/* 1: the process has one already.  */
  char *executable;		/* "/venv/bin/python3" */
  char *library;		/* "/usr/lib/libpython3.11.so.1.0" */
  char *problem;		/* Why there is none, or NULL.  */
};

/* A file of a Python that the process has: its symbols by name.  */
struct ol_host
{
  int (*is_initialized) (void);
  int (*check) (void);
  void *(*save) (void);
  void (*restore) (void *);
};

/* Names of the objects that are mapped.  */
struct ol_names
{
  char **name;
  size_t n;
};

/* find.c */
extern void ol_list_objects (struct ol_names *) OL_HIDDEN;
extern void *ol_defined_in (const char *name, const char *wanted,
			    void **handle) OL_HIDDEN;
extern int ol_environment_ignored (int isolated) OL_HIDDEN;
extern int ol_find_host (struct ol_host *, char **problem) OL_HIDDEN;
extern int ol_debug_build_p (void) OL_HIDDEN;
extern void ol_find_python (const char *configured, int isolated,
			    struct ol_python *) OL_HIDDEN;

/* process.c */
extern char *ol_claim_process (void) OL_HIDDEN;
extern int ol_hidden_python_p (void) OL_HIDDEN;

/* venv.c */
extern char *ol_format (const char *, ...)
  __attribute__ ((format (printf, 1, 2))) OL_HIDDEN;
extern int ol_file_p (const char *) OL_HIDDEN;
extern int ol_directory_p (const char *) OL_HIDDEN;
extern char *ol_first_match (const char *directory, const char *pattern)
  OL_HIDDEN;
extern int ol_place_python (const char *place, const char *said_by,
			    struct ol_python *) OL_HIDDEN;

/* load.c */
extern const struct objmode_core *ol_core (void) OL_HIDDEN;
extern int ol_starting_p (void) OL_HIDDEN;
extern int ol_start (const objmode_config *, struct objmode_failure **)
  OL_HIDDEN;
extern int ol_begin_fork_of_start (void) OL_HIDDEN;
extern void ol_end_fork_of_start (int child, int started) OL_HIDDEN;
extern void *ol_pause (void) OL_HIDDEN;
extern void ol_resume (void *) OL_HIDDEN;

/* complain.c */
extern void ol_complain (const char *, ...)
  __attribute__ ((format (printf, 1, 2))) OL_HIDDEN;
extern int ol_utf8_length (const unsigned char *) OL_HIDDEN;
extern char *ol_printable (const char *) OL_HIDDEN;

/* environment.c */
extern int ol_bytes (const char *, unsigned long *) OL_HIDDEN;
extern void ol_check_environment (int isolated) OL_HIDDEN;

/* error.c */
extern struct objmode_failure *ol_make_failure
  (const struct objmode_error_info *) OL_HIDDEN;
extern int ol_fail (const struct __objmode_block *, struct objmode_failure *)
  OL_HIDDEN;
extern void ol_free_failure (struct objmode_failure *) OL_HIDDEN;
extern struct objmode_failure *
  ol_early_failure (const struct __objmode_block *) OL_HIDDEN;
extern void ol_store_failure (struct objmode_failure *) OL_HIDDEN;

/* stack.c */
extern void ol_stack_bounds (uintptr_t *, uintptr_t *) OL_HIDDEN;
extern uintptr_t ol_stack_reserve (void) OL_HIDDEN;
extern int ol_stack_low_p (const void *) OL_HIDDEN;
extern unsigned long ol_main_thread (void) OL_HIDDEN;

/* guard.c */
extern void ol_begin_fork_of_guards (void) OL_HIDDEN;
extern void ol_end_fork_of_guards (int child) OL_HIDDEN;

/* A function of NumPy that draws a number by a bitgen_t.  */
typedef double ol_draw_fn (void *bits);

/* Which bits of a word of 64 bits such a function takes for what, if it draws
   by a ziggurat: 8 bits for the layer, the number, and the bit of its sign or
   -1.  */
struct ol_ziggurat_shape
{
  int layer_shift, number_shift, number_bits, sign_shift;
};

#define OL_LAYERS 256

/* A table of such a function: a number less than LIMIT is accepted, and
   multiplied by WIDTH.  */
struct ol_layer
{
  uint64_t limit;
  double width;
};

struct ol_ziggurat
{
  ol_draw_fn *draw;
  struct ol_layer layer[OL_LAYERS];
};

/* If the function of Z, of SHAPE, accepts WORD at once, store what it returns
   in *X and return 1; else return 0.  */

static inline int
ol_ziggurat_quick (const struct ol_ziggurat *z,
		   const struct ol_ziggurat_shape *shape, uint64_t word,
		   double *x)
{
  const struct ol_layer *layer
    = &z->layer[word >> shape->layer_shift & (OL_LAYERS - 1)];
  uint64_t mask = ((uint64_t) 1 << shape->number_bits) - 1;
  uint64_t number = word >> shape->number_shift & mask, bits;

  if (number >= layer->limit)
    return 0;
  *x = (double) (int64_t) number * layer->width;
  if (shape->sign_shift < 0)
    return 1;
  /* A jump would be wrong every other time.  */
  memcpy (&bits, x, sizeof bits);
  bits ^= (word >> shape->sign_shift & 1) << 63;
  memcpy (x, &bits, sizeof bits);
  return 1;
}

/* ziggurat.c */
extern double ol_draw_after (ol_draw_fn *, const objmode_rng *, uint64_t word)
  OL_HIDDEN;
extern struct ol_ziggurat *ol_learn_ziggurat
  (ol_draw_fn *, const struct ol_ziggurat_shape *) OL_HIDDEN;

/* jump.c */
extern int ol_sees_jumps (void) OL_HIDDEN;

/* cancel.c */
extern int ol_cancel_p (void) OL_HIDDEN;

/* unit.c */
extern void ol_begin_fork_of_units (void) OL_HIDDEN;
extern void ol_end_fork_of_units (void) OL_HIDDEN;
extern struct objmode_unit_node *ol_unit_node (struct __objmode_unit *)
  OL_HIDDEN;
extern struct objmode_unit_node *ol_first_unit (void) OL_HIDDEN;

/* stats.c */
extern void ol_begin_fork_of_counts (void) OL_HIDDEN;
extern void ol_end_fork_of_counts (int child) OL_HIDDEN;
extern int ol_counting_p (int isolated) OL_HIDDEN;
extern int ol_counting (void) OL_HIDDEN;
extern void ol_count (struct __objmode_block *, const struct objmode_times *)
  OL_HIDDEN;
extern void ol_count_collection (struct __objmode_block *, int64_t) OL_HIDDEN;

/* trace.c */
extern int ol_trace_start (const char *name) OL_HIDDEN;
extern void ol_trace (const struct __objmode_block *,
		      const struct objmode_times *) OL_HIDDEN;
extern void ol_trace_flush (void) OL_HIDDEN;
extern void ol_trace_end (void) OL_HIDDEN;
extern void ol_trace_in_child (void) OL_HIDDEN;

#endif /* LIBOBJMODE_H */
