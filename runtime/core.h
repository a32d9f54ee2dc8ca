/* core.h - The private contract of libobjmode and the core.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* libobjmode knows no Python.  It finds one, loads it and the core that
   was built for it, and calls the one function that the core exports,
   objmode_core_init.  What each side offers the other is below.  Both are
   installed together; OBJMODE_CORE_ABI changes with any change here.  */

#ifndef OBJMODE_CORE_H
#define OBJMODE_CORE_H 1

#define OBJMODE_API_ONLY 1
#include "objmode.h"
#include "objmode-random.h"
#include "objmode-abi.h"

#define OBJMODE_CORE_ABI 7

/* A translation unit that has said hello.  Never freed.  */
struct objmode_unit_node
{
  struct __objmode_unit *unit;
  struct objmode_unit_node *next;	/* In the order of registration.  */
  void *core;				/* The core's.  */
  const char *refusal;			/* Why the unit, of another ABI, cannot
					   run; or NULL.  */
};

/* A failed block or start.  One allocation by malloc holds the record and
   the strings of INFO.  */
struct objmode_failure
{
  struct objmode_error_info info;
  objmode_object *exception;	/* A reference, or NULL.  */
  int exits;			/* 1: SystemExit with EXIT_STATUS.  */
  int exit_status;
  /* Of error.c: the frame that has given INFO to the error handler, or NULL,
     and the failure of the handler around it.  */
  const void *handled_by;
  struct objmode_failure *outer;
};

/* A crossing of a block: nanoseconds of a clock that is never set.  */
struct objmode_times
{
  int64_t start;		/* The thread is there.  */
  int64_t entered;		/* It has the GIL.  */
  int64_t called;		/* The inputs are converted.  */
  int64_t returned;		/* The text has ended.  */
  int64_t left;			/* All is stored, the GIL is given up.  */
  uint64_t copied;		/* Bytes of arrays, in and out.  */
  int failed;
};

/* What libobjmode gives the core.  */
struct objmode_core_request
{
  uint32_t abi;			/* OBJMODE_CORE_ABI */
  int isolated;			/* As in objmode_config, or a set-user-ID
				   process.  */
  const char *executable;	/* The python that is set up.  */
  const char *path;		/* For the front of sys.path, or NULL.  */
  int argc;			/* sys.argv; 0: the process's own.  */
  char **argv;

  /* Make a failure with copies of the strings of INFO and its numbers, and no
     exception.  Each string but `type' and `message' may be NULL; `text' is
     then `message', and `types' is `type' alone.  Without memory return a
     static record; never NULL.  GIL not needed.  */
  struct objmode_failure *(*make_failure) (const struct objmode_error_info *);

  /* Free a failure that has no exception.  */
  void (*free_failure) (struct objmode_failure *);

  /* End BLOCK with FAILURE, which becomes libobjmode's: store it, call the
     handler, or end the process.  Return what the block's run function is
     to return.  Without the GIL, unless the thread held it before.  */
  int (*fail) (const struct __objmode_block *, struct objmode_failure *);

  /* Store where the stack of this thread begins and ends, 0 twice if that
     is not known; return how much of it a block needs; and 1 if the stack
     that a variable of the caller is on has less left.  */
  void (*stack_bounds) (uintptr_t *begin, uintptr_t *end);
  uintptr_t (*stack_reserve) (void);
  int (*stack_low_p) (const void *place);

  /* 1 if threads of this process may be cancelled.  */
  int (*cancel_p) (void);

  /* Print a message, filled in, to the standard error, however the program
     has left stderr.  GIL not needed.  */
  void (*complain) (const char *format, ...)
    __attribute__ ((format (printf, 1, 2)));

  /* 1 if each longjmp of the program is told to `jump'.  */
  int sees_jumps;

  /* The main thread of the process, as pthread_self gives it, or 0 if that is
     not known.  */
  unsigned long main_thread;

  /* The node of UNIT, made if need be; and the first node of all.  */
  struct objmode_unit_node *(*unit_node) (struct __objmode_unit *);
  struct objmode_unit_node *(*first_unit) (void);

  /* Count a crossing of a block; NULL if nothing is counted.  GIL not
     needed.  */
  void (*count) (struct __objmode_block *, const struct objmode_times *);

  /* Count that all garbage was collected at the end of a block, which took so
     many nanoseconds; NULL if nothing is counted.  GIL not needed.  */
  void (*count_collection) (struct __objmode_block *, int64_t);
};

/* What the core gives libobjmode.  */
struct objmode_core
{
  uint32_t abi;			/* OBJMODE_CORE_ABI */
  const char *version;		/* Of the Python that runs: "3.11".  */

  /* Prepare BLOCK if it has not been, replace its run function and run
     it with FRAME.  Return an enum objmode_status.  Any thread, GIL taken
     and given back.  */
  int (*first_run) (struct __objmode_block *, void *);

  /* A reference more or less to OBJECT, which is not NULL.  Any thread,
     GIL taken if need be.  */
  void (*retain) (objmode_object *);
  void (*release) (objmode_object *);

  /* One less at a later entry of any thread.  GIL not needed.  */
  void (*release_later) (objmode_object *);

  /* Give up the GIL if this thread holds it, before it waits for another
     one.  Return what `resume' takes back, NULL if it did not hold it.  */
  void *(*pause) (void);
  void (*resume) (void *);

  /* OBJMODE_HOLD: see __objmode_hold_enter.  Return 1 if the GIL has been
     taken and hold_end is to be called.  */
  int (*hold_begin) (struct __objmode_hold *);
  void (*hold_end) (struct __objmode_hold *);

  /* A fork begins, or has ended, on this thread.  GIL not needed.  */
  void (*before_fork) (void);
  void (*after_fork_in_parent) (void);
  void (*after_fork_in_child) (void);

  /* Make generators, see objmode_rng_seed and objmode_rng_spawn.  Return NULL
     or a failure.  Any thread, GIL taken.  */
  struct objmode_failure *(*rng_seed) (struct objmode_rng *,
				       const uint64_t *seed, size_t n);
  struct objmode_failure *(*rng_spawn) (const struct objmode_rng *parent,
					size_t n,
					struct objmode_rng *children);

  /* Store NumPy's functions that draw normal and exponential numbers by a
     bitgen_t.  Return NULL or a failure.  Any thread, GIL taken.  */
  struct objmode_failure *(*rng_functions) (void *functions[2]);

  /* objmode_callback_release and objmode_callback_p.  Any thread, GIL taken if
     need be.  */
  void (*callback_release) (const void *);
  int (*callback_p) (const void *);

  /* longjmp is about to leave the stack from HERE to TARGET.  GIL not
     needed.  */
  void (*jump) (uintptr_t target, uintptr_t here);
};

/* Start or adopt Python as REQUEST says, which must stay.  Store the core
   and return NULL, or return a failure.  Called once, without the GIL
   or, if the process has a Python, with or without it.  */
typedef struct objmode_failure *
objmode_core_init_fn (const struct objmode_core_request *request,
		      const struct objmode_core **core);

#endif /* OBJMODE_CORE_H */
