/* A scalar that a block changes keeps its register in the loop.  */
#include <objmode.h>

#ifdef BLOCK
# define ADJUST with_objmode (s) { "s = s / 2"; }
#else
extern double adjust (double);
# define ADJUST s = adjust (s);
#endif

double
total (long n, const double *x, long bad)
{
  double s = 0;
  for (long i = 0; i < n; i++)
    {
      s += x[i];
      if (__builtin_expect (i == bad, 0))
        ADJUST
    }
  return s;
}
