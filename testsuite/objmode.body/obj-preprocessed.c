/* OBJ in text that went through -E.  */
/* { dg-do assemble } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-save-temps -Wall -Wextra" } */
#include <Python.h>
#include <objmode.h>

double
f (double x)
{
  double y = 0;
  with_objmode (y)
    {
      __label__ end;
      Py_XSETREF (OBJ (y), PyNumber_Negative (OBJMODE_OBJ (x)));
      if (!OBJ (y))
	goto end;
      PyErr_Clear ();
    end:;
    }
  return y;
}
