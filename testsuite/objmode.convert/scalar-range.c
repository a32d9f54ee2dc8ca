/* Outputs that do not fit, or are of the wrong type: nothing is stored.  */
/* { dg-do run } */
/* { dg-additional-options "-std=gnu11" } */
#include "check.h"
static void
expect (int rc, const char *type, const char *part)
{
  CHECK (rc != 0);
  if (strcmp (objmode_error ()->type, type) || !strstr (objmode_error ()->message, part))
    {
      fprintf (stderr, "wanted %s, %s; got %s\n", type, part, last_error ());
      abort ();
    }
}
#define FAIL(VAR, TYPE, EXPR, ERROR, PART) \
  { TYPE VAR = 17; int rc = 5; \
    with_objmode (VAR, error (rc)) { #VAR " = " EXPR; } \
    expect (rc, ERROR, PART); CHECK (VAR == 17); \
    CHECK (strcmp (objmode_error ()->variable, #VAR) == 0); }

int
main (void)
{
  FAIL (a, signed char, "128", "OverflowError", "'a' (C signed char): 128 does not fit")
  FAIL (a, signed char, "-129", "OverflowError", "-129 does not fit")
  FAIL (a, unsigned char, "256", "OverflowError", "'a' (C unsigned char): 256 does not fit")
  FAIL (a, unsigned char, "-1", "OverflowError", "-1 does not fit")
  FAIL (a, short, "2**15", "OverflowError", "'a' (C short int): 32768 does not fit")
  FAIL (a, int32_t, "1 << 40", "OverflowError", "'a' (C int32_t): 1099511627776 does not fit")
  FAIL (a, int, "-2**31 - 1", "OverflowError", "'a' (C int): -2147483649 does not fit")
  FAIL (a, unsigned, "-1", "OverflowError", "'a' (C unsigned int): -1 does not fit")
  FAIL (a, long, "2**63", "OverflowError", "9223372036854775808 does not fit")
  FAIL (a, unsigned long, "2**64", "OverflowError", "18446744073709551616 does not fit")
  FAIL (a, unsigned long, "-1", "OverflowError", "-1 does not fit")
  FAIL (a, long long, "10**40", "OverflowError", "does not fit")
  FAIL (a, int, "1.0", "TypeError", "'a' (C int): 1.0")
  FAIL (a, int, "'x'", "TypeError", "'a' (C int): 'x'")
  FAIL (a, int, "None", "TypeError", "None")
  FAIL (a, float, "1e39", "OverflowError", "'a' (C float): 1e+39 does not fit")
  FAIL (a, float, "10**400", "OverflowError", "does not fit")
  FAIL (a, double, "10**400", "OverflowError", "does not fit")
  FAIL (a, double, "'1.0'", "TypeError", "'a' (C double): '1.0'")
  FAIL (a, double, "1j", "TypeError", "1j")
  { _Bool b = 1; int rc;
    with_objmode (b, error (rc)) { "b = 1"; }
    expect (rc, "TypeError", "'b' (C _Bool): 1"); CHECK (b == 1); }
  /* All or nothing.  */
  { int x = 1, y = 2, rc;
    with_objmode (x, y, error (rc)) { "x = 10; y = 10**10"; }
    CHECK (rc && x == 1 && y == 2);
    CHECK (strstr (objmode_error ()->message, "'y' (C int): 10000000000 does not fit")); }
  return 0;
}
