/* Python starts for a scalar block with the modules that python3 itself
   imports, those of the interpreter, io, which sys.stdout is from, and its own:
   what makes a syntax tree, prints a traceback or passes an array comes when
   it is needed.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  double x = 1, y = 0;
  int extra = -1, tree = -1, late = -1;

  with_objmode (y) { R"py( y = x + 1.0 )py"; }
  CHECK_NUM (y, 2);

  with_objmode (extra, tree, late)
  {
    R"py(
      import sys
      have = set(sys.modules)
      import subprocess
      theirs = subprocess.run([sys.executable, '-c',
                               'import sys; print(*sys.modules)'],
                              stdout=subprocess.PIPE, text=True, check=True)
      more = have - set(theirs.stdout.split()) - {*sys.builtin_module_names}
      more = [name for name in more
              if name.partition('.')[0] not in ('objmode', 'encodings', 'io')]
      extra = len(more)
      tree = '_ast' in have
      late = 'subprocess' in have
      if more:
          print(more)
    )py";
  }
  /* That _ast would be seen if it were there.  */
  int seen = 0;
  with_objmode (seen)
  {
    R"py(
      import ast, sys
      seen = '_ast' in sys.modules
    )py";
  }
  return extra != 0 || tree != 0 || late != 0 || seen != 1;
}
