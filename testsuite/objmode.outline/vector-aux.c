/* The loops around an unguarded block vectorise.  */
#include <objmode.h>

double
smooth (long n, double *restrict u, double *restrict v)
{
  double residual = 0;
  for (long i = 0; i < n; i++)
    v[i] = u[i] * 0.5 + 1;
  with_objmode () { "print (n)"; }
  for (long i = 0; i < n; i++)
    u[i] = v[i] * 0.25 - 1;
  return residual;
}
