/* Module blocks: in order, once, before the first block.  */
/* { dg-do run } */
/* { dg-output "^c\nfirst\nsecond\nblock 2\nblock 3\n$" } */
#include "check.h"

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
  CHECK_NUM (y, 3);
  with_objmode (y) { R"(
    import sys, objmode.order_before_blocks
    me = sys.modules['objmode.order_before_blocks']
    assert me is objmode.order_before_blocks and me.order is order
    assert me.__name__ == 'objmode.order_before_blocks' and __name__ == 'objmode.order_before_blocks'
    assert me.__file__.endswith ('order-before-blocks.c') and me.__doc__ is None
    print ('block', y0)
    y = helper (39)
  )"; }
  CHECK_NUM (y, 42);
  return 0;
}

objmode_module { R"py(
  print ("second")
  order.append (2)
  y0 = 3
  def helper (x): return x + y0
)py"; }
