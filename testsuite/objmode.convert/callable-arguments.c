/* C functions as callables: arguments, results, what they tell of
   themselves.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
#include <stdbool.h>
#include <stdint.h>
enum color { RED, GREEN = 7 };
static double area (double width, double height) { return width * height; }
static bool negate (bool b) { return !b; }
static signed char s8 (signed char v) { return v; }
static unsigned char u8 (unsigned char v) { return v; }
static short s16 (short v) { return v; }
static uint16_t u16 (uint16_t v) { return v; }
static int32_t s32 (int32_t v) { return v; }
static uint32_t u32 (uint32_t v) { return v; }
static int64_t s64 (int64_t v) { return v; }
static uint64_t u64 (uint64_t v) { return v; }
static __int128 s128 (__int128 v) { return v; }
static float f32 (float v) { return v; }
static long double f80 (long double v) { return v; }
static double _Complex z (double _Complex v) { return v; }
static enum color other (enum color c) { return c == RED ? GREEN : RED; }
static const char *same (const char *s) { return s; }
static char *second (char *s) { return s ? s + 1 : NULL; }
static void *address (void *p) { return p; }
static double *at (double *x, long i) { return x + i; }
static objmode_object *keep (objmode_object *o) { return objmode_retain (o); }
static objmode_object *nothing (void) { return NULL; }
static int calls;
static void count (void) { calls++; }
static int lambda (int in, int from) { return in - from; }
static int ten (int a, int b, int c, int d, int e, int f, int g, int h,
		double i, int j)
{
  return a + b + c + d + e + f + g + h + (int) i + j;
}
static int unnamed (int arg1, int);
int absent (int) __attribute__ ((weak));

int
main (void)
{
  int y = 0;
  with_objmode (y) { R"(
    import inspect, copy, pickle, weakref, gc, sys, ctypes
    import numpy as np
    assert area (2, 3.5) == area (2, height=3.5) == 7.0
    assert area (height=1, width=np.float32 (2)) == 2 and type (area (1, 1)) is float
    assert area (*(2, 3)) == area (**dict (height=2, width=3)) == 6
    assert negate (True) is False and negate (np.bool_ (False)) is True
    for f, low, high in ((s8, -128, 127), (u8, 0, 255), (s16, -2**15, 2**15 - 1),
                         (u16, 0, 65535), (s32, -2**31, 2**31 - 1), (u32, 0, 2**32 - 1),
                         (s64, -2**63, 2**63 - 1), (u64, 0, 2**64 - 1),
                         (s128, -2**127, 2**127 - 1)):
        for v in low, 0, 1, high:
            assert f (v) == v and type (f (v)) is int
        for v in low - 1, high + 1, 10**400:
            try: f (v)
            except OverflowError as e: assert str (e).startswith (f.__name__ + "() argument 'v' (C "), e
            else: assert False
        for v in 1.0, '1', None:
            try: f (v)
            except TypeError as e: assert str (e).endswith ('is not an integer'), e
            else: assert False
    assert f32 (0.1) == np.float32 (0.1) and f80 (np.longdouble (1) / 3) == np.longdouble (1) / 3
    assert z (1 + 2j) == 1 + 2j and other (RED) == GREEN and other (7) == 0
    assert same ('abc') == same (b'abc') == 'abc' and same (None) is None
    assert same ('\udcff\xe9') == '\udcff\xe9' and same (b'\xff') == '\udcff'
    assert second (bytearray (b'abc\0')) == 'bc' and second (None) is None
    assert address (1234) == 1234 and address (np.int64 (5)) == 5 and address (None) == 0
    assert address (p=0) == 0
    o = object ()
    before = sys.getrefcount (o)
    for i in range (50):
        assert keep (o) is o
    assert sys.getrefcount (o) == before
    assert keep (None) is None and nothing () is None and count () is None
    assert lambda_ (5, 3) == lambda_ (in_=5, from_=3) == 2
    assert ten (*range (10)) == 45
    assert unnamed (3, 4) == unnamed (arg1=3, arg1_=4) == 34
    assert absent is None
    assert area is area and area == area and hash (area) == hash (area)
    assert area.__name__ == area.__qualname__ == 'area'
    assert area.__module__ == 'objmode.' + 'callable-arguments'.replace ('-', '_'), area.__module__
    assert area.__doc__ == 'double area (double width, double height)'
    assert same.__doc__ == 'const char *same (const char *s)'
    assert count.__doc__ == 'void count (void)'
    assert str (inspect.signature (area)) == "(width: 'double', height: 'double') -> 'double'"
    assert str (inspect.signature (count)) == "() -> 'void'"
    assert repr (area).startswith ('<C function double area (double width, double height) at 0x')
    assert ctypes.CFUNCTYPE (ctypes.c_double, ctypes.c_double, ctypes.c_double) (area.address) (3, 4) == 12
    assert copy.copy (area) is copy.deepcopy (area) is pickle.loads (pickle.dumps (area)) is area
    assert callable (area) and weakref.ref (area) () is area
    class C: method = area
    assert C ().method (1, 2) == 2
    assert list (map (area, (1, 2), (3, 4))) == [3, 8]
    try: type (area) ()
    except TypeError: y += 1
    y += 1
  )"; }
  CHECK (y == 2 && calls == 1);
  return 0;
}

static int
unnamed (int arg1, int other)
{
  return 10 * arg1 + other;
}
