/* callable.h - Between callable.c, argument.c, argument-struct.c, lowlevel.c,
   ufunc.c and conv-function.c.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* All functions are called with the GIL.  A hold belongs to one call and is
   on its stack.  */

#ifndef OBJMODE_CALLABLE_H
#define OBJMODE_CALLABLE_H 1

#include "values/numpy.h"

#pragma GCC visibility push (hidden)

/* What the functions of one descriptor have in common: its state.  Never
   freed once there.  */
struct om_signature
{
  const struct __objmode_function *function;
  PyObject *names;		/* Of the parameters, a tuple of str.  */
  PyObject *named;		/* The function at FUNCTION's own address.  */
  struct om_closure_type *closures;	/* How C calls Python functions, or
					   NULL.  */
  uint32_t n_holds;		/* Parameters with something to hold.  */
  struct om_slot result;
  struct om_slot parameters[];
};

/* A C function as a Python callable.  */
struct om_function
{
  PyObject_HEAD
  vectorcallfunc vectorcall;
  PyObject *weak;
  struct om_signature *signature;
  void *address;
  PyObject *module;		/* The name of its module, or None.  */
  PyObject *lowlevel;		/* The attribute of this name, or NULL if
				   nobody has read it.  */
  PyObject *ufunc;		/* Likewise.  */
  const struct __objmode_function *looping;	/* A descriptor of it that has
						   a loop, or NULL.  */
  struct om_function *next;
};

/* What a call holds for an argument, if its parameter is a pointer to
   memory or has strings.  */
struct om_hold
{
  Py_buffer buffer;		/* OBJ is NULL: none.  */
  PyObject *keep;		/* Or NULL.  */
  char *before;			/* What a struct that owns its strings was.
				   Malloced, or NULL.  */
  PyObject *adapted;		/* What the adapter of the parameter has made
				   of the argument, or NULL.  */
  void *closure;		/* The C function that an argument became, which
				   has a reference for it; or NULL.  */
};

/* Return 1 if an argument of SLOT needs a hold.  */

static inline int
om_slot_holds_p (const struct om_slot *slot)
{
  return (om_array_p (slot) || slot->adapter
	  || (slot->operations && slot->operations->holds));
}

/* callable.c */
extern int om_callable_init (void);
extern PyObject *om_functions (PyObject *module,
			       struct __objmode_function *const *);
extern int om_add_functions (PyObject *module,
			     struct __objmode_function *const *functions);
extern struct om_signature *om_signature_of (struct __objmode_function *);
extern PyObject *om_callable_at (struct __objmode_function *, void *address,
				 PyObject *module);
extern const char *om_callable_key (PyObject *object, void **address);

/* argument.c */
extern int om_put_arguments (const struct om_signature *,
			     PyObject *const *args, char *frame,
			     struct om_hold *);
extern int om_release_arguments (const struct om_signature *,
				 PyObject *const *args, struct om_hold *);
extern int om_pointer_argument (const struct om_slot *, PyObject *object,
				char *frame, struct om_hold *);
extern int om_refuse_argument (const struct om_slot *, PyObject *type,
			       PyObject *object, const char *why);
extern int om_check_extents (const struct om_slot *, PyObject *object,
			     const int64_t *extents, int ndim,
			     const Py_ssize_t *shape);

/* lowlevel.c */
extern PyObject *om_get_lowlevel (PyObject *self, void *);
extern PyObject *om_get_lowlevel_with (PyObject *self, void *);

/* ufunc.c */
extern PyObject *om_get_ufunc (PyObject *self, void *);

/* argument-struct.c */
extern int om_struct_argument (const struct om_slot *, PyObject *object,
			       const int64_t *extents, char *frame,
			       struct om_hold *);
extern int om_struct_address (const struct om_slot *, PyObject *object,
			      char **address);
extern int om_value_argument (const struct om_slot *, PyObject *object,
			      char *frame, struct om_hold *);
extern int om_own_strings (const struct om_slot *, PyObject *view,
			   const char *before);
extern PyObject *om_struct_result (const struct om_signature *,
				   PyObject *const *args, char *frame);

#pragma GCC visibility pop

#endif /* OBJMODE_CALLABLE_H */
