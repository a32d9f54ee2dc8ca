/* A C body belongs to the Python that it was compiled for.  */
/* { dg-do run } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-Wall -Wextra -Wshadow" } */
#include <Python.h>
#include "check.h"

#undef PY_VERSION_HEX
#define PY_VERSION_HEX 0x030a04f0

int
main (void)
{
  int rc, n = 0;
  with_objmode (error (rc)) { n = 1; }
  CHECK (rc && n == 0);
  CHECK (strncmp (last_error (), "RuntimeError: the C body of the block was compiled with <Python.h> of Python 3.10, but this is Python 3.", 104) == 0);
  CHECK (strstr (last_error (), "with the headers of this Python, or define Py_LIMITED_API"));
  /* Text does not.  */
  with_objmode (error (rc), n) { "n = 2"; }
  CHECK (!rc && n == 2);
#define Py_LIMITED_API 0x030b0000
  with_objmode (error (rc)) { n = 3; }
  CHECK (!rc && n == 3);
  return 0;
}
