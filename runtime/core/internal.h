/* internal.h - What the files of the core share.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Unless a comment says otherwise the GIL is held, a returned object is a
   new reference, an argument is borrowed, and failure is NULL or -1 with
   an exception set.  */

#ifndef OBJMODE_INTERNAL_H
#define OBJMODE_INTERNAL_H 1

#include "compat.h"
#include "../core.h"

/* Only objmode_core_init is exported, however this is compiled.  */
#pragma GCC visibility push (hidden)

#define OM_LIKELY(X) __builtin_expect (!!(X), 1)
#define OM_UNLIKELY(X) __builtin_expect (!!(X), 0)
#define OM_COLD __attribute__ ((cold, noinline))

#define OM_MAX_DIMENSIONS 32

/* With so many variables the stack frame of a run has a fixed size.  */
#define OM_FEW 8

struct om_slot;
struct om_record;

/* An output on its way from the result of the text to C: the bytes of a
   scalar's C type; the object; or an array's SOURCE, NULL if the memory
   has its value already, and TARGET, an array of the memory, or, if that is
   NULL, DATA, where BYTES of it are to go.  When it has been stored, SOURCE
   is what has to be dropped.  */
union om_value
{
  char bytes[32];
  long double wide;		/* For its alignment.  */
  PyObject *object;
  char *text;			/* Malloced.  */
  struct { PyObject *source, *target; void *data; size_t bytes; } array;
};

/* Make the object of the value at P, which is of SLOT's C type.  */
typedef PyObject *om_to_python (const struct om_slot *, const void *p);

/* Convert OBJECT to SLOT's C type in VALUE.  Return 0 or -1.  */
typedef int om_from_python (const struct om_slot *, PyObject *object,
			    union om_value *value);

/* A row of the conversion table: choose the functions for SLOT, whose
   `var' and `block' are set.  A direction that its flags do not ask for
   may be left alone.  Return 0 or -1.  */
typedef int om_choose (struct om_slot *);

/* What is done for a value without a call: see inputs.h and outputs.h.  */
enum om_quick
{
  OM_QUICK_NOT,			/* A call.  */
  OM_QUICK_DOUBLE,
  OM_QUICK_INT64,
  OM_QUICK_INT32,
  OM_QUICK_TEXT,		/* A string; inputs only.  */
  OM_QUICK_BOOL,		/* Inputs only.  */
  OM_QUICK_MEMORY		/* A view of om_frame_memory goes in that may
				   be used again.  */
};

/* One direction of a variable of a block.  */
struct om_slot
{
  om_to_python *to_python;
  om_from_python *from_python;
  int32_t offset;		/* Of the value in the frame, or if SHARED of
				   the address of the variable.  */
  uint8_t shared;
  uint8_t is_view;		/* An input that must not be kept.  */
  uint8_t is_array;		/* Or a struct, or an OBJMODE_ARRAY.  */
  uint8_t is_ndarray;		/* An OBJMODE_ARRAY.  */
  uint8_t is_object;
  uint8_t is_chars;		/* OBJECT of an output is bytes, to copy.  */
  uint8_t is_text;		/* TEXT of an output is malloced.  */
  uint8_t is_bits;		/* BYTES of an output are a uint64_t.  */
  uint8_t quick;		/* Of enum om_quick.  */
  uint8_t is_returned;		/* The value of `return'.  */
  PyObject *spare;		/* To be used again, or NULL: see spare.h.  */
  uint32_t size;		/* Of the C type.  */
  const struct __objmode_var *var;
  const struct __objmode_block *block;	/* NULL: FUNCTION's.  */
  const struct __objmode_function *function;	/* Whose argument or result it
				   is, or NULL.  */
  PyObject *descr;		/* Arrays: NumPy's dtype.  */
  PyObject *base;		/* OM_QUICK_MEMORY: that of the view, borrowed,
				   or NULL.  */
  struct om_record *record;	/* Structs: their members.  */
  const struct __objmode_field *element;	/* OBJMODE_ARRAY: see there.  */
  int array_flags;		/* Which flags of NumPy its array must have.  */
  int32_t input;		/* Array outputs: which input, or -1.  */
};

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
  int x87;			/* Its text may use the x87.  */
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

/* Return where the value of SLOT is, with FRAME of the block.  */

static inline char *
om_place_of (const struct om_slot *slot, void *frame)
{
  char *place = (char *) frame + slot->offset;

  return slot->shared ? *(char **) place : place;
}

/* The same; SHARED is 0 if it is known that SLOT is not.  */

static inline char *
om_place_if (const struct om_slot *slot, void *frame, int shared)
{
  return (shared ? om_place_of (slot, frame)
	  : (char *) frame + slot->offset);
}

/* host.c */
extern const struct objmode_core_request *om_request;
extern int om_adopted;		/* The interpreter is the host's.  */

/* bootstrap.c: functions of Python text, by name.  */
extern int om_bootstrap_init (PyMethodDef *);
extern PyObject *om_bootstrap_call (const char *function, const char *format,
				    ...);

/* exit.c */
extern PyMethodDef om_exit_methods[];
extern int om_exit_init (void);
extern void om_exit_in_child (void);

/* fork.c */
extern int om_fork_init (void);

/* output.c */
extern int om_output_init (void);
extern int om_output_adopt (void);
extern PyMethodDef om_output_methods[];
extern void om_output_before_fork (void);
extern void om_output_in_child (void);

/* block.c */
extern int om_first_run (struct __objmode_block *, void *);

extern int om_cannot_enter (struct __objmode_block *);
extern int om_not_outputs (void);

/* plain.c */
extern __objmode_run_fn *om_choose_plain (const struct om_block *);

/* body.c */
extern int om_run_body (struct __objmode_block *, void *);

/* count.c */
extern int64_t om_now (void);
extern uint64_t om_copied_bytes (const struct om_block *, PyObject **views,
				 const union om_value *);

/* prepare.c */
extern struct om_block *om_prepare (struct __objmode_block *);
extern void om_free_block (struct om_block *);
extern om_choose om_choose_scalar;

/* callable.c */
extern int om_callable_init (void);
extern int om_add_functions (PyObject *module,
			     struct __objmode_function *const *functions);

/* conv-function.c */
extern om_choose om_choose_function;
extern PyObject *om_functions_get (const struct om_slot *, const char *p,
				   const Py_ssize_t *shape, int ndim);
extern int om_functions_set (const struct om_slot *, char *p,
			     const Py_ssize_t *shape, int ndim,
			     PyObject *object);

/* module.c */
extern PyMethodDef om_module_methods[];
extern struct om_unit *om_unit_ready (struct __objmode_unit *);
extern PyObject *om_file_name (void *file);
extern PyObject *om_positions (const struct __objmode_position *,
			       int source_line);

/* error.c */
extern struct objmode_failure *om_take_failure
  (const struct __objmode_block *, const struct __objmode_var *, int clear);
extern int om_prefix_error (const struct om_slot *);
extern int om_value_error (const struct om_slot *, PyObject *type,
			   PyObject *object, const char *what);
extern int om_slot_error (const struct om_slot *, PyObject *type,
			  const char *format, ...);
extern PyObject *om_passed_type (const struct om_slot *);

/* view.c */
extern int om_choose_array (struct om_slot *);
extern int om_check_memory (const struct om_slot *, const void *p,
			    Py_ssize_t *strides);
extern int om_store_array (union om_value *);
extern PyObject *om_shape_tuple (const ptrdiff_t *shape, int ndim);
extern struct objmode_failure *om_check_views (struct om_block *,
					       PyObject **views,
					       struct objmode_failure *);

/* record.c, record-view.c, record-out.c: see record.h.  */
extern int om_choose_record (struct om_slot *);
extern struct om_record *om_record_new (const struct om_slot *);
extern void om_record_release (struct om_record *);
extern PyObject *om_record_dtype (struct om_record *);
extern int om_record_array_out (const struct om_slot *, PyObject *object,
				PyObject *target, union om_value *);
extern int om_pending_p (PyObject *);
extern size_t om_pending_bytes (PyObject *);
extern void om_pending_store (PyObject *);

/* ndarray.c */
extern om_choose om_choose_ndarray;
extern int om_ndarray_take (const struct om_slot *, PyObject **object,
			    char *place);
extern PyObject *om_ndarray_get (const struct om_slot *, const char *place,
				 PyObject *view);
extern int om_ndarray_set (const struct om_slot *, PyObject *object,
			   char *place);
extern int om_ndarray_own (const struct om_slot *, char *place);
extern void om_ndarray_store (const struct om_slot *, char *place,
			      union om_value *);

/* numpy.c */
struct om_memory
{
  char *data;
  int ndim;
  const Py_ssize_t *shape, *strides;	/* In bytes.  */
};
extern PyObject *om_attribute (PyObject *, const char *name);
extern int om_has_attribute (PyObject *, const char *name);
extern int om_numpy_array_p (PyObject *);
extern struct om_memory om_numpy_memory (PyObject *array);
extern PyObject *om_numpy_member (PyObject *descr, const struct om_memory *,
				  int read_only, PyObject *base);
extern PyObject *om_numpy_descr (PyObject *array);
extern const char *om_numpy_unfit (PyObject *array, int write);
extern size_t om_numpy_bytes (PyObject *array, const char **start,
			      size_t item);
extern int om_numpy_load (void);
extern PyObject *om_numpy_dtype (const struct om_slot *);
extern PyObject *om_numpy_view (PyObject *descr, int ndim,
				const Py_ssize_t *shape,
				const Py_ssize_t *strides, void *data,
				int read_only);
extern int om_numpy_of_p (PyObject *array, PyObject *descr);
extern int om_numpy_objects_p (PyObject *descr);
extern void om_numpy_exchange (PyObject *a, PyObject *b);
extern int om_numpy_copy_into (PyObject *target, PyObject *source);
extern PyObject *om_numpy_get (const struct om_slot *, const void *p);
extern int om_numpy_set (const struct om_slot *, PyObject *object, void *p);
extern int om_numpy_simple_p (PyObject *object, PyObject *descr, int ndim,
			      const ptrdiff_t *shape);
extern int om_numpy_scalar_p (PyObject *object, const char *class_name);

/* conv-*.c */
extern om_choose om_choose_bool, om_choose_int, om_choose_int128,
  om_choose_float, om_choose_complex, om_choose_string, om_choose_chars,
  om_choose_pointer, om_choose_object, om_choose_bytes, om_choose_memory;
extern PyObject *om_text (const void *p);
extern int om_take_text (PyObject *bytes, union om_value *);
extern om_from_python om_bool_from_python, om_int64_from_python,
  om_uint64_from_python;
extern void om_store_bytes (PyObject *target, PyObject *source);
extern PyObject *om_index (const struct om_slot *, PyObject *object);
extern int om_check_real (const struct om_slot *, PyObject *object);
extern int om_finite_p (PyObject *object, double d);
extern int om_set_long_double (const struct om_slot *, PyObject *object,
			       void *p);

/* bits.c */
extern om_choose om_choose_bits, om_choose_narrow;
extern PyObject *om_bits_get (const struct __objmode_type *, const char *p,
			      unsigned bit, unsigned width);
extern void om_bits_store (char *p, unsigned bit, unsigned width,
			   uint64_t bits);
extern int om_bits_from_python (const struct om_slot *, PyObject *object,
				unsigned width, uint64_t *bits);

#pragma GCC visibility pop

#endif /* OBJMODE_INTERNAL_H */
