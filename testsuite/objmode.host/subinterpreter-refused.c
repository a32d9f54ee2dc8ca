/* Blocks reached from a subinterpreter fail, with the GIL given up and with the
   GIL held; the main one is well.  */
/* { dg-do run } */

#include "check.h"

static int failures, runs;

/* What the subinterpreter calls.  */

int
block (void)
{
  int rc, y = 0;

  with_objmode (y, error (rc)) { R"py( y = 1 )py"; }
  runs += y;
  if (rc != 0)
    {
      CHECK (error_is ("RuntimeError", "subinterpreter"));
      failures++;
    }
  return rc;
}

int
main (void)
{
  void *address = (void *) block;
  int version;

  /* There ctypes cannot be imported in a subinterpreter.  */
  with_objmode (version) { R"py( import sys; version = sys.version_info[1] )py"; }
  if (version == 12)
    return 0;
  with_objmode () {
    R"py(
      try: import _xxsubinterpreters as interpreters
      except ImportError: import _interpreters as interpreters
      for kind in 'CFUNCTYPE', 'PYFUNCTYPE':
          id = interpreters.create()
          interpreters.run_string(id, f'import ctypes\n'
              f'ctypes.{kind}(ctypes.c_int)({address})()\n')
          interpreters.destroy(id)
    )py";
  }
  CHECK (failures == 2 && runs == 0);
  CHECK (block () == 0 && runs == 1);
  return 0;
}
