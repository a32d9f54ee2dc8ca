/* What Python sees of an output that is assigned last of all.  */
/* { dg-do run } */
#include "check.h"

objmode_module {
  R"py(
    import sys
    kept = []

    def peek (name):
        return sys._getframe (1).f_locals.get (name, -1)

    class Number:
        def __index__ (self): return 7
  )py";
}

static int
again (void)
{
  int y;
  with_objmode (y) { "y = kept.pop () ()"; }
  return y;
}

int
main (void)
{
  int y, k, z, rc, a = 3;
  double d;

  with_objmode (y, k) { "y = a + 1\nk = a + 2"; }
  CHECK (y == 4 && k == 5);
  with_objmode (y, k, d) { "print (end='')\ny = -a\nk = a * a\nd = a / 2"; }
  CHECK (y == -3 && k == 9 && d == 1.5);
  with_objmode () { "kept.clear ()"; }

  /* One uses another.  */
  with_objmode (y, k) { "y = a + 1\nk = y + 2"; }
  CHECK (y == 4 && k == 6);
  with_objmode (y, k) { "y = 1\nk = (y := 5) + 1"; }
  CHECK (y == 5 && k == 6);
  with_objmode (y, k) { "y = 10\nk = peek ('y')"; }
  CHECK (y == 10 && k == 10);
  with_objmode (y, k) { "y = 11\nk = eval ('y') + 1"; }
  CHECK (y == 11 && k == 12);
  with_objmode (y, k) { "y = 2\nk = sum ([y for _ in range (3)])"; }
  CHECK (y == 2 && k == 6);

  /* Other orders and forms.  */
  with_objmode (y, k) { "k = a\ny = a + 1"; }
  CHECK (y == 4 && k == 3);
  with_objmode (y, k) { "y = k = a"; }
  CHECK (y == 3 && k == 3);
  with_objmode (y, k) { "y, k = 1, 2"; }
  CHECK (y == 1 && k == 2);
  with_objmode (y) { "y = 1\ny = 2"; }
  CHECK_NUM (y, 2);
  with_objmode (y) { "y = 1\ny += 2"; }
  CHECK_NUM (y, 3);
  with_objmode (y) { "y: int = 4"; }
  CHECK_NUM (y, 4);
  with_objmode (y, k) { "k = 1\nif a: y = 1\ny = 5"; }
  CHECK (y == 5 && k == 1);
  with_objmode (y, k, z) { "z = 1\ny = 2\nk = 3"; }
  CHECK (y == 2 && k == 3 && z == 1);

  /* A function that outlives the block sees the last value.  */
  with_objmode (y) { "kept.append (lambda: y)\ny = 30"; }
  CHECK (y == 30 && again () == 30);
  with_objmode (y, k) {
    "def f (): return y + k\n"
    "kept.append (f)\n"
    "y = 20\n"
    "k = 3";
  }
  CHECK (y == 20 && again () == 23);

  /* Conversion and failure.  */
  with_objmode (y) { "y = Number ()"; }
  CHECK_NUM (y, 7);
  y = k = 50;
  with_objmode (y, k, error (rc)) { "y = 1\nk = 'text'"; }
  CHECK (rc && y == 50 && k == 50);
  CHECK_STR (objmode_error ()->variable, "k");
  with_objmode (y, error (rc)) { "y = 1, 2"; }
  CHECK (rc && strcmp (objmode_error ()->variable, "y") == 0);
  int line = __LINE__ + 3;
  with_objmode (y, k, error (rc)) {
    "y = 1\n"
    "k = 1 // (a - 3)";
  }
  CHECK (rc && objmode_error ()->line == line && y == 50);
  CHECK (strstr (objmode_error ()->traceback, "k = 1 // (a - 3)"));
  return 0;
}
