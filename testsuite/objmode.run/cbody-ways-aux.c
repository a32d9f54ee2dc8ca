/* C bodies that ways.exp compiles in many ways.  */
#include "cbody-aux.h"
#include <stdio.h>

extern int cbody_other (int n);

/* All that a body may have, but for what not every standard has.  */

static int
all (int n)
{
  int i, y = 0, rc = 0, left = 0;
  char name[8] = "abc";
  for (i = 0; i < 5; i++)
    {
      with_objmode (y, name, error (rc))
	{
	  int a[4];
	  a[i % 4] = i;
	  OBJ (y) = PyLong_FromLong (PyLong_AsLong (OBJ (n)) + a[i % 4]);
	  Py_SETREF (OBJ (name), PyUnicode_FromFormat ("%d%U", i, OBJ (name)));
	  if (i == 1)
	    {
	      left++;
	      continue;
	    }
	  if (i == 2)
	    PyErr_SetString (PyExc_KeyError, name);
	  if (i == 3)
	    goto out;
	}
      left += rc != 0 ? 10 : 100;
    }
out:
  return 1000 * y + left + name[0];
}

int
main (void)
{
  double v[3] = { 1, 2, 4 };
  int n = 0;
  with_objmode () { n = all (20) - '3'; }
  printf ("cbody %d %d %d %g\n", n, cbody_twice (4), cbody_other (5),
	  cbody_sum (v, 3));
  return 0;
}
