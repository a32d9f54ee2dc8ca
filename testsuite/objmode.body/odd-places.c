/* C bodies in odd places, and what may leave them: values of every kind of
   type, loops in switches, nested functions, variables with cleanups.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-Wall -Wextra -Wshadow" } */
/* { dg-output "^done\n$" } */
#include <Python.h>
#include "check.h"

struct big { int a[20]; double d; };

static struct big
ret_struct (int n)
{
  with_objmode () { if (n) return (struct big) { .a = { 1, n }, .d = 2 }; }
  return (struct big) { .d = -1 };
}

static _Complex double
ret_complex (int n)
{
  with_objmode () { return n + 2i; }
}

static void
callee (void)
{
}

static void
ret_void (int *p)
{
  with_objmode ()
    {
      *p += 1;
      if (*p > 5)
	return;
      *p += 10;
      return callee ();
    }
  *p += 100;
}

static _Bool
ret_bool (int n)
{
  with_objmode () { return n; }
}

static const char *
ret_str (int n)
{
  with_objmode ()
    {
      switch (n)
	{
	case 0: return "zero";
	case 1: break;
	default: return NULL;
	}
      return "one";
    }
}

static __attribute__ ((noreturn)) void
ret_never (void)
{
  with_objmode () { puts ("done"); exit (0); }
  __builtin_unreachable ();
}

/* A variable of the function around the one with the block.  */

static int
nested_fn (int n)
{
  int total = 0;
  int add (int k)
    {
      with_objmode (total)
	{
	  long sum = PyLong_AsLong (OBJ (total)) + PyLong_AsLong (OBJ (k));
	  Py_SETREF (OBJ (total), PyLong_FromLong (sum + PyLong_AsLong (OBJ (n))));
	  if (k == 3)
	    return -1;
	}
      return total;
    }
  int r = add (1) + add (2) + add (3);
  return r * 1000 + total;
}

/* OBJ is that of the innermost body.  */

static int
inner_obj (int n)
{
  int y = 1, z = 0;
  with_objmode (y)
    {
      PyObject *o = OBJ (n);
      with_objmode (z, y)
	{
	  OBJ (z) = Py_NewRef (OBJ (n));
	  Py_SETREF (OBJ (y), PyLong_FromLong (5));
	  CHECK (y == 1);
	}
      CHECK (y == 5 && z == n && o == OBJ (n));
      OBJ (y) = PyLong_FromLong (y + 1);
    }
  return y * 10 + z;
}

/* OBJ in every kind of expression.  */

static int
kinds (int n)
{
  int y = 0;
  with_objmode (y)
    {
      __typeof__ (OBJ (n)) o = OBJ (n);
      PyObject **p = &OBJ (y);
      *p = _Generic (OBJ (y), PyObject *: PyLong_FromLong (sizeof (OBJ (n))), default: NULL);
      for (PyObject *q = OBJ (n); q; q = NULL)
	CHECK (q == o);
      n ? (void) Py_INCREF (OBJ (y)) : (void) 0;
      n ? Py_DECREF (OBJ (y)) : (void) 0;
      __asm__ volatile ("" : "+r" (OBJ (y)));
    }
  return y;
}

static int
dangling (int n)
{
  int y = 0;
  if (n > 1)
    with_objmode () { y = 1; }
  else if (n)
    with_objmode (y) { OBJ (y) = PyLong_FromLong (2); }
  else
    y = 3;
  return y;
}

#define SEVEN(X) do { with_objmode (X) { OBJ (X) = PyLong_FromLong (7); } } while (0)

static inline __attribute__ ((always_inline)) int
inlined (int n)
{
  int y = 0;
  with_objmode (y)
    {
      static int calls;
      calls++;
      OBJ (y) = PyLong_FromLong (n + calls);
      if (n < 0)
	goto negative;
    }
  return y;
negative:
  return -y;
}

/* Jumps out of the scopes of variables of variable size.  */

static int
vla_out (int n)
{
  int s = 0;
  for (int i = 0; i < n; i++)
    {
      int v[i + 1];
      memset (v, 0, sizeof v);
      with_objmode (v)
	{
	  int w[n];
	  w[0] = i;
	  v[i] = w[0];
	  if (i == 3)
	    goto out;
	  CHECK (PyObject_Size (OBJ (v)) == i + 1);
	  if (i == 1)
	    continue;
	}
      s += v[i];
    }
out:
  return s;
}

static int cleanups;

static void
clean (PyObject **o)
{
  cleanups++;
  Py_XDECREF (*o);
}

static int
cleaner (int n)
{
  int y = 0, rc;
  with_objmode (y, error (rc))
    {
      __attribute__ ((cleanup (clean))) PyObject *a = PyLong_FromLong (1000);
      {
	__attribute__ ((cleanup (clean))) PyObject *b = PyNumber_Add (a, OBJ (n));
	if (n == 1)
	  return 5;
	OBJ (y) = Py_NewRef (b);
	if (n == 2)
	  {
	    PyErr_SetNone (PyExc_ValueError);
	    return 6;
	  }
      }
    }
  return rc ? -1 : y;
}

static int
parameters (int m, int n, double a[m][n], register int r, int s[static 3])
{
  int y = 0;
  with_objmode (y)
    {
      PyObject *shape = PyObject_GetAttrString (OBJ (a), "shape");
      Py_ssize_t k = PyTuple_Size (shape);
      Py_DECREF (shape);
      OBJ (y) = PyLong_FromLong (k * 100 + PyLong_AsLong (OBJ (r)) * 10 + PyObject_Size (OBJ (s)));
    }
  return y;
}

static int
loops (void)
{
  int n = 0;
  for (int i = 0; i < 10; i++)
    switch (i)
      {
      case 3: with_objmode () { continue; }
      case 4: with_objmode () { break; }
      case 5:
	with_objmode ()
	  {
	    n += 100;
	    for (;;)
	      break;
	    do
	      continue;
	    while (0);
	    switch (n)
	      {
	      case 100: break;
	      }
	  }
	__attribute__ ((fallthrough));
      default: n++;
      }
  while (1)
    with_objmode () { if (n++ > 200) break; }
  do
    with_objmode () { n += 1000; if (n > 3000) goto done; continue; }
  while (1);
done:
  return n;
}

int
main (void)
{
  CHECK (ret_struct (3).a[1] == 3 && ret_struct (0).d == -1);
  CHECK (__imag__ ret_complex (1) == 2);
  int v = 0, x;
  ret_void (&v);
  CHECK_NUM (v, 11);
  ret_void (&v);
  CHECK_NUM (v, 12);
  CHECK (ret_bool (8) == 1 && !strcmp (ret_str (1), "one") && !strcmp (ret_str (0), "zero") && !ret_str (5));
  CHECK (nested_fn (2) == (3 + 7 - 1) * 1000 + 12);
  CHECK (inner_obj (4) == 64);
  CHECK (kinds (2) == sizeof (void *));
  CHECK (dangling (2) == 1 && dangling (1) == 2 && dangling (0) == 3);
  SEVEN (x);
  CHECK_NUM (x, 7);
  CHECK (inlined (1) == 2 && inlined (10) == 12 && inlined (-5) == 2);
  CHECK (vla_out (6) == 2);
  CHECK (cleaner (1) == -1 && cleaner (2) == -1 && cleaner (3) == 1003 && cleanups == 6);
  double a[2][3] = { { 0 } };
  CHECK (parameters (2, 3, a, 4, (int[]) { 1, 2, 3 }) == 243);
  CHECK (loops () == 3202);
  ret_never ();
}
