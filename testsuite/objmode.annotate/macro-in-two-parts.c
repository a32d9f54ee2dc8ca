/* The name of with_objmode and its parentheses may come from different macros,
   as with any macro with parameters.  */
/* { dg-do run } */
#include "check.h"
#define PY with_objmode
#define BLOCK(...) PY (__VA_ARGS__)
#define BEHIND(NAME) NAME (y) { "y += 1"; }
#define SAME(...) __VA_ARGS__
#define NAME_ONLY() with_objmode
#define CLAUSES (y)

int
main (void)
{
  int y = 1;
  PY (y) { "y += 1"; }
  CHECK_NUM (y, 2);
  BLOCK (y) { "y += 1"; }
  CHECK_NUM (y, 3);
  BEHIND (with_objmode)
  CHECK_NUM (y, 4);
  BEHIND (PY)
  CHECK_NUM (y, 5);
  SAME (with_objmode) (y) { "y += 1"; }
  CHECK_NUM (y, 6);
  NAME_ONLY () (y) { "y += 1"; }
  CHECK_NUM (y, 7);
  SAME (SAME (with_objmode (y) { "y += 1"; }))
  CHECK_NUM (y, 8);
  with_objmode
    (y)
  {
    "y += 1";
  }
  CHECK_NUM (y, 9);
#ifndef with_objmode
# error "it is a macro"
#endif
  return 0;
}
