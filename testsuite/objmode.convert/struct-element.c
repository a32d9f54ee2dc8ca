/* The elements of an array of structs have their members as attributes, which
   come before those of NumPy; np.record reads NumPy's own, silently.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

struct vec { double x, y; };
struct body
{
  int32_t id;
  double size;
  struct vec pos;
  float r[2];
  char name[8];
  int16_t dtype, names, in, µ;
  unsigned bit : 3;
};

int
main (void)
{
  struct body f[3] = { { .id = 7, .size = 2.5, .pos = { 1, 2 }, .name = "a",
			 .dtype = 4, .names = 5, .in = 6, .µ = 8 },
		       { .id = 9, .size = 3.5, .r = { 3, 4 }, .name = "bc" } };
  int rc = 0;

  with_objmode (error (rc)) { R"py(
    import numpy as np
    import objmode
    assert f.dtype.type is objmode.record and issubclass (objmode.record, np.void)
    plain = np.dtype ({ 'names': f.dtype.names,
                        'formats': [np.dtype (f.dtype.fields[n][0].descr)
                                    if n == 'pos' else f.dtype.fields[n][0]
                                    for n in f.dtype.names],
                        'offsets': [f.dtype.fields[n][1]
                                    for n in f.dtype.names],
                        'itemsize': f.dtype.itemsize })
    assert plain.type is np.void and plain.fields['pos'][0].type is np.void
    assert f.dtype == plain and plain == f.dtype
    b = f[0]
    assert type (b) is objmode.record and isinstance (b, np.void)
    # The control: NumPy's own class.
    own = f.view (np.dtype ((np.record, plain)))[0]
    assert own.size == 1 and b.size == 2.5
    assert b.id == b["id"] == 7 and f[1].name == b"bc"
    assert b.pos.x == 1 and type (b.pos) is objmode.record
    assert f[1].r.tolist () == [3, 4]
    assert b.dtype == 4 and b.names == 5 and b.in_ == 6 and b.µ == 8
    assert np.void.dtype.__get__ (b) == f.dtype
    assert b.itemsize == f.dtype.itemsize and b.tolist ()[0] == 7
    assert {'id', 'size', 'dtype', 'tolist'} <= set (dir (b))
    assert repr (b) == str (b) and repr (b).startswith ('(7, 2.5, (1., 2.), ')
    b.id = 70
    b.size += 1
    b.pos.y = 20
    f[1].r[1] = 40
    f[1:][0].name = b"xyz"
    for wrong in ('bit', 'nothing'):
        for use in (lambda: getattr (b, wrong), lambda: setattr (b, wrong, 1)):
            try:
                use ()
            except AttributeError as error:
                assert f"no member '{wrong}'" in str (error), error
                assert 'objmode.structs' in str (error), error
            else:
                assert False
    assert not hasattr (b, 'bit')
    try:
        del b.id
    except AttributeError as error:
        assert 'cannot be deleted' in str (error)
    else:
        assert False
  )py"; }
  CHECK (rc == 0);
  CHECK (f[0].id == 70 && f[0].size == 3.5 && f[0].pos.y == 20);
  CHECK (f[1].r[1] == 40 && strcmp (f[1].name, "xyz") == 0);
  /* Copies have them too, and an element with a member `dtype' can be stored
     as a struct.  */
  with_objmode (f, error (rc)) { R"py(
    g = f.copy ()
    assert g[0].size == 3.5 and g[::-1][-1].id == 70
    g[2].id = 33
    f = [g[2], g[1], g[0]]
  )py"; }
  CHECK (rc == 0);
  CHECK (f[0].id == 33 && f[1].id == 9 && f[2].id == 70 && f[2].dtype == 4);
  /* What is pickled can be read without the module objmode.  */
  with_objmode (error (rc)) { R"py(
    import copyreg, pickle, subprocess, sys
    import numpy as np
    data = pickle.dumps ((f.copy (), f[2], np.zeros (1, 'i4, f8')))
    assert b'objmode' not in data
    a, b, c = pickle.loads (data)
    assert a.dtype == f.dtype and (a == f).all () and b["id"] == 70
    assert type (c[0]) is np.void
  )py"; }
  CHECK (rc == 0);
  const struct body *fixed = f;
  with_objmode (fixed = "[3]", error (rc)) { R"py(
    assert fixed[0].id == 33
    try:
        fixed[0].id = 1
    except ValueError as error:
        assert 'read-only' in str (error)
    else:
        assert False
  )py"; }
  CHECK (rc == 0 && f[0].id == 33);
  /* An element that is held is a view that is held.  */
  with_objmode (error (rc)) { R"( import sys; sys.kept = f[0] )"; }
  CHECK (rc != 0 && strstr (objmode_error ()->message, "'f' (C struct body array)"));
  return 0;
}
