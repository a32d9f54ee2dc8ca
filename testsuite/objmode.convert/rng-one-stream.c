/* C and Python draw from one state, bit for bit as Python alone: doubles, whole
   numbers with the half that 32-bit draws keep, normal and exponential ones, in
   turns.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
#include <objmode-random.h>

objmode_module { R"py(
  import numpy as np

  kinds = [np.random.PCG64, np.random.PCG64DXSM, np.random.MT19937,
           np.random.Philox, np.random.SFC64]

  def alone(g, n):
      """Return what C and Python draw below, drawn from G by Python."""
      drawn = []
      for i in range(n):
          drawn += [g.random(), g.random(),
                    float(g.integers(2**64, dtype=np.uint64, endpoint=False)
                          >> np.uint64(12)),
                    float(g.integers(2**32, dtype=np.uint32)),
                    float(g.integers(2**32, dtype=np.uint32)),
                    float(g.integers(2**32, dtype=np.uint32)),
                    g.standard_normal(), g.standard_normal(),
                    g.standard_exponential(), g.standard_exponential(),
                    g.normal(3, 2), g.standard_normal()]
      return drawn
)py"; }

#define ROUNDS 2000
#define WIDTH 12

int
main (void)
{
  static double drawn[ROUNDS * WIDTH];
  objmode_rng g = { 0 };
  int n = 0, equal = 0;

  with_objmode (n) { "n = len (kinds)"; }
  for (int k = 0; k < n; k++)
    {
      double *d = drawn;
      with_objmode (g) { "g = np.random.Generator (kinds[k] (42))"; }
      for (int i = 0; i < ROUNDS; i++, d += WIDTH)
	{
	  double x = 0, y = 0, z = 0, w = 0, u = 0, v = 0;
	  d[0] = objmode_rng_double (&g);
	  with_objmode (x) { "x = g.random ()"; }
	  d[1] = x;
	  d[2] = objmode_rng_uint64 (&g) >> 12;
	  /* The second half of 64 bits is kept for the next draw.  */
	  d[3] = g.bits.next_uint32 (g.bits.state);
	  with_objmode (y) { "y = float (g.integers (2**32, dtype=np.uint32))"; }
	  d[4] = y;
	  d[5] = g.bits.next_uint32 (g.bits.state);
	  d[6] = objmode_rng_normal (&g);
	  with_objmode (z) { "z = g.standard_normal ()"; }
	  d[7] = z;
	  with_objmode (w) { "w = g.standard_exponential ()"; }
	  d[8] = w;
	  d[9] = objmode_rng_exponential (&g);
	  with_objmode (u) { "u = g.normal (3, 2)"; }
	  d[10] = u;
	  v = objmode_rng_normal (&g);
	  d[11] = v;
	}
      with_objmode (equal) { R"py(
        expected = alone(np.random.Generator(kinds[k](42)), len(drawn) // 12)
        equal = drawn.tolist() == expected
      )py"; }
      CHECK_NUM (equal, 1);
    }
  objmode_rng_release (&g);
  return 0;
}
