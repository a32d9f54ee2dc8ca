/* Without SciPy there is no NAME.lowlevel, and hasattr says so.  */
/* { dg-do run } */
#include "check.h"
static double square (double x) { return x * x; }
static double two (double x, double y) { return x + y; }
static double with_data (double x, void *data) { (void) data; return x; }

int
main (void)
{
  with_objmode () { R"(
    import sys
    assert not hasattr (two, 'lowlevel') and 'scipy' not in sys.modules
    sys.modules['scipy'] = None
    assert not hasattr (square, 'lowlevel')
    for f in (lambda: square.lowlevel, lambda: with_data.lowlevel, lambda: with_data.lowlevel_with (0)):
        try: f ()
        except AttributeError as e:
            assert str (e).endswith (".lowlevel: SciPy cannot be imported: import of scipy halted; None in sys.modules"), str (e)
            assert isinstance (e.__cause__, ImportError)
        else: assert False
    assert hasattr (with_data, 'lowlevel_with')
  )"; }
  return 0;
}
