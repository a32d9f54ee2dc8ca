/* Const structs and members refuse to be written, however it is tried.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

struct inner { int i; int a[2]; };
struct outer { const int fixed; int free; const struct inner c; struct inner n; const double ca[2]; int a[2]; };

objmode_module
{
  R"py(
    def refuses(kind, function, *arguments):
        try:
            function (*arguments)
        except kind as error:
            return any (s in str (error) for s in ("is read-only", "be deleted",
                                                   "read-only", "WRITEABLE"))
        return False
  )py";
}

int
main (void)
{
  struct outer o = { 1, 2, { 3, { 4, 5 } }, { 6, { 7, 8 } }, { 9, 10 }, { 11, 12 } };
  const struct outer *p = &o;
  static const struct inner s = { 1, { 2, 3 } };
  int y = 0;
  with_objmode (y)
    {
      R"py(
        y = refuses (AttributeError, setattr, o, "fixed", 1)
        y = y and refuses (TypeError, o.__setitem__, "fixed", 1)
        y = y and refuses (AttributeError, setattr, o, "c", (1, (2, 3)))
        y = y and refuses (AttributeError, setattr, o.c, "i", 1)
        y = y and refuses (ValueError, o.c.a.__setitem__, 0, 1)
        y = y and refuses (ValueError, o.ca.__setitem__, 0, 1)
        y = y and refuses (ValueError, o.ca.setflags, True)
        y = y and refuses (ValueError, o.c.a.setflags, True)
        y = y and refuses (ValueError, p.a.setflags, True)
        y = y and refuses (ValueError, p.n.a.setflags, True)
        for name in p:
            y = y and refuses (AttributeError, setattr, p, name, p[name])
            y = y and refuses (TypeError, p.__setitem__, name, p[name])
            y = y and refuses (AttributeError, delattr, p, name)
        y = y and refuses (AttributeError, setattr, p.n, "i", 1)
        y = y and refuses (AttributeError, setattr, s, "i", 1)
        y = y and memoryview (p).readonly and memoryview (o).readonly
        y = y and not memoryview (o.n).readonly
        o.free = 20
        o.n.i = 60
        o.n.a[0] = 70
        o.n = (61, [71, 80])
        o.a = 110, 120
        copied = p.copy ()
        copied.free = 21
        y = y and refuses (AttributeError, setattr, copied, "fixed", 1)
      )py";
    }
  CHECK_NUM (y, 1);
  CHECK (o.fixed == 1 && o.free == 20 && o.c.i == 3 && o.n.i == 61);
  CHECK (o.n.a[0] == 71 && o.n.a[1] == 80 && o.a[0] == 110 && o.ca[1] == 10);
  return s.i - 1;
}
