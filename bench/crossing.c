/* crossing.c - What a block costs, beside the best C written by hand.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   crossing [ROUNDS [CROSSINGS]]

   Each workload is done by an objmode block and by C code that uses the
   CPython API as well as one can: a thread state that is kept, a cached
   function, the vectorcall protocol, exact-type reads, NumPy's C API.
   Both are in one process and so have one interpreter; in each round they
   take turns, and go first in turn.  Printed are medians over the rounds
   of the thread's own processor time.  Each sum is compared with its
   closed form.  */

#define PY_SSIZE_T_CLEAN
#define NPY_NO_DEPRECATED_API NPY_1_7_API_VERSION
#include <Python.h>
#include <numpy/arrayobject.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <objmode.h>

enum { LENGTH = 1000, MAX_ROUNDS = 1001 };

static const char *const strings[2] = { "hello, objmode", "hi" };

/* The functions of the hand-written side.  */
static PyObject *f_empty, *f_add, *f_first, *f_length;
static __thread PyThreadState *state;

/* Print the Python error and end.  */
static _Noreturn __attribute__ ((cold)) void
fail (void)
{
  PyErr_Print ();
  exit (EXIT_FAILURE);
}

/* Return OBJECT, which must not be NULL.  The GIL is held.  */
static inline PyObject *
check (PyObject *object)
{
  if (__builtin_expect (object == NULL, 0))
    fail ();
  return object;
}

/* Call FUNCTION with ARGUMENT, of which the reference is given up, or with
   nothing if it is NULL.  Return a new reference.  The GIL is held.  */
static inline PyObject *
call (PyObject *function, PyObject *argument)
{
  PyObject *arguments[2] = { NULL, argument };
  size_t n = argument != NULL;
  PyObject *result
    = check (PyObject_Vectorcall (function, arguments + 1,
				  n | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL));

  Py_XDECREF (argument);
  return result;
}

/* Return the value of RESULT, of which the reference is given up.  The GIL
   is held.  */
static inline double
take_double (PyObject *result)
{
  double value;

  if (__builtin_expect (PyFloat_CheckExact (result), 1))
    value = PyFloat_AS_DOUBLE (result);
  else
    {
      value = PyFloat_AsDouble (result);
      if (value == -1.0 && PyErr_Occurred ())
	fail ();
    }
  Py_DECREF (result);
  return value;
}

/* W1: nothing in, nothing out.  */

static double
empty_objmode (long n)
{
  double sum = 0;

  for (long i = 0; i < n; i++)
    {
      with_objmode () { R"py( pass )py"; }
      sum += 1;
    }
  return sum;
}

static double
empty_hand (long n)
{
  double sum = 0;

  for (long i = 0; i < n; i++)
    {
      PyEval_RestoreThread (state);
      Py_DECREF (call (f_empty, NULL));
      state = PyEval_SaveThread ();
      sum += 1;
    }
  return sum;
}

static double
empty_sum (long n)
{
  return n;
}

/* W2: a double in, a double out.  */

static double
add_objmode (long n)
{
  double sum = 0;

  for (long i = 0; i < n; i++)
    {
      double x = i * 0.5, y;

      with_objmode (y) { R"py( y = x + 1.0 )py"; }
      sum += y;
    }
  return sum;
}

static double
add_hand (long n)
{
  double sum = 0;

  for (long i = 0; i < n; i++)
    {
      double x = i * 0.5, y;

      PyEval_RestoreThread (state);
      y = take_double (call (f_add, check (PyFloat_FromDouble (x))));
      state = PyEval_SaveThread ();
      sum += y;
    }
  return sum;
}

static double
add_sum (long n)
{
  return 0.25 * n * (n - 1.0) + n;
}

/* W4: a view of 1000 doubles in, a double out.  */

static double
view_objmode (long n)
{
  double sum = 0, x[LENGTH] = { 0 };

  for (long i = 0; i < n; i++)
    {
      double y;

      x[0] = i;
      with_objmode (y) { R"py( y = x[0] )py"; }
      sum += y;
    }
  return sum;
}

static double
view_hand (long n)
{
  double sum = 0, x[LENGTH] = { 0 };
  npy_intp length = LENGTH;

  for (long i = 0; i < n; i++)
    {
      double y;

      x[0] = i;
      PyEval_RestoreThread (state);
      PyObject *array
	= check (PyArray_SimpleNewFromData (1, &length, NPY_DOUBLE, x));
      y = take_double (call (f_first, array));
      state = PyEval_SaveThread ();
      sum += y;
    }
  return sum;
}

static double
view_sum (long n)
{
  return 0.5 * n * (n - 1.0);
}

/* W6: a string in, its length out.  */

static double
length_objmode (long n)
{
  double sum = 0;

  for (long i = 0; i < n; i++)
    {
      const char *text = strings[i & 1];
      int64_t length;

      with_objmode (length) { R"py( length = len(text) )py"; }
      sum += length;
    }
  return sum;
}

static double
length_hand (long n)
{
  double sum = 0;

  for (long i = 0; i < n; i++)
    {
      const char *text = strings[i & 1];
      int64_t length;

      PyEval_RestoreThread (state);
      PyObject *result
	= call (f_length, check (PyUnicode_FromStringAndSize
				 (text, strlen (text))));
      length = PyLong_AsLongLong (result);
      if (length == -1 && PyErr_Occurred ())
	fail ();
      Py_DECREF (result);
      state = PyEval_SaveThread ();
      sum += length;
    }
  return sum;
}

static double
length_sum (long n)
{
  return (double) strlen (strings[0]) * ((n + 1) / 2)
	 + (double) strlen (strings[1]) * (n / 2);
}

/* A workload: N crossings each, the sum of all results, its value.  */
static const struct workload
{
  const char *name;
  double (*objmode) (long n);
  double (*hand) (long n);
  double (*sum) (long n);
} workloads[] =
{
  { "W1 empty block", empty_objmode, empty_hand, empty_sum },
  { "W2 double -> double", add_objmode, add_hand, add_sum },
  { "W4 view of 1000 doubles", view_objmode, view_hand, view_sum },
  { "W6 string -> len", length_objmode, length_hand, length_sum }
};

enum { WORKLOADS = sizeof workloads / sizeof *workloads };

static double times[WORKLOADS][2][MAX_ROUNDS];

/* Start Python by objmode and make the functions of the hand-written side
   in it.  This thread's state is left in STATE, the GIL is not held.  */
static void
start (void)
{
  static const char text[] =
    "def empty():\n  pass\n"
    "def add(x):\n  return x + 1.0\n"
    "def first(x):\n  return x[0]\n"
    "def length(s):\n  return len(s)\n";

  if (objmode_start (NULL) != 0)
    {
      fprintf (stderr, "crossing: %s\n", objmode_error ()->message);
      exit (EXIT_FAILURE);
    }
  PyGILState_Ensure ();
  if (_import_array () < 0)
    fail ();
  PyObject *names = check (PyDict_New ());
  Py_DECREF (check (PyRun_String (text, Py_file_input, names, names)));
  f_empty = check (PyDict_GetItemString (names, "empty"));
  f_add = check (PyDict_GetItemString (names, "add"));
  f_first = check (PyDict_GetItemString (names, "first"));
  f_length = check (PyDict_GetItemString (names, "length"));
  state = PyEval_SaveThread ();
}

/* Return the nanoseconds that FUNCTION needs for each of N crossings.  W is
   its workload, SIDE says whose it is.  */
static double
measure (const struct workload *w, int side, long n)
{
  struct timespec from, to;
  double sum;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &from);
  sum = (side ? w->hand : w->objmode) (n);
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &to);
  if (sum != w->sum (n))
    {
      fprintf (stderr, "crossing: %s, %s: %.17g instead of %.17g\n", w->name,
	       side ? "by hand" : "objmode", sum, w->sum (n));
      exit (EXIT_FAILURE);
    }
  return ((to.tv_sec - from.tv_sec) * 1e9 + (to.tv_nsec - from.tv_nsec)) / n;
}

/* Compare two doubles for qsort.  */
static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Return the median of the N numbers at X, which it sorts.  */
static double
median (double *x, int n)
{
  qsort (x, n, sizeof *x, compare);
  return n % 2 ? x[n / 2] : (x[n / 2 - 1] + x[n / 2]) / 2;
}

int
main (int argc, char **argv)
{
  int rounds = argc > 1 ? atoi (argv[1]) : 21;
  long n = argc > 2 ? atol (argv[2]) : 50000;

  if (rounds < 1 || rounds > MAX_ROUNDS || n < 1)
    {
      fprintf (stderr, "usage: crossing [ROUNDS [CROSSINGS]]\n");
      return EXIT_FAILURE;
    }
  start ();
  /* Round -1 warms up and is not counted.  */
  for (int round = -1; round < rounds; round++)
    for (int i = 0; i < WORKLOADS; i++)
      for (int turn = 0; turn < 2; turn++)
	{
	  int side = (turn + round) & 1;
	  double t = measure (&workloads[i], side, n);

	  if (round >= 0)
	    times[i][side][round] = t;
	}

  printf ("Python %.*s, %d rounds of %ld crossings, ns, medians\n\n",
	  (int) strcspn (Py_GetVersion (), " "), Py_GetVersion (), rounds, n);
  printf ("%-26s %8s %8s %6s\n", "workload", "objmode", "by hand", "ratio");
  for (int i = 0; i < WORKLOADS; i++)
    {
      double objmode = median (times[i][0], rounds);
      double hand = median (times[i][1], rounds);

      printf ("%-26s %8.1f %8.1f %6.2f\n", workloads[i].name, objmode, hand,
	      objmode / hand);
    }
  return 0;
}
