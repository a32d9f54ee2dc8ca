/* Columns behind characters of more than one byte.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n)
{
  int y = 0;
  with_objmode (y) { R"(
    y = "\u00fc" + = 2
  )"; }
/* { dg-error "20: Python: invalid syntax" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"(
    y = "ü" + = 2
  )"; }
/* { dg-error "15: Python: invalid syntax" "" { target *-*-* } .-2 } */
}
