/* numpy.h - What the core knows of NumPy's arrays.
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
