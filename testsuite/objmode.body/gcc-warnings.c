/* What GCC warns of around C bodies is what it warns of elsewhere.  */
/* { dg-do compile } */
/* { dg-add-options python_api } */
/* { dg-options "-Wall -Wextra -Wshadow -Wdeclaration-after-statement -Wimplicit-fallthrough -Wjump-misses-init -Wconversion" } */
#include <Python.h>
#include <objmode.h>
struct pair { int a, b; };
extern void use (int, double);

int set (int n)
{
  int y, unused_result;
/* { dg-warning "10: unused variable 'unused_result'" "" { target *-*-* } .-1 } */
  double z;
  struct pair p;
  with_objmode (y)
    {
      long k = 3;
      int inner;
/* { dg-warning "11: unused variable 'inner'" "" { target *-*-* } .-1 } */
      OBJ (y) = PyLong_FromLong (k + n);
      z = 4;
      p.a = 1;
      p.b = 2;
    }
  use (y, z);
  return p.a + p.b;
}

struct pair whole (int n)
{
  struct pair p;
  with_objmode ()
    {
      p = (struct pair) { n, n };
    }
  return p;
}

int always (int n)
{
  with_objmode ()
    {
      if (n > 3)
	return 1;
      else
	return PyLong_Check (OBJ (n));
    }
}

int always2 (int n)
{
  for (;;)
    {
      with_objmode ()
	{
	  switch (n)
	    {
	    case 1:
	      return 4;
	    case 2:
	      goto out;
	    default:
	      n++;
	    }
	}
    }
out:
  return 2;
}

int sometimes (int n)
{
  with_objmode ()
    {
      if (n > 3)
	return 1;
    }
}
/* { dg-warning "1: control reaches end of non-void function" "" { target *-*-* } .-1 } */

int unset (int n)
{
  int y;
  with_objmode ()
    {
      if (n > 3)
	y = 1;
    }
  return y;
}

int input (void)
{
  int x;
/* { dg-note "7: 'x' was declared here" "" { target gcc12 } .-1 } */
  with_objmode ()
/* { dg-warning "3: 'x' is used uninitialized" "" { target *-*-* } .-1 } */
    {
      PyObject *o = OBJ (x);
      Py_INCREF (o);
    }
  return 0;
}

int sw (int n)
{
  switch (n)
    {
    case 1:
      with_objmode () { n = 3; break; }
    case 2:
      with_objmode () { n = 4; }
/* { dg-warning "7: this statement may fall through" "" { target *-*-* } .-1 } */
    default:
/* { dg-note "5: here" "" { target *-*-* } .-1 } */
      n++;
    }
  return n;
}
void parameter (int unused, double used, PyObject **slot)
/* { dg-warning "21: unused parameter 'unused'" "" { target *-*-* } .-1 } */
{
  with_objmode () { *slot = Py_NewRef (OBJ (used)); }
}
