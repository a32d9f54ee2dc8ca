/* Each element of a list becomes what a scalar of the type would be, whatever
   the other elements are: no value goes through float64.  */
/* { dg-do run } */
/* { dg-options "-O2" } */
#include <objmode.h>
#include <complex.h>
#include "check.h"

#define MIXED(TYPE, TEXT, FIRST, SECOND)				\
  do									\
    {									\
      TYPE x[2];							\
      int rc;								\
      with_objmode (x, error (rc)) { "x = " TEXT; }			\
      CHECK (rc == 0 && x[0] == (FIRST) && x[1] == (SECOND));		\
    }									\
  while (0)

#define REFUSED(TYPE, TEXT, ERROR, MESSAGE)				\
  do									\
    {									\
      TYPE x[2] = { 7, 7 };						\
      int rc;								\
      with_objmode (x, error (rc)) { "x = " TEXT; }			\
      CHECK (rc != 0 && strcmp (objmode_error ()->type, ERROR) == 0	\
	     && strstr (objmode_error ()->message, MESSAGE)		\
	     && x[0] == 7 && x[1] == 7);				\
    }									\
  while (0)

objmode_module { "import numpy as np"; }

int
main (void)
{
  long double m[2][2];

  MIXED (long double, "[2**63+1, 1]", 0x8000000000000001p0L, 1);
  MIXED (long double, "[2**62+1, 1.5]", 0x4000000000000001p0L, 1.5L);
  MIXED (long double, "(np.int64 (2**62+1), np.float32 (1.5))",
	 0x4000000000000001p0L, 1.5L);
  MIXED (long double _Complex, "[2**62+1, 1.5j]", 0x4000000000000001p0L,
	 1.5L * I);
  MIXED (long double, "np.array ([2**63+1, 1], object)",
	 0x8000000000000001p0L, 1);
  MIXED (uint64_t, "[2**63, 1]", 0x8000000000000000u, 1);
  MIXED (uint64_t, "[np.uint64 (2**63), 1]",
	 0x8000000000000000u, 1);
  MIXED (uint64_t, "[np.uint64 (2**63+1),"
	 " np.int64 (1)]", 0x8000000000000001u, 1);
  MIXED (int64_t, "[2**62+1, True]", 0x4000000000000001, 1);
  REFUSED (int64_t, "[2**63, -1]", "OverflowError",
	   "'x[0]' (C int64_t): 9223372036854775808 does not fit");
  REFUSED (uint64_t, "[2**63, -1]", "OverflowError",
	   "'x[1]' (C uint64_t): -1 does not fit");
  REFUSED (int, "[1, 2.5]", "TypeError",
	   "'x[1]' (C int): 2.5 is not an integer");
  REFUSED (double, "[1, 'a']", "TypeError",
	   "'x[1]' (C double): 'a' is not a real number");
  /* An int that lies near the middle of two floats is rounded once.  */
  MIXED (float, "[2**60 + 2**36 + 1, 1.5]", 0x1.000002p60f, 1.5f);
  MIXED (float, "[2**60 + 2**36 + 1, 1]", 0x1.000002p60f, 1);
  {
    float f;
    float _Complex c;
    with_objmode (f) { "f = 2**60 + 2**36 + 1"; }
    CHECK (f == 0x1.000002p60f);
    with_objmode (f) { "f = 2**60 + 3 * 2**36 - 1"; }
    CHECK (f == 0x1.000002p60f);
    with_objmode (f) { "f = -(2**60 + 2**36 + 1)"; }
    CHECK (f == -0x1.000002p60f);
    with_objmode (c) { "c = 2**60 + 2**36 + 1"; }
    CHECK (c == 0x1.000002p60f);
    with_objmode (f) {
      "import fractions; f = 1 + fractions.Fraction (1, 2**24)"
      " + fractions.Fraction (1, 2**90)"; }
    CHECK (f == 0x1.000002p0f);
  }
  with_objmode (m) { "m = [[2**63+1, 0.5], (1, 2**64 - 1)]"; }
  CHECK (m[0][0] == 0x8000000000000001p0L && m[0][1] == 0.5L
	 && m[1][0] == 1 && m[1][1] == 0xffffffffffffffffp0L);
  /* A list of arrays, and a member of a struct.  */
  {
    uint64_t u[2][2];
    struct { uint64_t u[2]; } s;
    with_objmode (u) {
      "u = [np.array ([2**63 + 1, 1], np.uint64),"
      " np.array ([1, 2], np.int64)]"; }
    CHECK (u[0][0] == 0x8000000000000001u && u[1][1] == 2);
    with_objmode (s) { "s.u = [2**63 + 1, 1]"; }
    CHECK (s.u[0] == 0x8000000000000001u && s.u[1] == 1);
  }
  return 0;
}
