/* C bodies with guards and in OpenMP regions.  */
/* { dg-do run } */
/* { dg-require-effective-target openmp } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-fopenmp -Wall -Wextra -Wshadow -Wl,--no-as-needed -lm" } */
#include <Python.h>
#include <errno.h>
#include <fenv.h>
#include "check.h"

static int count;

int
main (void)
{
  int runs = 0, rc = 1, total = 0, y = 0, shared = 0;
  for (int i = 0; i < 10; i++)
    {
      with_objmode (every (4), error (rc)) { runs++; if (i == 8) break; }
      CHECK_NUM (rc, 0);
      total++;
    }
  CHECK (runs == 3 && total == 8);
  runs = 0;
  for (int i = 0; i < 5; i++)
    {
      with_objmode (once, y, error (rc))
	{
	  runs++;
	  OBJ (y) = PyLong_FromLong (runs);
	  if (i < 2)
	    PyErr_SetString (PyExc_ValueError, "again");
	  if (i == 2)
	    continue;
	}
      CHECK ((rc != 0) == (i < 2) && i != 2);
    }
  CHECK (runs == 3 && y == 3);
#pragma omp parallel for reduction (+: total) default (none) shared (count, shared)
  for (int i = 0; i < 400; i++)
    {
      int k = i, m = 0;
      with_objmode (m)
	{
	  /* The GIL makes it a critical section.  */
	  count++;
	  OBJ (m) = PyNumber_Add (OBJ (k), OBJ (k));
	  if (i % 2)
	    continue;
	}
      with_objmode (shared) { Py_SETREF (OBJ (shared), PyLong_FromLong (PyLong_AsLong (OBJ (shared)) + 1)); }
      total += m;
    }
  CHECK (count == 400 && shared == 200);
  CHECK (total == 8 + 200 * 199 * 2);
  count = 0;
#pragma omp parallel
#pragma omp single
  for (int i = 0; i < 20; i++)
#pragma omp task firstprivate (i)
    with_objmode ()
      {
	long n = PyLong_AsLong (OBJ (i));
	for (int k = 0; k < n; k++)
	  count++;
      }
  CHECK_NUM (count, 190);
  with_objmode ()
    {
#pragma omp parallel for reduction (+: total)
      for (int i = 0; i < 10; i++)
	{
	  if (i == 3)
	    continue;
	  total += 1;
	}
    }
  CHECK (total == 8 + 200 * 199 * 2 + 9);
  errno = 77;
  fesetround (FE_UPWARD);
  with_objmode () { errno = 5; CHECK (fegetround () == FE_TONEAREST); feraiseexcept (FE_DIVBYZERO); }
  CHECK (errno == 77 && fegetround () == FE_UPWARD && !fetestexcept (FE_DIVBYZERO));
  return 0;
}
