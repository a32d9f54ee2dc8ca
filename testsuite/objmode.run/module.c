/* Module blocks: in order, once, before the first block.  */
/* { dg-do run } */
/* { dg-output "^c\nfirst\nsecond\nblock 2\nblock 3\n$" } */
#include "check-aux.h"

objmode_module { R"(
  print ("first")
  order = [1]
)"; }

int
main (void)
{
  int y;
  puts ("c");
  with_objmode (y) { "order.append (y0); y = len (order); print ('block', y - 1)" ; }
  CHECK (y == 3);
  with_objmode (y) { R"(
    import sys, objmode.module
    me = sys.modules['objmode.module']
    assert me is objmode.module and me.order is order
    assert me.__name__ == 'objmode.module' and __name__ == 'objmode.module'
    assert me.__file__.endswith ('module.c') and me.__doc__ is None
    print ('block', y0)
    y = helper (39)
  )"; }
  CHECK (y == 42);
  return 0;
}

objmode_module { R"py(
  print ("second")
  order.append (2)
  y0 = 3
  def helper (x): return x + y0
)py"; }
