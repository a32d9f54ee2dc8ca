/* The loops around an unguarded block vectorise as around a call, -DCALL.  */
#include <objmode.h>

extern void external (long);

double
smooth (long n, double *restrict u, double *restrict v)
{
  double residual = 0;
  for (long i = 0; i < n; i++)
    v[i] = u[i] * 0.5 + 1;
#ifdef CALL
  external (n);
#else
  with_objmode () { "print (n)"; }
#endif
  for (long i = 0; i < n; i++)
    u[i] = v[i] * 0.25 - 1;
  return residual;
}
