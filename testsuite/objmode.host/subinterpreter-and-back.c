/* A host's thread that blocks know goes into a subinterpreter and back: blocks
   reached from there fail, with the GIL given up and with the GIL held.  */
/* { dg-do run } */
/* { dg-add-options python_api } */

#include <Python.h>
#include "check.h"
#include <stdint.h>

static int calls;

/* Fail unless a block fails as it should if FAILS, else runs.  */
static void
check_block (int fails)
{
  int rc, y = 0;

  with_objmode (y, error (rc)) { R"py( y = 1 )py"; }
  if (fails)
    CHECK (rc != 0 && y == 0 && error_is ("RuntimeError", "subinterpreter"));
  else
    CHECK (rc == 0 && y == 1);
}

/* What Python calls.  */
static void
call_back (void)
{
  check_block (1);
  calls++;
}

int
main (void)
{
  PyThreadState *main_state, *state;
  char text[200];

  Py_InitializeEx (0);
  snprintf (text, sizeof text,
	    "import ctypes\n"
	    "ctypes.CFUNCTYPE(None)(%ju)()\n"
	    "ctypes.PYFUNCTYPE(None)(%ju)()\n",
	    (uintmax_t) (uintptr_t) call_back,
	    (uintmax_t) (uintptr_t) call_back);
  for (int i = 0; i < 3; i++)
    {
      main_state = PyEval_SaveThread ();
      check_block (0);
      check_block (0);
      PyEval_RestoreThread (main_state);
      state = Py_NewInterpreter ();
      CHECK (state);
      check_block (1);
      CHECK (PyRun_SimpleString (text) == 0);
      Py_EndInterpreter (state);
      PyThreadState_Swap (main_state);
      check_block (0);
    }
  CHECK_NUM (calls, 6);
  return 0;
}
