/* numpy.h - What the core knows of NumPy's arrays.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#ifndef OBJMODE_NUMPY_H
#define OBJMODE_NUMPY_H 1

#include "internal.h"

#pragma GCC visibility push (hidden)

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

/* An array as it is in the frame: where, its NDIM extents, and as many strides
   in elements.  */
struct om_frame_memory
{
  void *data;
  ptrdiff_t shape[];
};

extern PyTypeObject *om_array_type;	/* NULL: NumPy is not there.  */
extern PyTypeObject *om_float64_type;	/* The same.  */

/* The base of arrays that cannot be written.  */
extern PyObject *om_guard;

/* The bases of arrays over memory that an OBJMODE_ARRAY describes and no
   object owns, of arrays that can be written and of others.  */
extern PyObject *om_unowned[2];

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
