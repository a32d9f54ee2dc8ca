/* C bodies in every region of OpenMP, and such regions in C bodies.  */
/* { dg-do run } */
/* { dg-require-effective-target openmp } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-fopenmp -Wall -Wextra -Wshadow -Wno-deprecated-openmp -fplugin-arg-objmode-no-warn-deadlock" } */
#include <Python.h>
#include "check.h"

static int shared, rounds;

/* Add N to SHARED, in a C body, by way of an object.  */

static void
add (int n)
{
  with_objmode (shared)
    {
      PyObject *sum = PyNumber_Add (OBJ (shared), OBJ (n));
      Py_SETREF (OBJ (shared), sum);
      rounds++;
    }
}

/* Each construct, with jumps inside of it.  */

static int
worksharing (void)
{
  int own = 0, last = 0, total = 0;
#pragma omp parallel private (own) reduction (+: total)
  {
#pragma omp for schedule (dynamic, 3) lastprivate (last)
    for (int i = 0; i < 60; i++)
      {
	with_objmode (own, last, goto (next))
	  {
	    OBJ (own) = Py_NewRef (OBJ (i));
	    OBJ (last) = PyLong_FromLong (2 * i);
	    if (i % 3 == 1)
	      PyErr_SetString (PyExc_ValueError, "planned");
	    if (i % 3 == 2)
	      continue;
	    total++;
	  }
	CHECK (own == i && last == 2 * i && i % 3 == 0);
      next:;
      }
#pragma omp sections
    {
      with_objmode () { shared += 1000; }
#pragma omp section
      with_objmode () { shared += 2000; }
    }
#pragma omp single
    with_objmode () { shared += 10000; }
#pragma omp master
    with_objmode () { shared += 20000; }
#pragma omp critical
    with_objmode () { shared += 0; }
#pragma omp barrier
#pragma omp for ordered
    for (int i = 0; i < 8; i++)
#pragma omp ordered
      with_objmode () { shared = shared % 1000 < 800 ? shared + 100 : 0; }
  }
  return 1000 * total + last;
}

static int
tasks (void)
{
  int sum = 0;
#pragma omp parallel
#pragma omp single
  {
#pragma omp taskloop grainsize (2)
    for (int i = 0; i < 20; i++)
      add (i);
#pragma omp taskgroup
    for (int i = 0; i < 20; i++)
#pragma omp task shared (sum) firstprivate (i)
      with_objmode (sum)
	{
	  Py_SETREF (OBJ (sum), PyNumber_Add (OBJ (sum), OBJ (i)));
	}
#pragma omp taskwait
  }
  return sum;
}

/* What a region does that is in a body.  */

static int
inside (void)
{
  int sum = 0, n = 0;
  with_objmode (n)
    {
      long k = PyLong_AsLong (OBJ (n)) + 40;
#pragma omp parallel for reduction (+: sum)
      for (long i = 0; i < k; i++)
	{
	  if (i % 2)
	    continue;
	  sum++;
	}
#pragma omp simd reduction (+: sum)
      for (int i = 0; i < 40; i++)
	sum++;
#pragma omp atomic
      sum++;
      Py_SETREF (OBJ (n), PyLong_FromLong (k));
    }
  return sum + n;
}

static int
teams (void)
{
  int runs = 0;
#pragma omp teams num_teams (2)
#pragma omp distribute parallel for
  for (int i = 0; i < 10; i++)
    with_objmode () { runs++; }
  return runs;
}

int
main (void)
{
  CHECK (worksharing () == 40118);
  CHECK_NUM (shared, 33800);
  shared = 0;
  CHECK (tasks () == 190 && shared == 190 && rounds == 20);
  CHECK (inside () == 101);
  CHECK (teams () == 10);
  CHECK (!PyGILState_Check ());
  return 0;
}
