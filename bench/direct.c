/* direct.c - What NumPy and SciPy pay for a C function: direct ROUNDS

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Each contender takes part in each of ROUNDS rounds, in turn.  Its row, its
   name and the least of its times, in microseconds, are printed on a line,
   with tabs between them.  By hand means: a loop that is made a ufunc by the C API
   of NumPy, and a LowLevelCallable of a pointer of ctypes.  */

#include <Python.h>
#define NPY_NO_DEPRECATED_API NPY_1_7_API_VERSION
#include <numpy/arrayobject.h>
#include <numpy/ufuncobject.h>
#include <objmode.h>
#include <stdlib.h>

/* The function that is called.  */

static double
f (double x)
{
  return x * x - 2 * x + 1;
}

/* The loop of NumPy for F, by hand.  */

static void
loop (char **args, const npy_intp *count, const npy_intp *steps, void *data)
{
  char *in = args[0], *out = args[1];
  npy_intp in_step = steps[0], out_step = steps[1], n = *count;

  (void) data;
  for (npy_intp i = 0; i < n; i++, in += in_step, out += out_step)
    *(double *) out = f (*(double *) in);
}

/* Return the ufunc of LOOP, a new reference.  The caller does not hold the
   GIL.  */

static objmode_object *
make_by_hand (void)
{
  static PyUFuncGenericFunction loops[] = { loop };
  static char types[] = { NPY_DOUBLE, NPY_DOUBLE };
  static void *data[] = { NULL };
  PyGILState_STATE state = PyGILState_Ensure ();
  PyObject *result;

  if (_import_array () < 0 || _import_umath () < 0)
    abort ();
  result = PyUFunc_FromFuncAndData (loops, data, types, 1, 1, 1, PyUFunc_None,
				    "by_hand", "", 0);
  PyGILState_Release (state);
  return (objmode_object *) result;
}

objmode_module {
  R"py(
    import ctypes
    import time
    import numpy as np

    def spent(call, times):
        """Return what one of TIMES calls of CALL takes, in us."""
        begin = time.perf_counter()
        for i in range(times):
            call()
        return (time.perf_counter() - begin) / times * 1e6

    def compare(row, rounds, contenders):
        """Print ROW: CONTENDERS has tuples of a name, a call, and how often
        it is called in a round."""
        least = {}
        for i in range(rounds):
            for name, call, times in contenders:
                least[name] = min(least.get(name, 1e9), spent(call, times))
        for name, value in least.items():
            print(row, name, value, sep='\t')
  )py";
}

int
main (int argc, char **argv)
{
  int rounds = argc > 1 ? atoi (argv[1]) : 15;

  with_objmode () {
    R"py(
      x, z = np.arange(1e6), np.empty(1000000)
      objmode, hand, slow = f.ufunc, make_by_hand(), np.frompyfunc(f, 1, 1)
      assert (objmode(x) == hand(x)).all()
      compare('f.ufunc, 10^6 doubles', rounds, [
          ('by hand', lambda: hand(x, out=z), 10),
          ('objmode', lambda: objmode(x, out=z), 10)])
      compare('f.ufunc, 10^6 doubles', 2, [
          ('frompyfunc or f itself', lambda: slow(x), 1)])
    )py";
  }
  with_objmode () {
    R"py(
      try:
          from scipy import LowLevelCallable
          from scipy.integrate import quad
      except ImportError:
          return
      prototype = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_double)
      objmode, hand = f.lowlevel, LowLevelCallable(prototype(f.address))
      compare('quad of f.lowlevel', rounds, [
          ('by hand', lambda: quad(hand, 0, 3), 1000),
          ('objmode', lambda: quad(objmode, 0, 3), 1000),
          ('frompyfunc or f itself', lambda: quad(f, 0, 3), 200)])
    )py";
  }
  return 0;
}
