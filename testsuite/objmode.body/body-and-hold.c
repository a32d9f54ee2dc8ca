/* C bodies and OBJMODE_HOLD.  */
/* { dg-do run } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-Wall -Wextra -Wshadow" } */
#include <Python.h>
#include "check.h"

static int
both (int n)
{
  for (int i = 0; i < 3; i++)
    OBJMODE_HOLD
      {
	int y = 0;
	with_objmode (y)
	  {
	    OBJ (y) = Py_NewRef (OBJ (n));
	    OBJMODE_HOLD
	      {
		if (n == 1)
		  return 10;
		with_objmode () { if (n == 2) break; }
		if (n == 3)
		  goto out;
	      }
	    if (n == 4)
	      continue;
	  }
	CHECK (PyGILState_Check () && y == n);
      }
  return n + 100;
out:
  return n + 200;
}

int
main (void)
{
  int results[] = { 100, 10, 102, 203, 104 };
  for (int k = 0; k < 100; k++)
    for (int n = 0; n < 5; n++)
      {
	CHECK (both (n) == results[n]);
	CHECK (!PyGILState_Check ());
      }
  return 0;
}
