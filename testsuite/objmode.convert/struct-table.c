/* objmode.table (f) has the columns of an array of structs.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
#include <complex.h>
#include <stdbool.h>

enum color { RED, GREEN = 5 };
struct vec { double x, y; };
struct row
{
  int32_t id;
  struct vec pos;
  float r[2];
  struct vec m[1][2];
  char name[8];
  enum color color;
  bool on;
  double _Complex z;
  void *p;
  unsigned bits : 5;
  __int128 wide;
  union { int32_t i; float f; } u;
  objmode_object *object;
  const char *text;
};
struct fields { double a; int64_t b; };

int
main (void)
{
  struct row f[2] = { { .id = 1, .pos = { 2, 3 }, .r = { 4, 5 },
			.m = { { { 6, 7 }, { 8, 9 } } }, .name = "a",
			.color = GREEN, .on = true, .z = 1 + 2 * I, .p = f,
			.bits = 17, .wide = (__int128) 1 << 100, .u = { 1 },
			.text = "text" },
		      { .id = 10, .name = "\xff", .bits = 3 } };
  struct fields g[2][2] = { { { 1, 2 }, { 3, 4 } }, { { 5, 6 }, { 7, 8 } } };
  const struct fields *fixed = g[0];
  int rc = 0;

  with_objmode (error (rc)) { R"py(
    import objmode
    import numpy as np
    t = objmode.table (f)
    assert list (t) == [
        'id', 'pos.x', 'pos.y', 'r[0]', 'r[1]', 'm[0][0].x', 'm[0][0].y',
        'm[0][1].x', 'm[0][1].y', 'name', 'color', 'on', 'z', 'p', 'bits',
        'wide', 'u', 'object', 'text'], list (t)
    for name, dtype in { 'id': 'i4', 'pos.x': 'f8', 'r[1]': 'f4',
                         'm[0][1].y': 'f8', 'color': 'u4', 'on': '?',
                         'z': 'c16', 'p': np.uintp, 'text': np.uintp }.items ():
        assert t[name].dtype == dtype and t[name].shape == (2,), name
        assert np.shares_memory (t[name], f), name
    assert [t[n][0] for n in ('id', 'pos.x', 'pos.y', 'r[0]', 'r[1]')] == [1, 2, 3, 4, 5]
    assert [t[f'm[0][{i}].{c}'][0] for i in (0, 1) for c in 'xy'] == [6, 7, 8, 9]
    assert t['name'] == ['a', '\udcff'] and t['color'].tolist () == [5, 0]
    assert t['on'].tolist () == [True, False] and t['z'][0] == 1 + 2j
    assert t['p'].tolist () == [f.ctypes.data, 0] and t['bits'] == [17, 3]
    assert t['wide'] == [1 << 100, 0] and t['u'] == [b'\1\0\0\0', bytes (4)]
    assert t['object'] == [None, None]
    t['id'][1] = 11
    t['m[0][1].y'][:] = 90
    s = objmode.table (f[::-1])
    assert s['id'].tolist () == [11, 1] and s['bits'] == [3, 17]
    assert all (len (c) == 0 for c in objmode.table (f[:0]).values ())
    try:
        objmode.table (f.copy ())
    except TypeError as error:
        assert 'does not have all' in str (error)
    else:
        assert False
    del t, s
  )py"; }
  CHECK (rc == 0);
  CHECK (f[1].id == 11 && f[0].m[0][1].y == 90 && f[1].m[0][1].y == 90);
  with_objmode (fixed = "[2]", error (rc)) { R"py(
    import objmode
    t = objmode.table (fixed)
    assert t['a'].tolist () == [1, 3] and not t['a'].flags.writeable
    assert objmode.table (fixed.copy ())['b'].tolist () == [2, 4]
    assert objmode.table (g.reshape (-1))['b'].tolist () == [2, 4, 6, 8]
    for wrong, error, words in ((g, ValueError, 'reshape (-1)'),
                                ([1], TypeError, "'list' object"),
                                (g["a"], TypeError, 'dtype float64')):
        try:
            objmode.table (wrong)
        except error as e:
            assert words in str (e), e
        else:
            assert False
    del t
  )py"; }
  CHECK (rc == 0);
  with_objmode (error (rc)) { R"(
    import objmode, sys; sys.kept = objmode.table (g[0]) )"; }
  CHECK (rc != 0 && strstr (objmode_error ()->message, "'g' (C struct fields array)"));
  return 0;
}
