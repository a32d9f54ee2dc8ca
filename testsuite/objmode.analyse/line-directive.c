/* #line counts for the text as it does for C.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n)
{
  int y = 0;
#line 100 "other.c"
  with_objmode (y) { R"(
    y = n
    x = = 2
  )"; }
}
/* { dg-error "9: Python: invalid syntax" "" { target *-*-* } 102 } */
