/* The plugin's own records and frames do not depend on `#pragma pack'.  */
/* { dg-do run } */
/* { dg-add-options python_api } */
/* { dg-require-effective-target numpy } */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include "check.h"

#pragma pack (push, 1)
struct packed { char kind; double value; int size; };

static struct packed
make (int size, double value)
{
  struct packed p = { 1, value, size };
  return p;
}

static int
first (int x)
{
  with_objmode (x) { R"py( x += 1 )py"; }
  return x;
}

#pragma pack (4)
/* Values of each size pass through one frame.  */
static double
mixed (int n, double a[n], struct packed *p, char c)
{
  double r = 0;
  long double l = 1.25L;
  __int128 wide = 7;
  float _Complex z = 1 + 2i;
  int rc = 0;

  with_objmode (r, l, wide, z, error (rc))
    {
      R"py(
        r = a.sum () + p.value + make (3, 0.25).value + (c == 99)
        p.size = make (77, 0).size
        l *= 2
        wide = -wide << 70
        z = z.conjugate ()
      )py";
    }
  CHECK_NUM (rc, 0);
  CHECK_NUM (l, 2.5L);
  CHECK (wide == -((__int128) 7 << 70));
  CHECK (__real__ z == 1 && __imag__ z == -2);
  return r;
}

static int
guarded (void)
{
  static int n;
  int held = 0;

  for (int i = 0; i < 4; i++)
    {
      with_objmode (n, once) { R"py( n += 1 )py"; }
      with_objmode (n, every (2)) { R"py( n += 10 )py"; }
      with_objmode (n, interval (1000)) { R"py( n += 100 )py"; }
    }
  OBJMODE_HOLD
    {
      with_objmode (held) { R"py( held = 1000 )py"; }
    }
  with_objmode (n) { if (PyLong_Check (OBJ (n))) held += 10000; }
  with_objmode () { R"py( return n + held )py"; }
  return 0;
}
#pragma pack (pop)

int
main (void)
{
  double a[] = { 1, 2, 3 };
  struct packed p = { 0, 0.5, 1 };

  CHECK_NUM (first (1), 2);
  CHECK_NUM (mixed (3, a, &p, 'c'), 7.75);
  CHECK_NUM (p.size, 77);
  CHECK_NUM (guarded (), 11121);
  return 0;
}
