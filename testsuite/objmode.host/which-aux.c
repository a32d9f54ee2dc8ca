/* which-aux.c [isolated | PYTHON] - Print which Python blocks are run by.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "check.h"

int
main (int argc, char **argv)
{
  objmode_config config = { 0 };

  if (argc > 1 && strcmp (argv[1], "isolated") == 0)
    config.isolated = 1;
  else if (argc > 1)
    config.python = argv[1];
  CHECK (objmode_start (&config) == 0);
  with_objmode () {
    R"py(
      import sys
      try: from marker import place
      except ImportError: place = 'nowhere'
      print(sys.version.split()[0], sys.prefix, sys.executable, place)
    )py";
  }
  return 0;
}
