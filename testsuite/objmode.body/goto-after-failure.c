/* C bodies that fail: where control goes, with every clause and by every way
   out of the body; `interval'.  */
/* { dg-do run } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-Wall -Wextra -Wshadow" } */
#include <Python.h>
#include "check.h"

/* Fail if FAILS, leaving the body by HOW.  Return what was done.  */

static int
by_goto (int how, int fails)
{
  int n = 0, y = 5;
  for (int i = 0; i < 2; i++)
    {
      with_objmode (goto (failed), y)
	{
	  OBJ (y) = PyLong_FromLong (7);
	  if (fails)
	    PyErr_SetString (PyExc_ValueError, "planned");
	  if (how == 1)
	    return 1000 + y;
	  if (how == 2)
	    break;
	  if (how == 3)
	    continue;
	  if (how == 4)
	    goto out;
	  n += 10;
	}
      n += 100;
    }
  return n + y;
out:
  return -n - y;
failed:
  CHECK (!PyGILState_Check ());
  CHECK_STR (last_error (), "ValueError: planned");
  CHECK_NUM (y, 5);
  return 1;
}

static int
by_both (int how)
{
  int rc = -1, n = 0;
  with_objmode (error (rc), goto (failed))
    {
      if (how == 1)
	PyErr_SetNone (PyExc_StopIteration);
      if (how == 2)
	{
	  PyErr_SetString (PyExc_KeyError, "k");
	  return -1;
	}
      n = 1;
    }
  CHECK (rc == 0 && n == 1);
  return 0;
failed:
  CHECK (rc != 0);
  return 1;
}

/* What fails before the body: it is not entered.  */

static int
not_entered (int n, const double *x)
{
  int rc = 0, entered = 0;
  with_objmode (error (rc), goto (failed), x = "[n]")
    {
      entered = 1;
      CHECK (OBJ (x));
    }
  return 10;
failed:
  FAILS_WITH ("is negative");
  return entered;
}

/* With `error' alone a jump that the body wanted is not made.  */

static int
by_error (int how, int fails)
{
  int rc, n = 0;
  for (int i = 0; i < 3; i++)
    {
      with_objmode (error (rc))
	{
	  if (fails)
	    PyErr_SetString (PyExc_ValueError, "planned");
	  switch (how)
	    {
	    case 0: return -1;
	    case 1: goto out;
	    case 2: continue;
	    default: break;
	    }
	  if (how == 3)
	    break;
	}
      CHECK (!rc == !fails);
      n++;
    }
  return n;
out:
  return -2;
}

static const objmode_error_info *seen;

static void
handler (const objmode_error_info *info)
{
  seen = info;
}

/* With neither, the handler, and control behind the block.  */

static int
by_handler (int how)
{
  int y = 3, z = 4;
  objmode_error_handler *old = objmode_set_error_handler (handler);
  seen = NULL;
  for (;;)
    {
      with_objmode (y)
	{
	  z = 8;
	  OBJ (y) = PyFloat_FromDouble (1.5);
	  if (how == 0)
	    PyErr_SetString (PyExc_ValueError, "planned");
	  if (how == 1)
	    break;
	}
      z++;
      break;
    }
  objmode_set_error_handler (old);
  CHECK (seen && seen->function && strcmp (seen->function, "by_handler") == 0);
  CHECK (y == 3 && z == 9);
  CHECK (strstr (seen->traceback, how ? "TypeError" : "planned"));
  return z;
}

/* A block that is skipped is a success, by whatever guard.  */

static int
guards (void)
{
  int runs = 0, rc = 1;
  for (int i = 0; i < 5; i++)
    {
      with_objmode (interval (1000), error (rc), goto (failed))
	{
	  runs++;
	  if (i > 0)
	    PyErr_SetString (PyExc_ValueError, "planned");
	}
      CHECK_NUM (rc, 0);
    }
  for (int i = 0; i < 4; i++)
    with_objmode (interval (0)) { if (i == 3) continue; runs += 10; }
  for (int i = 0; i < 4; i++)
    with_objmode (every (0), goto (failed)) { runs += 100; }
  for (int i = 0; i < 6; i++)
    with_objmode (every (2), interval (1000), once, goto (failed)) { runs += 1000; }
  return runs;
failed:
  return -1;
}

int
main (void)
{
  CHECK (by_goto (0, 0) == 227 && by_goto (1, 0) == 1005);
  CHECK (by_goto (2, 0) == 7 && by_goto (3, 0) == 7 && by_goto (4, 0) == -7);
  for (int how = 0; how < 5; how++)
    CHECK (by_goto (how, 1) == 1);
  CHECK (by_both (0) == 0 && by_both (1) == 1 && by_both (2) == 1);
  CHECK (not_entered (1, (double[]) { 1 }) == 10);
  CHECK (not_entered (-1, NULL) == 0);
  CHECK (by_error (0, 0) == -1 && by_error (1, 0) == -2);
  CHECK (by_error (2, 0) == 0 && by_error (3, 0) == 0);
  for (int how = 0; how < 5; how++)
    CHECK (by_error (how, 1) == 3);
  CHECK (by_handler (0) == 9 && by_handler (1) == 9);
  CHECK (guards () == 1031);
  CHECK (!PyGILState_Check ());
  return 0;
}
