/* embed.c - What objmode does for one block, by hand: start Python, run
   something, end Python.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include <Python.h>

int
main (int argc, char **argv)
{
  char *arguments[] = { argv[1], (char *) "-P", (char *) "-c",
			(char *) "pass" };
  PyPreConfig pre;
  PyConfig config;
  PyStatus status;

  PyPreConfig_InitPythonConfig (&pre);
  pre.configure_locale = 0;
  pre.utf8_mode = 1;
  status = Py_PreInitialize (&pre);
  if (argc < 2 || PyStatus_Exception (status))
    return 1;
  PyConfig_InitPythonConfig (&config);
  config.install_signal_handlers = 0;
  status = PyConfig_SetBytesArgv (&config, 4, arguments);
  if (!PyStatus_Exception (status))
    status = Py_InitializeFromConfig (&config);
  PyConfig_Clear (&config);
  if (PyStatus_Exception (status))
    return 1;
  return (PyRun_SimpleString ("y = 1 + 1.0") != 0) | (Py_FinalizeEx () != 0);
}
