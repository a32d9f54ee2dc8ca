/* libobjmode.h - What the files of libobjmode share.
   Copyright (C) 2026 The objmode authors

   This file is part of objmode.

   objmode is free software: you can redistribute it and/or modify it
   under the terms of the GNU General Public License as published by
   the Free Software Foundation, either version 3 of the License, or
   (at your option) any later version.

   objmode is distributed in the hope that it will be useful, but
   WITHOUT ANY WARRANTY; without even the implied warranty of
   MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the GNU
   General Public License for more details.

   Under Section 7 of GPL version 3, you are granted additional
   permissions described in the GCC Runtime Library Exception, version
   3.1, as published by the Free Software Foundation.

   You should have received a copy of the GNU General Public License
   and a copy of the GCC Runtime Library Exception along with this
   program; see the files COPYING and COPYING.RUNTIME respectively.  If
   not, see <https://www.gnu.org/licenses/>.  */

#ifndef LIBOBJMODE_H
#define LIBOBJMODE_H 1

#include "core.h"

#define OM_EXPORT __attribute__ ((visibility ("default")))
#define OM_HIDDEN __attribute__ ((visibility ("hidden")))

/* Which Python.  Paths are owned by the record.  */
struct om_python
{
  int in_process;		/* 1: the process has one already.  */
  char *executable;		/* "/venv/bin/python3" */
  char *library;		/* "/usr/lib/libpython3.11.so.1.0" */
  char *problem;		/* Why there is none, or NULL.  */
};

/* A file of a Python that the process has: its symbols by name.  */
struct om_host
{
  int (*is_initialized) (void);
  int (*check) (void);
  void *(*save) (void);
  void (*restore) (void *);
};

/* Names of the objects that are mapped.  */
struct om_names
{
  char **name;
  size_t n;
};

/* find.c */
extern void om_list_objects (struct om_names *) OM_HIDDEN;
extern void *om_defined_in (const char *name, const char *wanted,
			    void **handle) OM_HIDDEN;
extern int om_environment_ignored (int isolated) OM_HIDDEN;
extern int om_find_host (struct om_host *, char **problem) OM_HIDDEN;
extern int om_debug_build_p (void) OM_HIDDEN;
extern void om_find_python (const char *configured, int isolated,
			    struct om_python *) OM_HIDDEN;

/* process.c */
extern char *om_claim_process (void) OM_HIDDEN;
extern int om_hidden_python_p (void) OM_HIDDEN;

/* venv.c */
extern char *om_format (const char *, ...)
  __attribute__ ((format (printf, 1, 2))) OM_HIDDEN;
extern int om_file_p (const char *) OM_HIDDEN;
extern int om_directory_p (const char *) OM_HIDDEN;
extern int om_place_python (const char *place, const char *said_by,
			    struct om_python *) OM_HIDDEN;

/* load.c */
extern const struct objmode_core *om_core (void) OM_HIDDEN;
extern int om_starting_p (void) OM_HIDDEN;
extern int om_start (const objmode_config *, struct objmode_failure **)
  OM_HIDDEN;
extern void *om_pause (void) OM_HIDDEN;
extern void om_resume (void *) OM_HIDDEN;

/* error.c */
extern struct objmode_failure *om_make_failure (const char *, const char *,
						const char *, const char *,
						const char *, const char *)
  OM_HIDDEN;
extern int om_fail (const struct __objmode_block *, struct objmode_failure *)
  OM_HIDDEN;
extern void om_free_failure (struct objmode_failure *) OM_HIDDEN;
extern struct objmode_failure *
  om_early_failure (const struct __objmode_block *) OM_HIDDEN;
extern void om_store_failure (struct objmode_failure *) OM_HIDDEN;

/* stack.c */
extern void om_stack_bounds (uintptr_t *, uintptr_t *) OM_HIDDEN;
extern uintptr_t om_stack_reserve (void) OM_HIDDEN;
extern int om_stack_low_p (const void *) OM_HIDDEN;
extern unsigned long om_main_thread (void) OM_HIDDEN;

/* cancel.c */
extern int om_cancel_p (void) OM_HIDDEN;

/* unit.c */
extern struct objmode_unit_node *om_unit_node (struct __objmode_unit *)
  OM_HIDDEN;
extern struct objmode_unit_node *om_first_unit (void) OM_HIDDEN;

/* stats.c */
extern int om_counting_p (int isolated) OM_HIDDEN;
extern int om_counting (void) OM_HIDDEN;
extern void om_count (struct __objmode_block *, const struct objmode_times *)
  OM_HIDDEN;

/* trace.c */
extern int om_trace_start (const char *name) OM_HIDDEN;
extern void om_trace (const struct __objmode_block *,
		      const struct objmode_times *) OM_HIDDEN;
extern void om_trace_flush (void) OM_HIDDEN;
extern void om_trace_end (void) OM_HIDDEN;
extern void om_trace_in_child (void) OM_HIDDEN;

#endif /* LIBOBJMODE_H */
