/* Each scalar type at its limits, as an output.  */
/* { dg-do run } */
#include "check.h"
#include <limits.h>
#include <float.h>
enum small { NEG = -3, BIG = 100000 };

int
main (void)
{
  _Bool b; char c; signed char sc; unsigned char uc; short s; unsigned short us;
  int i; unsigned u; long l; unsigned long ul; long long ll;
  unsigned long long ull; enum small e; float f; double d;

  with_objmode (b, c, sc, uc, s, us, i, u, l, ul, ll, ull, e, f, d) { R"py(
    b = True; c = -128; sc = -128; uc = 255; s = -2**15; us = 2**16 - 1
    i = -2**31; u = 2**32 - 1; l = -2**63; ul = 2**64 - 1
    ll = -2**63; ull = 2**64 - 1; e = -3; f = 3.4028234663852886e38
    d = -1.7976931348623157e308
  )py"; }
  CHECK (b && c == CHAR_MIN && sc == SCHAR_MIN && uc == UCHAR_MAX);
  CHECK (s == SHRT_MIN && us == USHRT_MAX && i == INT_MIN && u == UINT_MAX);
  CHECK (l == LONG_MIN && ul == ULONG_MAX && ll == LLONG_MIN && ull == ULLONG_MAX);
  CHECK (e == NEG && f == FLT_MAX && d == -DBL_MAX);
  with_objmode (b, c, sc, s, i, l, ll, e, f, d) { R"py(
    b = False; c = 127; sc = 127; s = 2**15 - 1
    i = 2**31 - 1; l = ll = 2**63 - 1; e = BIG; f = d = float ("nan")
  )py"; }
  CHECK (!b && c == CHAR_MAX && sc == SCHAR_MAX && s == SHRT_MAX);
  CHECK (i == INT_MAX && l == LONG_MAX && ll == LLONG_MAX && e == BIG);
  CHECK (f != f && d != d);
  /* Integers and bools where reals are wanted, bools where integers are.  */
  with_objmode (f, d, i, u) { "f = 3; d = True; i = True; u = False"; }
  CHECK (f == 3 && d == 1 && i == 1 && u == 0);
  /* Rounding is not an error; infinity stays.  */
  with_objmode (f, d) { "f = 0.1; d = float ('inf')"; }
  CHECK (f == 0.1f && d > DBL_MAX);
  with_objmode (f) { "f = -float ('inf')"; }
  CHECK (f < -FLT_MAX);
  return 0;
}
