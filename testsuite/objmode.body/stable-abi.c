/* A C body of the stable ABI belongs to no version.  */
/* { dg-do run } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-Wall -Wextra -Wshadow" } */
#define Py_LIMITED_API 0x03090000
#include <Python.h>
#include "check.h"

/* What the version is said to be does not matter.  */
#undef PY_VERSION_HEX
#define PY_VERSION_HEX 0x030a04f0

int
main (void)
{
  double x = 1.5, y = 0;
  int rc;
  with_objmode (error (rc), y) { OBJ (y) = PyNumber_Add (OBJ (x), OBJ (x)); }
  CHECK (!rc && y == 3);
  with_objmode (error (rc), y)
    {
      OBJ (y) = PyObject_CallMethod (OBJ (x), "no_such", NULL);
      if (!OBJ (y))
	return strcmp (last_error (), "none");
    }
  CHECK (rc && y == 3 && strstr (last_error (), "AttributeError"));
  return 0;
}
