/* peer-pybind11.cc - The workloads by pybind11.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

namespace py = pybind11;

static PyObject *bodies;

/* Return the function NAME of bodies.py, found once.  The GIL is held.  */
#define BODY(NAME) \
  static py::handle body \
    = py::object (py::handle (bodies).attr (NAME)).release ()

static inline void
cross_w1 ()
{
  py::gil_scoped_acquire gil;
  BODY ("w1");
  body ();
}

static inline double
cross_w2 (double x)
{
  py::gil_scoped_acquire gil;
  BODY ("w2");
  return body (x).cast<double> ();
}

static inline void
cross_w3 (double a, int64_t b, int32_t c, bool d, double *y, int64_t *k)
{
  py::gil_scoped_acquire gil;
  BODY ("w3");
  py::tuple result = body (a, b, c, d);
  *y = result[0].cast<double> ();
  *k = result[1].cast<int64_t> ();
}

static inline double
cross_w4 (double *x, int64_t length)
{
  py::gil_scoped_acquire gil;
  BODY ("w4");
  /* A base makes it a view.  */
  return body (py::array_t<double> (length, x, py::none ())).cast<double> ();
}

static inline void
cross_w5 (double *x)
{
  py::gil_scoped_acquire gil;
  BODY ("w5");
  py::array_t<double, py::array::c_style> result = body ();
  std::memcpy (x, result.data (), 1000 * sizeof *x);
}

static inline int64_t
cross_w6 (const char *text)
{
  py::gil_scoped_acquire gil;
  BODY ("w6");
  return body (text).cast<int64_t> ();
}

#include "workloads.h"

/* Use MODULE, bodies.py.  Return 0.  The GIL is held.  */
EXPORT int
setup (PyObject *module)
{
  bodies = py::reinterpret_borrow<py::object> (module).release ().ptr ();
  return 0;
}
