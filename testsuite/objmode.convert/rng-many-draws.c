/* Of many draws each normal and exponential number is NumPy's, bit for bit,
   those of the tail too.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
#include <objmode-random.h>

enum { N = 400000 };
static double x[N];

objmode_module { "import numpy as np\n"; }

int
main (void)
{
  objmode_rng g = { { 0 }, NULL };
  uint64_t seed = 77;
  int ok = 0, tail = 0;

  CHECK (objmode_rng_seed (&g, &seed, 1) == 0);
  for (int i = 0; i < N; i++)
    x[i] = objmode_rng_normal (&g);
  with_objmode (ok, tail) { R"py(
    global alone
    alone = np.random.default_rng(77)
    ok = x.tobytes() == alone.standard_normal(N).tobytes()
    # Behind the last layer of the ziggurat.
    tail = int((abs(x) > 3.6541528853610088).sum())
  )py"; }
  CHECK_NUM (ok, 1);
  CHECK (tail > 60 && tail < 160);
  for (int i = 0; i < N; i++)
    x[i] = i % 3 ? objmode_rng_exponential (&g) : objmode_rng_normal (&g);
  with_objmode (ok, tail) { R"py(
    y = np.empty(N)
    for i in range(N):
        y[i] = (alone.standard_exponential() if i % 3
                else alone.standard_normal())
    ok = x.tobytes() == y.tobytes()
    tail = int((x > 7.69711747013104972).sum())
  )py"; }
  CHECK_NUM (ok, 1);
  CHECK (tail > 70 && tail < 180);
  objmode_rng_release (&g);
  return 0;
}
