/* OBJMODE_DISABLE: blocks are dead code, `else' binds as it did.  */
/* { dg-do run } */
/* { dg-additional-options "-DOBJMODE_DISABLE -Wall -Wextra -Werror -Wno-unused-value" } */
#include <objmode.h>
objmode_module { "raise SystemExit (1)"; }
objmode_module { R"(raise SystemExit (1))"; }

static int
f (int n)
{
  int y = 3;
  if (n)
    with_objmode (y) { "y = 4"; }
  else
    y = 5;
  for (int i = 0; i < n; i++)
    with_objmode (y, every (3)) { "y = 4"; }
  return y;
}

int
main (void)
{
  return f (1) != 3 || f (0) != 5;
}
