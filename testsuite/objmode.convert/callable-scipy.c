/* SciPy calls C functions and function pointers.  */
/* { dg-do run } */
/* { dg-require-effective-target scipy } */
/* { dg-additional-options "-lm" } */
#include "check.h"
#include <math.h>
static double f (double x) { return x * x - 2; }
static double scaled (double x, void *data) { return *(double *) data * x; }
static double rosenbrock (const double x[2])
{
  return (1 - x[0]) * (1 - x[0]) + 100 * pow (x[1] - x[0] * x[0], 2);
}

static double
integral (double (*fp) (double, void *), double *factor)
{
  double y;
  with_objmode (y, data (*factor)) { R"(
    import numpy as np
    from scipy.integrate import quad
    y = quad (fp, 0, 1, args=(np.array ([data]),))[0]
  )"; }
  return y;
}

int
main (void)
{
  double root, area, x[2], factor = 3;
  with_objmode (root, area) { R"(
    from scipy.optimize import brentq
    from scipy.integrate import quad
    root = brentq (f, 0, 2)
    area = quad (f, 0, 3)[0]
  )"; }
  CHECK (fabs (root - sqrt (2)) < 1e-9 && fabs (area - 3) < 1e-9);
  CHECK (fabs (integral (scaled, &factor) - 1.5) < 1e-9);
  with_objmode (x) { R"(
    from scipy.optimize import minimize
    x[:] = minimize (rosenbrock, [-1., 2.], method='Nelder-Mead', tol=1e-8).x
  )"; }
  CHECK (fabs (x[0] - 1) < 1e-4 && fabs (x[1] - 1) < 1e-4);
  return 0;
}
