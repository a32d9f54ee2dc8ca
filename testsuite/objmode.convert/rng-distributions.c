/* `bits' is NumPy's bitgen_t: its own C functions of other distributions draw
   what Python draws.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-additional-options "-ldl" } */
#include "check.h"
#include <objmode-random.h>
#include <dlfcn.h>

typedef double one_fn (void *, double);
typedef double two_fn (void *, double, double);
typedef int64_t count_fn (void *, double);

objmode_module { "import numpy as np\n"; }

int
main (void)
{
  objmode_rng g = { { 0 }, NULL };
  char file[1000] = "";
  double x[40];
  int ok = 0;

  with_objmode (g, file) { R"py(
    from numpy.random import _generator
    file = _generator.__file__
    g = np.random.default_rng(9)
  )py"; }
  void *library = dlopen (file, RTLD_NOW);
  CHECK (library != NULL);
  one_fn *gamma = (one_fn *) dlsym (library, "random_standard_gamma");
  two_fn *normal = (two_fn *) dlsym (library, "random_normal");
  count_fn *poisson = (count_fn *) dlsym (library, "random_poisson");
  CHECK (gamma && normal && poisson);
  for (int i = 0; i < 40; i += 4)
    {
      double y = 0;
      x[i] = gamma (&g.bits, 2.5);
      with_objmode (y) { "y = float (g.poisson (4))"; }
      x[i + 1] = y;
      x[i + 2] = poisson (&g.bits, 40);
      x[i + 3] = normal (&g.bits, 1, 3) + objmode_rng_normal (&g);
    }
  with_objmode (ok) { R"py(
    r = np.random.default_rng(9)
    y = []
    for i in range(10):
        y += [r.standard_gamma(2.5), float(r.poisson(4)), float(r.poisson(40)),
              r.normal(1, 3) + r.standard_normal()]
    ok = x.tolist() == y
  )py"; }
  CHECK_NUM (ok, 1);
  objmode_rng_release (&g);
  return 0;
}
