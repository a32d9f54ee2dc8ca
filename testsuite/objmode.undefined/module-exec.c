/* A module block that calls exec may define anything.  */
/* { dg-do compile } */
#include <objmode.h>
objmode_module { R"py(
  exec ("secret = 1")
  def f (): return secret
)py"; }

int
g (void)
{
  int y;
  with_objmode (y) { "y = secret"; }
  return y;
}
