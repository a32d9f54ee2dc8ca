/* Each scalar type at its limits, as an input.  */
/* { dg-do run } */
#include "check.h"
#include <limits.h>
#include <stdbool.h>
#include <float.h>
enum small { NEG = -3, BIG = 100000 };

int
main (void)
{
  bool yes = 1, no = 0;
  char c = CHAR_MIN; signed char sc = SCHAR_MIN; unsigned char uc = UCHAR_MAX;
  short s = SHRT_MIN; unsigned short us = USHRT_MAX;
  int i = INT_MIN; unsigned u = UINT_MAX;
  long l = LONG_MIN; unsigned long ul = ULONG_MAX;
  long long ll = LLONG_MIN; unsigned long long ull = ULLONG_MAX;
  enum small e = NEG, f = BIG;
  float fl = FLT_MAX, flmin = -FLT_MIN; double d = DBL_MAX, tiny = 5e-324;
  double inf = 1.0 / 0.0 * 1, nan = __builtin_nan (""), zero = -0.0;
  size_t sz = SIZE_MAX; ptrdiff_t pd = PTRDIFF_MIN; wchar_t w = L'x';
  int8_t i8 = INT8_MAX; uint64_t u64 = UINT64_MAX;
  int ok = 0;
  with_objmode (ok) { R"py(
    import math
    assert yes is True and no is False
    assert c == -128 and sc == -128 and uc == 255 and type (c) is int
    assert s == -32768 and us == 65535
    assert i == -2**31 and u == 2**32 - 1
    assert l == -2**63 and ul == 2**64 - 1
    assert ll == -2**63 and ull == 2**64 - 1
    assert e == -3 and f == 100000 and NEG == -3 and BIG == 100000
    assert type (fl) is float and fl == 3.4028234663852886e38
    assert flmin == -1.1754943508222875e-38
    assert d == 1.7976931348623157e308 and tiny == 5e-324
    assert inf == math.inf and nan != nan
    assert zero == 0 and math.copysign (1, zero) == -1
    assert sz == 2**64 - 1 and pd == -2**63 and w == 120
    assert i8 == 127 and u64 == 2**64 - 1
    ok = 1
  )py"; }
  CHECK_NUM (ok, 1);
  return 0;
}
