/* SciPy gives C functions its arrays; scipy.LowLevelCallable has no Python in
   between.  */
/* { dg-do run } */
/* { dg-require-effective-target scipy } */
/* { dg-additional-options "-lm" } */
#include "check.h"
#include <math.h>
struct oscillator { double omega, damping; };
static int calls;

static double
rosenbrock (const double x[2])
{
  return (1 - x[0]) * (1 - x[0]) + 100 * pow (x[1] - x[0] * x[0], 2);
}

static void
gradient (const double x[2], double g[2])
{
  g[0] = -2 * (1 - x[0]) - 400 * x[0] * (x[1] - x[0] * x[0]);
  g[1] = 200 * (x[1] - x[0] * x[0]);
}

static void
rhs (double t, const double y[2], double dydt[2], const struct oscillator *o)
{
  (void) t;
  dydt[0] = y[1];
  dydt[1] = -o->omega * o->omega * y[0] - o->damping * y[1];
}

static double
integrand (double x, void *data)
{
  calls++;
  return *(double *) data * x * x;
}

int
main (void)
{
  double x[2], end, area, k = 3;
  struct oscillator o = { 2, 0 };
  with_objmode (x) { R"(
    import numpy as np
    from scipy.optimize import minimize, root
    def jac (x):
        g = np.empty (2)
        gradient (x, g)
        return g
    x[:] = minimize (rosenbrock, [-1., 2.], jac=jac, method='BFGS', tol=1e-8).x
    assert abs (root (jac, [0.9, 0.8]).x - 1).max () < 1e-6
  )"; }
  CHECK (fabs (x[0] - 1) < 1e-4 && fabs (x[1] - 1) < 1e-4);
  with_objmode (end) { R"(
    import numpy as np
    from scipy.integrate import solve_ivp
    def f (t, y):
        dydt = np.empty (2)
        rhs (t, y, dydt, o)
        return dydt
    end = solve_ivp (f, (0, np.pi), [1., 0.], rtol=1e-9, atol=1e-9).y[0, -1]
  )"; }
  CHECK (fabs (end - 1) < 1e-6);
  with_objmode (area, factor (*&k)) { R"(
    import ctypes
    from scipy import LowLevelCallable
    from scipy.integrate import quad
    prototype = ctypes.CFUNCTYPE (ctypes.c_double, ctypes.c_double, ctypes.c_void_p)
    data = ctypes.c_double (factor)
    low = LowLevelCallable (prototype (integrand.address), ctypes.cast (ctypes.pointer (data), ctypes.c_void_p))
    area = quad (low, 0, 2)[0]
  )"; }
  CHECK (fabs (area - 8) < 1e-9 && calls > 0);
  return 0;
}
