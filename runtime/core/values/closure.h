/* closure.h - Python functions as C functions.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A closure is what C calls by a function pointer that was made of a Python
   function.  The code that the pointer points to is libffi's; it calls a
   function of run/closure.c with the closure.  A closure is counted, since C
   owns the pointer, and the GIL is held when a count changes.  */

#ifndef OBJMODE_CLOSURE_H
#define OBJMODE_CLOSURE_H 1

#include "values/callable.h"
#include <ffi.h>

#pragma GCC visibility push (hidden)

struct om_closure_type;

/* Convert OBJECT, the result of the Python function, to RESULT, where libffi
   looks for the result of a function of TYPE.  Return 0 or -1.  */
typedef int om_give_result (const struct om_closure_type *type,
			    PyObject *object, void *result);

/* How C calls the functions of one descriptor.  Never freed once the
   descriptor's signature has it.  */
struct om_closure_type
{
  const struct __objmode_function *function;
  ffi_cif cif;
  ffi_type **types;		/* Of the parameters.  */
  void *blocks;			/* What was allocated for the types.  */
  size_t result_size;		/* Bytes that libffi looks at, 0: void.  */
  om_give_result *give;		/* NULL: void.  */
  struct om_slot *result;	/* The signature's.  */
  uint32_t n_views;		/* Parameters that are views.  */
  int x87;			/* Values may use the x87.  */
  struct __objmode_var *vars;	/* Of the parameters, as in a block.  */
  unsigned char *by_address;	/* The value of parameter I is at an address
				   that stands where slots look.  */
  uint32_t *words;		/* Where the memory of parameter I, an array,
				   is among WORDS, from 1 on; or 0.  */
  uint32_t n_words;		/* Of all struct om_frame_memory.  */
  struct om_slot in[];
};

/* A Python function that C can call.  */
struct om_closure
{
  PyObject *function;		/* NULL once the closure was released.  */
  const struct om_closure_type *type;
  struct __objmode_block block;	/* The statement that made it, as if that were
				   a block.  */
  ffi_closure *closure;
  void *code;			/* What the function pointer is.  */
  size_t count;			/* References that C has.  */
  size_t running;		/* Calls that have not returned.  */
  unsigned forks;		/* In which process it was made.  */
  int x87;			/* The function may use the x87.  */
  int careful;			/* It may, or was not called yet, or is not a
				   function of Python's own.  */
  struct om_closure *next;	/* In the table of functions.  */
  struct om_closure *next_code;	/* In the table of addresses.  */
  char text[];			/* The strings of BLOCK.  */
};

/* What libffi calls.  */
typedef void om_closure_fn (ffi_cif *, void *result, void **arguments,
			    void *closure);

/* Return what libffi is to call for closures of a type.  */
typedef om_closure_fn *om_choose_closure_fn (const struct om_closure_type *);

/* The room run has it: run/closure.c.  */
extern om_choose_closure_fn om_choose_closure;

/* closure-type.c */
extern struct om_closure_type *om_closure_type_of (const struct om_slot *);
extern void om_closure_memory (const struct om_closure_type *,
			       void **arguments, ptrdiff_t *memory);

/* kept.c */
extern PyObject *om_kept (PyObject *object);

/* closure.c */
extern void om_closure_init (om_choose_closure_fn *choose);
extern void *om_closure_of (const struct om_slot *, PyObject *function);
extern void om_closure_retain (const void *address);
extern void om_closure_release (const void *address);
extern _Noreturn void om_closure_was_released (const struct om_closure *);
extern void om_callback_release (const void *address);
extern int om_callback_p (const void *address);
extern void om_closures_in_child (void);

#pragma GCC visibility pop

#endif /* OBJMODE_CLOSURE_H */
