/* host.c - A program in which objmode has started Python: it runs the
   Python program that its first argument names.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include <objmode.h>

int
main (int argc, char **argv)
{
  objmode_config config = { .argc = argc, .argv = argv };

  if (objmode_start (&config) != 0)
    return 1;
  with_objmode () {
    R"py(
      import runpy, sys
      runpy.run_path(sys.argv[1], run_name='__main__')
    )py";
  }
  return 0;
}
