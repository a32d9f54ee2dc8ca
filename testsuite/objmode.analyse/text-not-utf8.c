/* A text that is not UTF-8.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n)
{
  int y = 0;
  with_objmode (y) { "y = '\xff'"; }
/* { dg-error "28: Python: .unicode error. 'utf-8' codec can't decode byte 0xff" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = '\xc3\xa9' == 1"; }
}
