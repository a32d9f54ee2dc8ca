/* A struct that the block rebinds is stored member by member, from whatever
   has its members, all of it or nothing; padding stays.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

struct vec { float x; double y; };
struct body
{
  char tag;
  struct vec pos;
  int32_t mass;
  char name[6];
  unsigned bits : 5;
  int16_t a[3];
};

objmode_module
{
  R"py(
    import dataclasses, collections, types
    import numpy as np

    @dataclasses.dataclass
    class Body:
        tag: int
        pos: object
        mass: int
        name: str
        bits: int
        a: object

    Vec = collections.namedtuple ("Vec", "x y")

    class Odd:
        """Fails when it is asked for its last member."""
        tag, pos, mass, name, bits = 1, (5, 6), 7, "n", 1
        @property
        def a(self):
            raise RuntimeError ("no a")

    values = [
        {"tag": 1, "pos": {"x": 2, "y": 3}, "mass": 4, "name": "five",
         "bits": 6, "a": [7, 8, 9]},
        (1, (2, 3), 4, "five", 6, (7, 8, 9)),
        [1, Vec (2, 3), 4, "five", 6, range (7, 10)],
        Body (1, Vec (2, 3), 4, "five", 6, np.array ([7, 8, 9])),
        types.MappingProxyType ({"a": [7, 8, 9], "bits": 6, "mass": 4,
         "name": "five", "pos": np.array ([2.0, 3.0]), "tag": 1}),
        types.SimpleNamespace (tag=1, pos=Vec (2, 3), mass=4, name="five",
                               bits=6, a=[7, 8, 9], more=1),
    ]
    bad = [
        (None, TypeError, "None has no member 'tag'"),
        ("abc", TypeError, "'abc' has no member 'tag'"),
        (1, TypeError, "1 has no member 'tag'"),
        ([], ValueError, "the value has 0 members, not 6"),
        ({**values[0], "mass": 2**31}, OverflowError,
         "'b.mass' (C int32_t): 2147483648 does not fit"),
        ({**values[0], "mass": 1.0}, TypeError, "'b.mass' (C int32_t)"),
        ({**values[0], "bits": 32}, OverflowError,
         "'b.bits' (C unsigned int : 5): 32 does not fit"),
        ({**values[0], "name": "longer"}, ValueError, "'b.name'"),
        ({**values[0], "pos": (1,)}, ValueError, "'b.pos' (C struct vec)"),
        ({**values[0], "pos": (1e300, 1)}, OverflowError, "'b.pos.x'"),
        ({**values[0], "a": [1, 2]}, ValueError, "'b.a'"),
        ({**values[0], "z": 1}, ValueError, "'z' is not a member"),
        ({"tag": 1}, ValueError, "the value has no member 'pos'"),
        (Odd (), RuntimeError, "no a"),
    ]
  )py";
}

int
main (void)
{
  int n = 0, n_bad = 0;
  with_objmode (n, n_bad) { R"( n, n_bad = len (values), len (bad) )"; }
  for (int i = 0; i < n + 2; i++)
    {
      struct body b, *p = &b;
      memset (&b, 0x55, sizeof b);
      if (i < n)
        with_objmode (b) { R"( b = values[i] )"; }
      else if (i == n)
        with_objmode (p)
          {
            R"py(
              r = np.zeros ((), dtype=[("tag", "i1"), ("pos", "f8", 2),
                                       ("mass", "u1"), ("name", "S5"),
                                       ("bits", "i8"), ("a", "i4", 3)])
              r["tag"], r["pos"], r["mass"] = 1, (2, 3), 4
              r["name"], r["bits"], r["a"] = b"five", 6, [7, 8, 9]
              p = r[()]
            )py";
          }
      else
        with_objmode (q (*p)) { R"( q = values[0] )"; }
      CHECK (b.tag == 1 && b.pos.x == 2 && b.pos.y == 3 && b.mass == 4);
      CHECK (strcmp (b.name, "five") == 0 && b.bits == 6);
      CHECK (b.a[0] == 7 && b.a[1] == 8 && b.a[2] == 9);
      for (size_t k = 1; k < offsetof (struct body, pos); k++)
        CHECK (((char *) &b)[k] == 0x55);
      for (size_t k = 4; k < offsetof (struct vec, y); k++)
        CHECK (((char *) &b.pos)[k] == 0x55);
    }
  for (int i = 0; i < n_bad; i++)
    {
      struct body b, old;
      int rc = 0, k = 17;
      memset (&b, 0x55, sizeof b);
      old = b;
      with_objmode (b, k, error (rc)) { R"( k = 18; b = bad[i][0] )"; }
      CHECK (rc != 0 && k == 17 && memcmp (&b, &old, sizeof b) == 0);
      const char *message = objmode_error ()->message;
      const char *type = objmode_error ()->type;
      int right = 0;
      with_objmode (right)
        {
          R"py(
            right = bad[i][2] in message and bad[i][1].__name__ == type
            if not right:
                print (i, type, message)
          )py";
        }
      CHECK (right);
    }
  /* A view of the same type, and the struct itself.  */
  struct body b, c;
  memset (&b, 0x55, sizeof b);
  memset (&c, 0, sizeof c);
  c.mass = 12;
  with_objmode (b) { R"( b = c )"; }
  CHECK (b.mass == 12 && b.tag == 0);
  with_objmode (b, c) { R"( b.mass, c.mass = 1, 2; b, c = c, b )"; }
  CHECK (b.mass == 2 && c.mass == 1);
  with_objmode (b) { R"( b.mass = 3; b = b )"; }
  CHECK_NUM (b.mass, 3);
  with_objmode (b) { R"( b.mass = 4 )"; }
  CHECK_NUM (b.mass, 4);
  with_objmode (b) { R"( b = b.copy (); b.mass = 5; b.pos.x = 6 )"; }
  CHECK (b.mass == 5 && b.pos.x == 6);
  struct body *none = NULL;
  int rc = 0;
  with_objmode (none, error (rc)) { R"( none = values[0] )"; }
  FAILS_WITH ("'none' (C struct body): is a null pointer");
  return 0;
}
