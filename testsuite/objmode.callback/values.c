/* Each class of values is converted in both directions.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
#include <complex.h>
#include <stdbool.h>
enum colour { RED = -1, GREEN, BLUE };
struct small { float x, y; };
struct mixed { int n; double d; char name[6]; };
struct nested { struct small a; short s[2]; struct mixed *p; };
struct large { double d[9]; };

#define SAME(T, NAME) static T NAME (T (*f) (T), T v) { return f (v); }
SAME (bool, f_bool)
SAME (char, f_char)
SAME (signed char, f_schar)
SAME (unsigned char, f_uchar)
SAME (short, f_short)
SAME (unsigned short, f_ushort)
SAME (int, f_int)
SAME (unsigned, f_unsigned)
SAME (long, f_long)
SAME (unsigned long, f_ulong)
SAME (enum colour, f_enum)
SAME (float, f_float)
SAME (double, f_double)
SAME (long double, f_longdouble)
SAME (float _Complex, f_cfloat)
SAME (double _Complex, f_cdouble)
SAME (long double _Complex, f_clongdouble)
SAME (void *, f_pointer)
SAME (struct small, f_small)
SAME (struct mixed, f_mixed)
SAME (struct nested, f_nested)
SAME (struct large, f_large)
SAME (struct mixed *, f_mixedp)
SAME (objmode_object *, f_object)
typedef int (*inner) (int);
static int add1 (int x) { return x + 1; }
static inner f_function (inner (*f) (inner), inner v) { return f (v); }
static int text (int (*f) (const char *, char *, double *), const char *s, char *t, double *d) { return f (s, t, d); }
static void nothing (void (*f) (void)) { f (); }
static double many (double (*f) (int, double, long, float, double, double, double, double, double, double, double, char, char, char, char, char))
{
  return f (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
}

objmode_module {
  R"(
    import numpy as np
    seen = []
    def same (x):
        seen.append (x)
        return x
    def copied (x):
        "Structs that are given by value are copies, so they may be kept."
        seen.append (x)
        return x
    def check (f, *values):
        for value in values:
            assert f (same, value) == value, (f, value)
            assert type (seen[-1]) is type (value) and seen[-1] == value, (f, seen[-1])
  )";
}

int
main (void)
{
  struct mixed m = { 5, 2.5, "abc" };
  struct nested n = { { 1, 2 }, { 3, 4 }, NULL };
  struct large l = { { 1, 2, 3, 4, 5, 6, 7, 8, 9 } };
  struct small s = { 1.5, -2 };
  int i = 0;
  double x = 0;
  with_objmode () { R"(
    check (f_bool, True, False)
    check (f_char, 0, 127)
    check (f_schar, -128, 127, 0)
    check (f_uchar, 0, 255)
    check (f_short, -2**15, 2**15 - 1)
    check (f_ushort, 0, 2**16 - 1)
    check (f_int, -2**31, 2**31 - 1, -1)
    check (f_unsigned, 0, 2**32 - 1)
    check (f_long, -2**63, 2**63 - 1, 1)
    check (f_ulong, 0, 2**64 - 1)
    check (f_enum, -1, 2)
    check (f_float, 0.5, -1e10, float ('inf'))
    check (f_double, 0.1, -1e300, 2.0)
    check (f_longdouble, np.longdouble (1) / 3)
    check (f_cfloat, 1 - 2j)
    check (f_cdouble, 0.1 + 2j)
    check (f_clongdouble, np.clongdouble (1) / 3)
    check (f_pointer, 0, 12345)
    check (f_object, None, 'text', seen)
  )"; }
  with_objmode (i) { R"(
    assert f_small (copied, s).y == -2 and f_mixed (copied, m).name == 'abc'
    assert f_nested (copied, n).s[1] == 4 and f_large (copied, l).d[8] == 9
    assert f_mixed (lambda v: {'n': 1, 'd': 2, 'name': 'z'}, m).name == 'z'
    assert seen[-1].d[0] == 1 and seen[-1] is not l
    i = 1
  )"; }
  CHECK_NUM (i, 1);
  /* A pointer to a struct is a live view.  */
  with_objmode (i) { R"(
    def change (p):
        p.n += 1
        return p
    r = f_mixedp (change, m)
    assert r.n == 6 and f_mixedp (lambda p: None, m) is None
    i = r.n
    del r
  )"; }
  CHECK (i == 6 && m.n == 6);
  /* Functions go through in both directions.  */
  with_objmode (i) { R"(
    i = f_function (lambda g: g, add1) (41)
    assert f_function (lambda g: None, add1) is None
    doubled = f_function (lambda g: lambda x: 2 * g (x), add1)
    i += doubled (1)
  )"; }
  CHECK_NUM (i, 46);
  with_objmode (i) { R"(
    import objmode
    def look (s, t, d):
        assert s == 'abc' and type (t) is objmode.address and type (d) is objmode.address
        try: d[0]
        except TypeError as e: assert 'has no extents' in str (e), e
        return int (objmode.carray (d, 1, 'float64')[0])
    i = text (look, 'abc', bytearray (4), np.array ([7.]))
    assert text (lambda s, t, d: 3 if s is t is d is None else 4, None, None, None) == 3
  )"; }
  CHECK_NUM (i, 7);
  with_objmode (x, i) { R"(
    x = many (lambda *a: sum (k * v for k, v in enumerate (a)) if len (a) == 16 else 0)
    i = 0
    def f ():
        global ran
        ran = 1
        return 'what it returns is dropped'
    nothing (f)
    i = ran
  )"; }
  CHECK_NUM (x, 1360);
  CHECK_NUM (i, 1);
  return 0;
}
/* { dg-prune-output "is undefined" } */
