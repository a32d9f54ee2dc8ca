/* GSL integrates Python functions, with parameters behind a void pointer and
   without.  */
/* { dg-do run } */
/* { dg-require-effective-target gsl } */
/* { dg-additional-options "-lgsl -lgslcblas" } */
#include "check.h"
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_roots.h>
#include <math.h>

/* The integral of F from A to B.  */

static double
integral (gsl_function *f, double a, double b)
{
  gsl_integration_workspace *w = gsl_integration_workspace_alloc (1000);
  double result = 0, error;
  gsl_integration_qags (f, a, b, 0, 1e-10, 1000, w, &result, &error);
  gsl_integration_workspace_free (w);
  return result;
}

/* A root of F between A and B.  */

static double
root (gsl_function *f, double a, double b)
{
  gsl_root_fsolver *s = gsl_root_fsolver_alloc (gsl_root_fsolver_brent);
  double x = 0;
  gsl_root_fsolver_set (s, f, a, b);
  for (int i = 0; i < 100; i++)
    {
      gsl_root_fsolver_iterate (s);
      x = gsl_root_fsolver_root (s);
      if (gsl_root_test_interval (gsl_root_fsolver_x_lower (s), gsl_root_fsolver_x_upper (s), 0, 1e-12) == GSL_SUCCESS)
	break;
    }
  gsl_root_fsolver_free (s);
  return x;
}

int
main (void)
{
  gsl_function f = { NULL, NULL };
  double y = 0, z = 0;
  int rc = 0;
  gsl_set_error_handler_off ();
  /* From C: the member owns the function.  */
  with_objmode () { "f.function = lambda x, parameters: x ** -0.5 * __import__ ('math').log (x)"; }
  CHECK (fabs (integral (&f, 0, 1) + 4) < 1e-9);
  objmode_callback_release (f.function);
  /* From a text, which may raise.  */
  with_objmode (y, z) { R"(
    import math
    f.function = g = lambda x, parameters: math.exp (-x * x)
    y = integral (f, -10, 10)
    f.function = lambda x, parameters: x * x - 2
    z = root (f, 0, 2)
  )"; }
  CHECK (fabs (y - sqrt (M_PI)) < 1e-9 && fabs (z - sqrt (2)) < 1e-9);
  with_objmode (y, error (rc)) { R"(
    def broken (x, parameters):
        if x > 0.9: raise ArithmeticError (f'no value at {x:.2f}')
        return x
    f.function = broken
    y = integral (f, 0, 1)
  )"; }
  CHECK (rc != 0);
  CHECK_STR (objmode_error ()->type, "ArithmeticError");
  return 0;
}
