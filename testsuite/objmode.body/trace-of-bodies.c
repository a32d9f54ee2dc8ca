/* OBJMODE_TRACE sees C bodies as it sees text.  */
/* { dg-do run } */
/* { dg-add-options python_api } */
#include <Python.h>
#include "check.h"
#include <sys/wait.h>
#include <unistd.h>

static void
traced (void)
{
  int y = 0, rc;
  with_objmode (y) { OBJ (y) = PyLong_FromLong (5); usleep (2000); }
  with_objmode (error (rc)) { PyErr_SetString (PyExc_ValueError, "planned"); }
  for (int i = 0; i < 3; i++)
    with_objmode () { with_objmode (y) { "y += 1"; } if (i == 1) break; }
  exit (y != 7 || !rc);
}

int
main (int argc, char **argv)
{
  const char *name = "cbody-trace.json";
  int status, good = 0;
  if (argc > 1)
    traced ();
  if (fork () == 0)
    {
      setenv ("OBJMODE_TRACE", name, 1);
      execl (argv[0], argv[0], "traced", (char *) NULL);
      _exit (127);
    }
  wait (&status);
  CHECK_NUM (status, 0);
  with_objmode (good) {
    R"py(
      import json, os
      with open(name) as f: events = json.load(f)
      os.remove(name)
      blocks = [e for e in events if 'trace-of-bodies.c:' in e['name']]
      python = [e for e in events if e['name'] == 'Python']
      assert [int(e['name'].rsplit(':')[-1]) for e in blocks] \
          == [13, 14, 16, 16, 16, 16], blocks
      assert [e['args']['failed'] for e in blocks] \
          == [False, True, False, False, False, False]
      assert all(e['args']['function'] == 'traced' for e in blocks)
      assert python[0]['dur'] >= 2000
      # The inner block of each pair is inside the other in time too.
      for inner, outer in blocks[2:4], blocks[4:]:
          assert outer['ts'] <= inner['ts']
          assert inner['ts'] + inner['dur'] <= outer['ts'] + outer['dur'] + 1
      good = 1
    )py";
  }
  return !good;
}
