/* Memory may be an output that the block does not assign.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra -Werror" } */
#include <objmode.h>

int
g (int n, double *p)
{
  double a[4] = { 0 };
  with_objmode (a) { "a[0] = n"; }
  with_objmode (p = "[n]") { "p[0] = n"; }
  with_objmode (a = "float64[4]") { "print (a)"; }
  return a[0];
}
