/* Constant and strange operands of guards draw no warning.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra -Wconversion -Werror" } */
#include <objmode.h>
void
kernel (unsigned long ul, signed char c, float f, _Bool b, long double ld)
{
  with_objmode (every (ul)) { "pass"; }
  with_objmode (every (c)) { "pass"; }
  with_objmode (every (b)) { "pass"; }
  with_objmode (every (0)) { "pass"; }
  with_objmode (every (-1)) { "pass"; }
  with_objmode (interval (f)) { "pass"; }
  with_objmode (interval (ld)) { "pass"; }
  with_objmode (interval (1)) { "pass"; }
  with_objmode (once, interval (0.5), every (3)) { "pass"; }
}
