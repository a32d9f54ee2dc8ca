/* A module block that calls globals may define anything.  */
/* { dg-do compile } */
#include <objmode.h>
objmode_module { R"py(
  globals ()["secret"] = 1
  def f (): return secret
)py"; }

int
g (void)
{
  int y;
  with_objmode (y) { "y = secret"; }
  return y;
}
