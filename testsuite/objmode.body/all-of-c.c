/* All of C in a C body.  */
/* { dg-do run } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-Wall -Wextra -Wshadow" } */
#include <Python.h>
#include <alloca.h>
#include <stdarg.h>
#include "check.h"

static int
holds_gil (void)
{
  return PyGILState_Check ();
}

static int cleaned;

static void
clean (int *p)
{
  /* Before the block gives the GIL back.  */
  CHECK (holds_gil () && *p == 5);
  cleaned++;
}

static int
cleanup (int how)
{
  int rc = 0;
  for (;;)
    {
      with_objmode (error (rc))
	{
	  int local __attribute__ ((cleanup (clean))) = 5;
	  if (how == 0)
	    break;
	  if (how == 1)
	    return holds_gil ();
	  if (how == 2)
	    goto out;
	  if (how == 3)
	    {
	      PyErr_SetString (PyExc_ValueError, "x");
	      local = 5;
	    }
	}
      return rc != 0;
    }
 out:
  return -2;
}

static int
vla (int n)
{
  int s = 0;
  with_objmode (s)
    {
      int a[n + PyLong_AsLong (OBJ (n))], *b = alloca (n * sizeof (int));
      typedef int T[n];
      CHECK (sizeof a == 2 * n * sizeof (int) && sizeof (T) * 2 == sizeof a);
      for (int i = 0; i < 2 * n; i++)
	a[i] = i;
      for (int i = 0; i < n; i++)
	b[i] = a[n + i];
      for (int i = 0; i < n; i++)
	s += b[i];
      if (s < 0)
	return s;
    }
  return s;
}

static long
arguments (int n, ...)
{
  long s = 0;
  va_list ap;
  va_start (ap, n);
  with_objmode ()
    {
      while (n-- > 0)
	{
	  PyObject *o = PyLong_FromLong (va_arg (ap, long));
	  s += PyLong_AsLong (o);
	  Py_DECREF (o);
	}
    }
  va_end (ap);
  return s;
}

static int
switches (int n)
{
  int r = 0;
  switch (n)
    {
    case 1:
      with_objmode () { r = 1; break; }
    case 2:
      with_objmode (r)
	{
	  switch (PyLong_AsLong (OBJ (n)))
	    {
	    case 2: OBJ (r) = PyLong_FromLong (20); break;
	    default: return -1;
	    }
	  goto again;
	  for (;;)
	    {
	      r = 1;
	    again:
	      break;
	    }
	  break;
	}
    default:
      r = 3;
    }
  return r;
}

static int
nested (int n)
{
  int k = 2;
  with_objmode (k)
    {
      int twice (int m)
	{
	  int t = PyLong_AsLong (OBJ (n)) * m;
	  Py_XSETREF (OBJ (k), PyLong_FromLong (t));
	  return t;
	}
      static int calls;
      int u = ({ calls++; twice (2) + twice (3); });
      CHECK (u == 5 * n && calls > 0);
    }
  return k;
}

static int
inner (int n)
{
  int y = 1, z = 2;
  for (int i = 0; i < 3; i++)
    with_objmode (y)
      {
	OBJ (y) = PyLong_FromLong (i);
	with_objmode (z) { "z = n + i"; }
	with_objmode (z)
	  {
	    Py_SETREF (OBJ (z), PyNumber_Add (OBJ (z), OBJ (z)));
	    if (n == 5)
	      return z;
	    if (n == 6)
	      goto out;
	    if (n == 7 && i == 1)
	      break;
	  }
	with_objmode () { "if n == 8: return 99\nif n == 9 and i == 1: break"; }
      }
  return 100 * y + z;
out:
  CHECK (!holds_gil ());
  return -z;
}

static int
computed (int n)
{
  int r = 0;
  with_objmode ()
    {
      static void *const table[] = { &&zero, &&one };
      goto *table[n];
    zero:
      r += 10;
    one:
      r++;
    }
  return r;
}

static int
assembly (int n)
{
  int y = 0;
  with_objmode (y)
    {
      __asm__ ("" : "+r" (n));
      OBJ (y) = Py_NewRef (OBJ (n));
      __asm__ goto ("" : : : : end);
      n++;
    end:;
    }
  return y;
}

int
main (void)
{
  CHECK (cleanup (0) == -2 && cleaned == 1);
  CHECK (cleanup (1) == 1 && cleanup (2) == -2 && cleaned == 3);
  CHECK (vla (4) == 4 + 5 + 6 + 7 && vla (100) == 14950);
  CHECK (arguments (3, 1L, 20L, 300L) == 321);
  CHECK (switches (1) == 1 && switches (2) == 20 && switches (7) == 3);
  CHECK (nested (7) == 21 && nested (1) == 3);
  CHECK (computed (0) == 11 && computed (1) == 1);
  CHECK (assembly (4) == 4);
  CHECK (inner (1) == 206 && inner (5) == 5);
  CHECK (inner (6) == -12);
  CHECK (inner (7) == 116);
  CHECK (inner (8) == 99 && inner (9) == 120);
  CHECK (cleanup (3) == 1 && cleaned == 4 && !holds_gil ());
  return 0;
}
