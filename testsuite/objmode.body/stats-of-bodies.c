/* OBJMODE_STATS sees C bodies as it sees text.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-add-options python_api } */
/* { dg-set-target-env-var OBJMODE_STATS "1" } */
/* { dg-output "^objmode: blocks of process \[0-9\]+, times in ms\n\[^\n\]*\n" } */
/* { dg-output " +100 +200 +0 +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +0 +\[^\n\]*stats-of-bodies.c:23 .main.\n" } */
/* { dg-output " +300 +0 +0 +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +12000 +\[^\n\]*stats-of-bodies.c:29 .main.\n" } */
/* { dg-output " +300 +0 +100 +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +\[0-9.\]+ +0 +\[^\n\]*stats-of-bodies.c:30 .main.\n" } */
/* { dg-output " +1 +0 +0 +\[0-9.\]+ +\[0-9.\]+ +\[1-9\]\[0-9.\]+ +\[1-9\]\[0-9.\]+ +0 +\[^\n\]*stats-of-bodies.c:36 .main.\n$" } */
#include <Python.h>
#include <objmode.h>
#include <unistd.h>

int
main (void)
{
  double x[5] = { 1, 2, 3, 4, 5 };
  int y = 0, rc;

  for (int i = 0; i < 300; i++)
    {
      with_objmode (every (3), y)
	{
	  OBJ (y) = PyLong_FromLong (i);
	  if (i == 270)
	    PyErr_Clear ();
	}
      with_objmode (x = "copy float64[5]", error (rc)) { Py_XINCREF (OBJ (x)); Py_XDECREF (OBJ (x)); }
      with_objmode (error (rc))
	{
	  if (i % 3 == 0)
	    PyErr_SetString (PyExc_ValueError, "planned");
	}
    }
  with_objmode () { usleep (10000); }
  return y != 297;
}
