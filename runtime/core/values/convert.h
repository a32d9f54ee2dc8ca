/* convert.h - What the files with a kind of value each offer.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#ifndef OBJMODE_CONVERT_H
#define OBJMODE_CONVERT_H 1

#include "values/slot.h"

#pragma GCC visibility push (hidden)

/* view.c */
extern int om_choose_array (struct om_slot *);
extern int om_check_memory (const struct om_slot *, const void *p,
			    Py_ssize_t *strides);
extern PyObject *om_array_target (const struct om_slot *, const char *place);
extern void om_drop_array (union om_value *);
extern uint64_t om_array_bytes (const struct om_slot *, PyObject *array);
extern uint64_t om_array_bytes_in (const struct om_slot *, PyObject *object);
extern PyObject *om_shape_tuple (const ptrdiff_t *shape, int ndim);

/* ndarray.c */
extern om_choose om_choose_ndarray;
extern PyObject *om_ndarray_get (const struct om_slot *, const char *place,
				 PyObject *view);
extern int om_ndarray_set (const struct om_slot *, PyObject *object,
			   char *place);
extern int om_ndarray_own (const struct om_slot *, char *place);

/* conv-*.c */
extern om_choose om_choose_bool, om_choose_int, om_choose_int128,
  om_choose_float, om_choose_complex, om_choose_string, om_choose_chars,
  om_choose_pointer, om_choose_object, om_choose_bytes, om_choose_memory;
extern PyObject *om_text (const void *p);
extern int om_take_text (PyObject *bytes, union om_value *);
extern void om_store_text (const struct om_slot *, char *place,
			   union om_value *);
extern void om_drop_text (union om_value *);
extern om_from_python om_bool_from_python, om_int64_from_python,
  om_uint64_from_python;
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

#endif /* OBJMODE_CONVERT_H */
