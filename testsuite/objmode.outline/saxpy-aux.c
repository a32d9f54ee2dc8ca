/* With -DBLOCK the loop has a block that is not taken.  */
#include <objmode.h>
#ifdef BLOCK
# define LOG(C, ...) if (C) with_objmode () { __VA_ARGS__; }
#else
extern void trace (long i);
# define LOG(C, ...) if (C) trace (i);
#endif

void
saxpy (long n, float a, const float *restrict x, float *restrict y, long bad)
{
  for (long i = 0; i < n; i++)
    {
      y[i] = a * x[i] + y[i];
      LOG (__builtin_expect (i == bad, 0), "print (i)")
    }
}

void
stencil (long n, double c, const double *restrict u, double *restrict v,
         double limit)
{
  for (long i = 1; i < n - 1; i++)
    {
      double d = c * (u[i - 1] - 2 * u[i] + u[i + 1]);
      v[i] = u[i] + d;
      LOG (__builtin_expect (d > limit, 0), "print (i)")
    }
}
