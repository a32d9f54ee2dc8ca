/* The first block of all, under traps, a rounding mode and flushing to zero:
   Python starts and imports NumPy as ever, for its threads too.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE -lm" } */
/* { dg-require-effective-target numpy } */

#include "check.h"
#include "snapshot-aux.h"

static struct snapshot before, after;

int
main (void)
{
  double x[4] = { 1, 2, 3, 4 };

  feenableexcept (FE_ALL_EXCEPT & ~FE_INEXACT);
  fesetround (FE_DOWNWARD);
#ifdef __x86_64__
  __builtin_ia32_ldmxcsr (__builtin_ia32_stmxcsr () | 0x8040);
#endif
  snapshot_take (&before);
  with_objmode () {
    R"py(
      import numpy, math, threading
      def check():
          for i in range(1, 200):
              assert float(repr(i / 7)) == i / 7
          assert 0.1 + 0.2 == 0.30000000000000004
          assert 5e-324 != 0 and 5e-324 * 1.0 == 5e-324
          with numpy.errstate(all='ignore'):
              a = numpy.array([[0.0, numpy.inf], [0.0, 1e308]])
              assert numpy.isnan((a @ a)[0, 0])
              assert numpy.isinf(numpy.exp(numpy.array([1000.0]))[0])
          assert not float('nan') < 1
          try: math.sqrt(-1)
          except ValueError: pass
          done.append(x[0])
      done = []
      check()
      t = threading.Thread(target=check)
      t.start()
      t.join()
      assert done == [1.0, 1.0]
    )py";
  }
  snapshot_take (&after);
  CHECK (snapshot_differences (&before, &after) == 0);
  return 0;
}
