/* NLopt minimises a Python function with its gradient, and keeps it in the
   optimizer.  */
/* { dg-do run } */
/* { dg-require-effective-target nlopt } */
/* { dg-require-effective-target numpy } */
/* { dg-additional-options "-lnlopt" } */
#include "check.h"
#include <math.h>
#include <nlopt.h>

objmode_members (nlopt_func, arg1 = "[arg0]", arg2 = "[arg0]");
static nlopt_func objective;

/* Let OPT minimise F, which C owns until the end.  */

static int
set_objective (void *opt, nlopt_func f)
{
  objective = f;
  return nlopt_set_min_objective (opt, f, NULL);
}

int
main (void)
{
  double x[2] = { -1.2, 1 }, least = -1;
  int result = 0, calls = 0;
  void *opt = nlopt_create (NLOPT_LD_LBFGS, 2);
  nlopt_set_xtol_rel (opt, 1e-10);
  with_objmode (result) { R"(
    import objmode
    global n_calls
    n_calls = 0
    def rosenbrock (n, x, gradient, data):
        global n_calls
        n_calls += 1
        a, b = x
        if gradient is not None:
            gradient[:] = -2 * (1 - a) - 400 * a * (b - a * a), 200 * (b - a * a)
        return (1 - a) ** 2 + 100 * (b - a * a) ** 2
    result = set_objective (opt, objmode.keep (rosenbrock))
  )"; }
  CHECK (result == NLOPT_SUCCESS && objmode_callback_p (objective));
  CHECK (nlopt_optimize (opt, x, &least) > 0);
  CHECK (fabs (x[0] - 1) < 1e-6 && fabs (x[1] - 1) < 1e-6 && least < 1e-10);
  with_objmode (calls) { "calls = n_calls"; }
  CHECK (calls > 5 && calls < 500);
  nlopt_destroy (opt);
  objmode_callback_release (objective);
  CHECK (!objmode_callback_p (objective));
  return 0;
}
