/* convert.h - What the files with a kind of value each offer.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The functions stand under the file that has them.  All of them are called
   with the GIL.  */

#ifndef OBJMODE_CONVERT_H
#define OBJMODE_CONVERT_H 1

#include "values/kind.h"

#pragma GCC visibility push (hidden)

/* Memory of bytes or of pointers, as it is in the frame.  */
struct om_frame_bytes
{
  char *data;
  ptrdiff_t extent;
  ptrdiff_t declared;		/* 0: unknown.  */
};

/* view.c */
extern om_choose om_choose_array;
extern int om_check_memory (const struct om_slot *, const void *p,
			    Py_ssize_t *strides);
extern int om_check_extent (const struct om_slot *,
			    const struct om_frame_bytes *);
extern PyObject *om_array_target (const struct om_slot *, const char *place);
extern void om_drop_array (union om_value *);
extern uint64_t om_array_bytes (const struct om_slot *, PyObject *array);
extern uint64_t om_array_bytes_in (const struct om_slot *, PyObject *object);
extern PyObject *om_shape_tuple (const ptrdiff_t *shape, int ndim);
extern PyObject *om_as_array (const struct om_slot *, PyObject *object,
			      const ptrdiff_t *shape, int ndim);

/* unset.c */
extern PyObject *om_unreadable (const void *address);
extern int om_unreadable_p (PyObject *);
extern int om_may_replace (void);
extern int om_object_p (const void *pointer);
extern int om_memory_sound_p (const struct om_slot *, const void *p);
extern PyObject *om_unset_input (const struct om_slot *, const void *p);

/* conv-string.c */
extern int om_take_text (PyObject *bytes, union om_value *);
extern void om_store_text (const struct om_slot *, char *place,
			   union om_value *);
extern void om_drop_text (union om_value *);

/* conv-int.c, conv-int128.c, conv-pointer.c */
extern om_choose om_choose_int128;
extern om_from_python om_bool_from_python, om_int64_from_python,
  om_uint64_from_python;
extern PyObject *om_index (const struct om_slot *, PyObject *object);
extern int om_int_number (const struct __objmode_type *);
extern int om_pointer_number (const struct __objmode_type *);
extern int om_choose_pointer (struct om_slot *);
extern int om_set_pointer (const struct om_field *, char *p, PyObject *object);
extern int om_copy_pointer (char *p, const char *from, int fresh,
			    struct om_pending *);
extern int om_store_pointer (char *p, void *pointer, struct om_pending *);

/* conv-float.c */
extern int om_check_real (const struct om_slot *, PyObject *object);
extern int om_finite_p (PyObject *object, double d);
extern int om_round_to_odd (PyObject *object, double *d);
extern int om_rational_p (PyObject *);
extern int om_set_long_double (const struct om_slot *, PyObject *object,
			       void *p);

/* closure-type.c */
extern struct _ffi_type *om_ffi_integer (const struct __objmode_type *);
extern struct _ffi_type *om_ffi_char (const struct __objmode_type *);
extern struct _ffi_type *om_ffi_real (const struct __objmode_type *);
extern struct _ffi_type *om_ffi_complex (const struct __objmode_type *);

/* bits.c */
extern om_choose om_choose_bits, om_choose_narrow;
extern PyObject *om_bits_get (const struct om_slot *, const char *p,
			      unsigned bit, unsigned width);
extern void om_bits_store (char *p, unsigned bit, unsigned width,
			   uint64_t bits);
extern int om_bits_from_python (const struct om_slot *, PyObject *object,
				unsigned width, uint64_t *bits);

#pragma GCC visibility pop

#endif /* OBJMODE_CONVERT_H */
