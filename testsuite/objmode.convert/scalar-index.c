/* What has __index__ or __float__ is accepted.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

int
main (void)
{
  int i; double d; float f; _Bool b; unsigned char uc;
  with_objmode (i, d, f) { R"py(
    class C:
        def __index__ (self): return 7
    class F:
        def __float__ (self): return 2.5
    i = C (); d = F (); f = C ()
  )py"; }
  CHECK (i == 7 && d == 2.5 && f == 7);
  with_objmode (i, d, f, b, uc) { R"py(
    import numpy as np
    i = np.int64 (-5); d = np.float32 (0.5); f = np.float64 (1.5)
    b = np.bool_ (True); uc = np.uint8 (200)
  )py"; }
  CHECK (i == -5 && d == 0.5 && f == 1.5 && b && uc == 200);
  with_objmode (d) { R"py(
    import fractions, decimal
    d = fractions.Fraction (1, 4) + 0
  )py"; }
  CHECK_NUM (d, 0.25);
  return 0;
}
