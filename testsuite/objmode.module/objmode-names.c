/* A text can import the module objmode: its names are found, listed, made once
   and need no NumPy until one asks for an array.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  double memory[6] = { 0, 1, 2, 3, 4, 5 };
  uintptr_t at = (uintptr_t) memory;
  int rc = 0;

  with_objmode (error (rc)) { R"(
    import sys
    import objmode
    from objmode import address, version
    assert version == objmode.version and version[0].isdigit ()
    assert address is objmode.address and address.__module__ == 'objmode'
    assert {'address', 'carray', 'version'} <= set (dir (objmode))
    assert not hasattr (objmode, 'nothing')
    try:
        from objmode import nothing
    except ImportError:
        pass
    else:
        assert False
    assert 'numpy' not in sys.modules
    a = address (32)
    assert a == 32 and isinstance (a, int) and a + 1 == 33
    for use in (lambda: a[0], lambda: len (a), lambda: iter (a)):
        try:
            use ()
        except TypeError as error:
            assert 'extents' in str (error), error
        else:
            assert False
    import copy, pickle
    assert type (pickle.loads (pickle.dumps (a))) is int
    assert copy.copy (a) == a
  )"; }
  CHECK (rc == 0);
  with_objmode (error (rc)) { R"(
    import objmode
    a = objmode.carray (at, (2, 3), 'float64')
    assert a.shape == (2, 3) and a.tolist () == [[0, 1, 2], [3, 4, 5]]
    a[1, 2] = 50
    b = objmode.carray (objmode.address (at), shape=6, dtype=float)
    assert b[5] == 50
    assert objmode.carray (at, (), 'float64') == 0
    for wrong, type in (((0, 3, float), ValueError),
                        ((at, -1, float), ValueError),
                        ((at, 1.5, float), TypeError),
                        ((1.5, 1, float), TypeError),
                        ((at, (1,) * 40, float), ValueError)):
        try:
            objmode.carray (*wrong)
        except type:
            pass
        else:
            assert False, wrong
  )"; }
  CHECK (rc == 0);
  CHECK (memory[5] == 50);
  return 0;
}
