/* Structs are live views: attributes and items, read as variables of their
   types are, written through with the same checks.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include <string.h>
#include <math.h>
#include "check.h"

objmode_module { "kept = []"; }

struct vec { double x, y; };
enum colour { RED, GREEN, BLUE };
struct all
{
  _Bool b;
  char c;
  signed char i8;
  unsigned short u16;
  int32_t i32;
  uint64_t u64;
  __int128 wide;
  enum colour colour;
  float f;
  double d;
  double _Complex z;
  char name[8];
  const char *text;
  char *mine;
  void *opaque;
  int *pointer;
  int (*function) (int);
  struct all *next;
  int a[4];
  float m[2][3];
  struct vec pos;
  struct vec path[3];
  union { int i; float f; } u;
  int lambda;
};

static void
read_all (struct all *p)
{
  int y = 0;
  with_objmode (y)
    {
      R"py(
        assert p.b is True and p["b"] is True
        assert p.c == 65 and p.i8 == -8 and p.u16 == 65535
        assert p.i32 == -2**31 and p.u64 == 2**64 - 1
        assert p.wide == -2**100 and p.colour == 2
        assert type(p.f) is float and p.f == 0.5 and p.d == -1.25
        assert p.z == 1 + 2j
        assert p.name == "seven77" and p.text == "text" and p.mine is None
        assert p.opaque == 0x1234 and isinstance(p.pointer, int) and p.pointer
        assert p.function(-3) == 3 and p.next is None
        import numpy as np
        assert type(p.a) is np.ndarray and p.a.dtype == np.int32
        assert p.a.tolist() == [1, 2, 3, 4]
        assert p.m.shape == (2, 3) and p.m.dtype == np.float32
        assert p.m.tolist() == [[1, 2, 3], [4, 5, 6]]
        assert p.pos.x == 7 and p["pos"]["y"] == 8
        assert p.path.dtype.names == ("x", "y") and p.path["y"][2] == 14
        assert p.u.dtype == np.uint8 and p.u.shape == (4,)
        assert p.u.view(np.float32)[0] == 1.5
        assert p.lambda_ == 9
        y = 1
      )py";
    }
  CHECK_NUM (y, 1);
}

static void
write_all (struct all *p)
{
  with_objmode ()
    {
      R"py(
        import numpy as np
        p.b = False
        p["c"] = 66
        p.i8 = np.int8 (-128)
        p.u16 = 1
        p.i32 = 2**31 - 1
        p.u64 = 7
        p.wide = 2**127 - 1
        p.colour = 0
        p.f = 2
        p.d = np.float64 (3.5)
        p.z = 1
        p.name = "abc"
        p.mine = "mine"
        p.opaque = None
        p.a[1] = 20
        p.a += 1
        p.m = [[0, 1, 2], [3, 4, 5]]
        p.pos.x = -1
        p.path["x"] = 5
        p.path = [(1, 2), {"x": 3, "y": 4}, p.pos]
        p.u.view (np.int32)[0] = 77
        p.u = np.frombuffer (np.int32 (p.u.view (np.int32)[0] + 1).tobytes (), np.uint8)
        p.lambda_ += 1
        for name, bad, kind in [("i8", 128, OverflowError),
                                ("u16", -1, OverflowError),
                                ("i32", 1.0, TypeError),
                                ("f", 1e300, OverflowError),
                                ("d", "1", TypeError),
                                ("b", 1, TypeError),
                                ("name", "12345678", ValueError),
                                ("name", b"1", TypeError),
                                ("a", [1, 2, 3], ValueError),
                                ("a", [1, 2, 3, 4.5], TypeError),
                                ("a", [1, 2, 3, 2**31], OverflowError),
                                ("pos", [1], ValueError),
                                ("pos", [1, "x"], TypeError),
                                ("path", [(1, 2)], ValueError),
                                ("text", "x", AttributeError)]:
            try:
                setattr (p, name, bad)
            except kind as error:
                assert f"'p.{name}" in str (error), error
            else:
                raise AssertionError (name)
        for name in "nothing", "x y", "":
            try:
                p[name]
            except KeyError:
                pass
            else:
                raise AssertionError
        try:
            p.nothing = 1
        except AttributeError as error:
            assert str (error) == "'struct all' has no member 'nothing'"
        else:
            raise AssertionError
        try:
            del p.a
        except AttributeError:
            pass
        else:
            raise AssertionError
      )py";
    }
  CHECK (!p->b && p->c == 'B' && p->i8 == -128 && p->u16 == 1);
  CHECK (p->i32 == INT32_MAX && p->u64 == 7 && p->colour == RED);
  CHECK (p->wide == (__int128) (~(unsigned __int128) 0 >> 1));
  CHECK (p->f == 2 && p->d == 3.5 && p->z == 1);
  CHECK (strcmp (p->name, "abc") == 0 && strcmp (p->mine, "mine") == 0);
  CHECK (p->opaque == NULL);
  CHECK (p->a[0] == 2 && p->a[1] == 21 && p->a[3] == 5);
  CHECK (p->m[1][2] == 5 && p->m[0][0] == 0);
  CHECK (p->pos.x == -1 && p->pos.y == 8);
  CHECK (p->path[0].y == 2 && p->path[1].x == 3 && p->path[2].x == -1);
  CHECK (p->u.i == 78 && p->lambda == 10);
  free (p->mine);
}

/* A struct in memory of its own, NULL, the tools of the view.  */

static void
others (void)
{
  struct vec v = { 1, 2 }, *none = NULL;
  int y = 0;
  with_objmode (y)
    {
      R"py(
        assert none is None
        assert repr (v) == "struct vec(x=1.0, y=2.0)", repr (v)
        assert list (v) == ["x", "y"] == v.keys () and len (v) == 2
        assert dict (v) == {"x": 1.0, "y": 2.0} and "x" in v and "z" not in v
        assert {"x", "y", "copy"} < set (dir (v))
        assert bytes (v) == memoryview (v).tobytes () and len (bytes (v)) == 16
        global kept
        import copy
        kept += [copy.copy (v), v.copy (), copy.deepcopy (v)]
        v.x = 10
        kept[0].y = 20
        y = [k.x for k in kept] == [1, 1, 1] and kept[1].y == 2
      )py";
    }
  CHECK (y == 1 && v.x == 10 && v.y == 2);
  with_objmode (y = "intc") { R"( y = int (kept[0].y) )"; }
  CHECK_NUM (y, 20);
  with_objmode (v = "copy") { R"( v.x = 0; kept.append (v) )"; }
  CHECK_NUM (v.x, 10);
}

int
main (void)
{
  static int target;
  struct all s = {
    1, 'A', -8, 65535, INT32_MIN, UINT64_MAX, -((__int128) 1 << 100), BLUE, 0.5,
    -1.25, 0, "seven77", "text", NULL, (void *) 0x1234, &target, abs, NULL,
    { 1, 2, 3, 4 }, { { 1, 2, 3 }, { 4, 5, 6 } }, { 7, 8 },
    { { 9, 10 }, { 11, 12 }, { 13, 14 } }, { .f = 1.5 }, 9
  };
  __real__ s.z = 1;
  __imag__ s.z = 2;
  read_all (&s);
  write_all (&s);
  others ();
  return 0;
}
