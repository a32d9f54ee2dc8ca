/* A module block behind the first block runs before it all the same.  */
/* { dg-do run } */
#include "check.h"

static int
before (void)
{
  int y;
  with_objmode (y) { "y = order[-1]"; }
  return y;
}

objmode_module { "order = [1]"; }
objmode_module { "order.append (2)"; }

int
main (void)
{
  CHECK (before () == 2);
  return 0;
}
