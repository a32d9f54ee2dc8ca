/* Decimal and Fraction are rounded once, to long double, and do not go by way
   of a float.  So are ints with more digits than NumPy reads.  */
/* { dg-do run } */
#include "check.h"
#include <complex.h>
#include <float.h>
#include <math.h>
#include <string.h>

struct s { long double m; };
objmode_module {
  R"py(
    from decimal import Decimal
    from fractions import Fraction
  )py";
}

static long double twice (long double x) { return x * 2; }

/* Return whether A and B are the same value with the same sign.  */
static int
same (long double a, long double b)
{
  return a == b && !signbit (a) == !signbit (b);
}

int
main (void)
{
  long double l = 0, a[3];
  long double _Complex z;
  struct s s;
  int rc = 0;
  with_objmode (l) { "l = Decimal ('0.1')"; }
  CHECK (same (l, 0.1L));
  with_objmode (l) { "l = Fraction (-1, 3)"; }
  CHECK (same (l, -1 / 3.0L));
#if LDBL_MANT_DIG == 64
  with_objmode (l) { "l = Fraction (2**64 - 1, 2**70)"; }
  CHECK (same (l, 0xffffffffffffffffp-70L));
  /* Halfway: to even, down and up, and up to the next power of two.  */
  with_objmode (l) { "l = Fraction (2**65 - 3, 2)"; }
  CHECK (same (l, 0xfffffffffffffffep0L));
  with_objmode (l) { "l = Fraction (2**65 - 1, 2)"; }
  CHECK (same (l, 0x1p64L));
  with_objmode (l) { "l = Fraction (2**65 - 3, 2) + Fraction (1, 10**50)"; }
  CHECK (same (l, 0xffffffffffffffffp0L));
  /* Subnormal.  */
  with_objmode (l) { "l = Fraction (3, 2**16446)"; }
  CHECK (same (l, 0x2p-16445L));
  with_objmode (l) { "l = Fraction (1, 2**16446)"; }
  CHECK (same (l, 0));
  with_objmode (l) { "l = -Fraction (1, 2**16447)"; }
  CHECK (same (l, -0.0L));
#endif
  with_objmode (l) { "l = Decimal ('1e4000')"; }
  CHECK (same (l, 1e4000L));
  with_objmode (l) { "l = Fraction (10**4000, 3)"; }
  CHECK (same (l, 1e4000L / 3));
  with_objmode (l) { "l = 10**4900"; }
  CHECK (same (l, 1e4900L));
  with_objmode (l) { "l = Decimal ('-1e-4000')"; }
  CHECK (same (l, -1e-4000L));
  with_objmode (l) { "l = Decimal ('-0')"; }
  CHECK (same (l, -0.0L));
  with_objmode (l) { "l = Decimal ('-1e-999999999999999999')"; }
  CHECK (same (l, -0.0L));
  with_objmode (l) { "l = Decimal ('-inf')"; }
  CHECK (isinf (l) && l < 0);
  with_objmode (l) { "l = Decimal ('nan')"; }
  CHECK (isnan (l));
  with_objmode (l, error (rc)) { "l = Decimal ('1e999999999999999999')"; }
  FAILS ("OverflowError", "'l' (C long double): ");
  with_objmode (l, error (rc)) { "l = Decimal ('1e4933')"; }
  FAILS ("OverflowError", "does not fit");
  with_objmode (l, error (rc)) { "l = -Fraction (2**16385, 2)"; }
  FAILS ("OverflowError", "does not fit");
  with_objmode (l, error (rc)) { "l = 10**5000"; }
  FAILS ("OverflowError", "does not fit");
  with_objmode (l, error (rc)) { "l = Decimal ('snan')"; }
  CHECK (rc != 0);
  with_objmode (a) { "a = [Decimal ('0.1'), Fraction (1, 3), 0.1]"; }
  CHECK (same (a[0], 0.1L) && same (a[1], 1 / 3.0L) && same (a[2], 0.1));
  with_objmode (s) { "s.m = Decimal ('0.1')"; }
  CHECK (same (s.m, 0.1L));
  with_objmode (z) { "z = Decimal ('0.1')"; }
  CHECK (same (creall (z), 0.1L) && same (cimagl (z), 0));
  with_objmode (l) { "l = twice (Decimal ('0.1'))"; }
  CHECK (same (l, 0.2L));
  return 0;
}
