/* The fix-it of pointer-without-extent.c, applied: it compiles.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra -Werror" } */
#include <objmode.h>

double
g (int n, double *p, const float *restrict q)
{
  double y = 0;
  with_objmode (y, p = "[n]") { R"( y = p[0] )"; }
  with_objmode (y, q = "[n]") { R"( y = q[0] )"; }
  with_objmode (p = "[n]") { R"( p[0] = 1 )"; }
  return y;
}
