/* environment-aux.c [isolated] - Print what the environment could change: where
   json comes from, the prefix, a module that PYTHONPATH may add.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "check.h"
#include <unistd.h>

int
main (int argc, char **argv)
{
  objmode_config config = { .isolated = argc > 1 };

  (void) argv;
  if (geteuid () != getuid ())
    printf ("privileged ");
  fflush (stdout);
  CHECK (objmode_start (&config) == 0);
  with_objmode () {
    R"py(
      import faulthandler, json, sys
      try: import planted
      except ImportError: planted = None
      print('planted' if planted else 'clean',
            'json' if 'planted' in dir(json) else 'good',
            'fault' if faulthandler.is_enabled() else 'quiet',
            'prefix' if 'host.dir' in sys.prefix + sys.exec_prefix else 'same',
            '\xe9' if sys.flags.utf8_mode else 'ascii')
    )py";
  }
  return 0;
}
