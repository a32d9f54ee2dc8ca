/* `import *' in a module block may define anything.  */
/* { dg-do compile } */
#include <objmode.h>
objmode_module { "from math import *"; }

double
g (void)
{
  double y;
  with_objmode (y) { "y = cos (pi)"; }
  return y;
}
