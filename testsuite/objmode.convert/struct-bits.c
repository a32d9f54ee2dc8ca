/* Bit-fields are read and written, and nothing beside them.  */
/* { dg-do run } */
#include "check.h"

enum kind { A, B, C, D };
struct bits
{
  unsigned a : 3;
  int b : 5;
  _Bool c : 1;
  unsigned : 2;
  unsigned long long d : 41;
  long long e : 64;
  signed char f : 7;
  enum kind g : 2;
  unsigned : 0;
  unsigned short h : 16;
  const unsigned i : 4;
};
struct __attribute__ ((packed)) tight
{
  unsigned a : 3;
  unsigned long long b : 63;
  long long c : 62;
  unsigned d : 1;
  char e;
};

int
main (void)
{
  struct bits b = { 5, -16, 1, 1ull << 40, INT64_MIN, -64, C, 65535, 9 };
  struct tight t = { 1, 0x7ffffffffffffffeull, -3, 1, 'e' };
  int y = 0;
  with_objmode (y)
    {
      R"py(
        y = (b.a, b.b, b.c, b.d, b.e, b.f, b.g, b.h, b.i) == (
            5, -16, True, 2**40, -2**63, -64, 2, 65535, 9) and b.c is True
        y = y and (t.a, t.b, t.c, t.d, t.e) == (1, 2**63 - 2, -3, 1, 101)
        for view, name, low, high in [
                (b, "a", 0, 7), (b, "b", -16, 15), (b, "d", 0, 2**41 - 1),
                (b, "e", -2**63, 2**63 - 1), (b, "f", -64, 63), (b, "g", 0, 3),
                (b, "h", 0, 65535), (t, "a", 0, 7), (t, "b", 0, 2**63 - 1),
                (t, "c", -2**61, 2**61 - 1), (t, "d", 0, 1)]:
            others = {k: view[k] for k in view if k != name}
            for value in low, high, (low + high) // 2 | 1:
                setattr (view, name, value)
                assert view[name] == value, (name, value, view[name])
                assert others == {k: view[k] for k in view if k != name}
            for value in low - 1, high + 1, 10**400, -10**400:
                try:
                    view[name] = value
                except OverflowError:
                    pass
                else:
                    raise AssertionError ((name, value))
            for value in 1.0, "1", None:
                try:
                    view[name] = value
                except TypeError:
                    pass
                else:
                    raise AssertionError ((name, value))
        b.c = False
        for bad in (1, 0, None):
            try:
                b.c = bad
            except TypeError:
                pass
            else:
                raise AssertionError
        try:
            b.i = 1
        except AttributeError:
            pass
        else:
            raise AssertionError
        b.a, b.b, b.d, b.e, b.f, b.g, b.h = 2, -3, 5, -7, -9, 1, 11
        t.a, t.b, t.c, t.d = 4, 13, -15, 0
      )py";
    }
  CHECK_NUM (y, 1);
  CHECK (b.a == 2 && b.b == -3 && b.c == 0 && b.d == 5 && b.e == -7);
  CHECK (b.f == -9 && b.g == B && b.h == 11 && b.i == 9);
  CHECK (t.a == 4 && t.b == 13 && t.c == -15 && t.d == 0 && t.e == 'e');
  return 0;
}
