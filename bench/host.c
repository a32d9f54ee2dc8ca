/* host.c - A program in which objmode has started Python: it runs the
   Python program that its first argument names.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include <Python.h>
#include <objmode.h>

int
main (int argc, char **argv)
{
  objmode_config config = { .argc = argc, .argv = argv };

  if (objmode_start (&config) != 0)
    return 1;
  /* Not in a block: the crossings that are timed would be nested.  */
  PyGILState_Ensure ();
  if (PyRun_SimpleString ("import runpy, sys\n"
			  "runpy.run_path(sys.argv[1], "
			  "run_name='__main__')\n") != 0)
    return 1;
  PyEval_SaveThread ();
  return 0;
}
