/* numpy.h - What the core knows of NumPy's arrays.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The core is compiled without NumPy's headers, since one core has to do for
   all versions of NumPy.  What is here is the same in all of them.  */

#ifndef OBJMODE_NUMPY_H
#define OBJMODE_NUMPY_H 1

#include "values/slot.h"

#pragma GCC visibility push (hidden)

#define OM_MAX_DIMENSIONS 32

/* The numbers that NumPy has for some dtypes.  */
#define OM_NUMBER_INT 5
#define OM_NUMBER_LONG 7
#define OM_NUMBER_LONG_LONG 9
#define OM_NUMBER_DOUBLE 12
#define OM_NUMBER_OBJECT 17

/* Flags of arrays.  */
enum
{
  OM_ARRAY_C = 0x1,
  OM_ARRAY_F = 0x2,
  OM_ARRAY_OWNDATA = 0x4,
  OM_ARRAY_ALIGNED = 0x100,
  OM_ARRAY_WRITEABLE = 0x400
};

/* The beginning of PyArrayObject.  */
struct om_array
{
  PyObject_HEAD
  char *data;
  int nd;
  Py_ssize_t *dimensions, *strides;
  PyObject *base, *descr;
  int flags;
  PyObject *weakrefs;
};

/* The beginning of PyVoidScalarObject, a scalar that numpy.void or a class made
   of it has.  */
struct om_scalar
{
  PyObject_VAR_HEAD
  char *data;
  PyObject *descr;
};

/* An array as it is in the frame: where, its NDIM extents, and as many strides
   in elements.  */
struct om_frame_memory
{
  void *data;
  ptrdiff_t shape[];
};

/* Memory with NDIM extents and strides, as arrays of NumPy describe it.  */
struct om_memory
{
  char *data;
  int ndim;
  const Py_ssize_t *shape, *strides;	/* In bytes.  */
  int dense;			/* It is known to be aligned and without gaps,
				   in C's order.  */
};

/* numpy.c */
extern PyTypeObject *om_array_type;	/* NULL: NumPy is not there.  */
extern PyTypeObject *om_float64_type;	/* The same.  */

/* The base of arrays that cannot be written.  */
extern PyObject *om_guard;

/* The bases of arrays over memory that an OBJMODE_ARRAY describes and no
   object owns, of arrays that can be written and of others.  */
extern PyObject *om_unowned[2];

extern PyObject *om_numpy_class (const char *name);
extern PyObject *om_numpy_scalar_descr (PyObject *scalar);
extern char *om_numpy_scalar_data (PyObject *scalar);
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
extern PyObject *om_numpy_ufunc (void (**loop) (void), void **data,
				 char *types, int n, const char *name,
				 const char *text);
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
extern int om_numpy_other_p (PyObject *object);

/* Return 1 if OBJECT is such an array.  */

static inline int
om_unowned_p (PyObject *object)
{
  PyObject *base = (om_numpy_array_p (object)
		    ? ((struct om_array *) object)->base : NULL);

  return base && (base == om_unowned[0] || base == om_unowned[1]);
}

#pragma GCC visibility pop

#endif /* OBJMODE_NUMPY_H */
