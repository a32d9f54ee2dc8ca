/* calls.c - What a call of a Python function by a C function pointer costs:
   calls ROUNDS

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   A line for each way to make the pointer: its name, and the nanoseconds of a
   call from C, and of one from a C function that a text calls.  The ways are a
   function written by hand, objmode, ctypes and cffi, if that is installed.
   Medians over the rounds, in which the ways take turns.  */

#include <Python.h>
#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef double (*function) (double);
enum { TURNS = 2000, WAYS = 4 };
static const char *const names[WAYS] = { "by hand", "objmode", "ctypes",
					 "cffi" };
static function functions[WAYS];
static PyObject *callable;
static double times[2][WAYS];

/* Call the Python function with X, as one would write it.  */

__attribute__ ((noinline)) static double
by_hand (double x)
{
  PyGILState_STATE state = PyGILState_Ensure ();
  PyObject *argument = PyFloat_FromDouble (x), *result = NULL;
  double y = -1;

  if (argument)
    {
      result = PyObject_CallOneArg (callable, argument);
      Py_DECREF (argument);
    }
  if (result)
    {
      y = PyFloat_AsDouble (result);
      Py_DECREF (result);
    }
  if (PyErr_Occurred ())
    PyErr_Print ();
  PyGILState_Release (state);
  return y;
}

/* Measure each way once; IN_TEXT says where from.  Keep the time of a call.  */

static void
measure (int in_text)
{
  for (int way = 0; way < WAYS; way++)
    {
      struct timespec start, end;
      double sum = 0;

      if (!functions[way])
	continue;
      clock_gettime (CLOCK_THREAD_CPUTIME_ID, &start);
      for (int i = 0; i < TURNS; i++)
	sum += functions[way] (i);
      clock_gettime (CLOCK_THREAD_CPUTIME_ID, &end);
      if (sum != 0.5 * TURNS * (TURNS - 1))
	abort ();
      times[in_text][way] = ((end.tv_sec - start.tv_sec) * 1e9
			     + (end.tv_nsec - start.tv_nsec)) / TURNS;
    }
}

/* Compare the doubles at A and B.  */

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (int argc, char **argv)
{
  int rounds = 20 * (argc > 1 ? atoi (argv[1]) : 31);
  double *all = malloc (sizeof *all * rounds * 2 * WAYS);
  function made = NULL;
  long by_ctypes = 0, by_cffi = 0;
  objmode_object *object = NULL;

  with_objmode (made, object, by_ctypes, by_cffi)
  {
    R"py(
      import ctypes
      global keep
      made = object = same = lambda x: x
      pointer = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_double)(same)
      by_ctypes = ctypes.cast(pointer, ctypes.c_void_p).value
      keep = [pointer]
      by_cffi = 0
      try:
          import cffi
          ffi = cffi.FFI()
          keep += ffi, ffi.callback('double (double)', same)
          by_cffi = int(ffi.cast('intptr_t', keep[-1]))
      except ImportError:
          pass
    )py";
  }
  callable = (PyObject *) object;
  functions[0] = by_hand;
  functions[1] = made;
  functions[2] = (function) by_ctypes;
  functions[3] = (function) by_cffi;
  for (int i = 0; i < rounds; i++)
    {
      measure (0);
      with_objmode () { R"py( measure(1) )py"; }
      for (int k = 0; k < 2 * WAYS; k++)
	all[k * rounds + i] = times[k / WAYS][k % WAYS];
    }
  for (int k = 0; k < 2 * WAYS; k++)
    qsort (all + k * rounds, rounds, sizeof *all, compare);
  for (int way = 0; way < WAYS; way++)
    if (functions[way])
      printf ("%s\t%.1f\t%.1f\n", names[way], all[way * rounds + rounds / 2],
	      all[(WAYS + way) * rounds + rounds / 2]);
  return 0;
}
