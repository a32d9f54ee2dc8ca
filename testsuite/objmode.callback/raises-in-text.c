/* What a callback raises is raised by the C function that the text has called.
   C gets zero.  */
/* { dg-do run } */
#include "check.h"
typedef int (*fn) (int);
static int got[20], n_got;
static int each (fn f, int n)
{
  n_got = n;
  for (int i = 0; i < n; i++)
    got[i % 20] = f (i);
  return 7;
}
static objmode_object *give (fn f, objmode_object *o) { f (0); return objmode_retain (o); }
static int outer (fn f) { return each (f, 1) + 100; }

objmode_module {
  R"(
    import sys
    def bad (x): raise ValueError (f'bad {x}')
    def some (x):
        if x % 2: raise KeyError (x)
        return x + 5
    class Mine (Exception): pass
  )";
}

int
main (void)
{
  int y = 0, rc = 0;
  got[0] = -1;
  with_objmode (y) { R"(
    try: each (bad, 1)
    except ValueError as e:
        assert str (e) == 'bad 0' and not hasattr (e, '__notes__')
        assert e.__traceback__.tb_next.tb_frame.f_code.co_name == 'bad'
        y = 1
  )"; }
  CHECK (y == 1 && n_got == 1 && got[0] == 0);
  /* The first one; later ones are notes, of which there are not many.  */
  with_objmode (y) { R"(
    try: each (some, 6)
    except KeyError as e:
        assert e.args == (1,), e
        assert e.__notes__ == ['also raised, later: KeyError: 3', 'also raised, later: KeyError: 5'], e.__notes__
        y = 2
  )"; }
  CHECK (y == 2 && n_got == 6 && got[0] == 5 && got[1] == 0 && got[2] == 7 && got[4] == 9);
  with_objmode (y) { R"(
    try: each (bad, 100000)
    except ValueError as e:
        assert len (e.__notes__) == 11 and e.__notes__[-1] == 'also raised, later: 99989 more', e.__notes__
        y = 3
  )"; }
  CHECK_NUM (y, 3);
  /* The innermost C function raises it.  */
  with_objmode (y) { R"(
    def middle (x):
        try: each (bad, 1)
        except ValueError: return 20
    y = outer (middle)
    assert y == 107
    def through (x): return each (bad, 1)
    try: outer (through)
    except ValueError as e: y += 1
    def other (x):
        try: each (bad, 1)
        except ValueError as e: raise Mine from e
    try: outer (other)
    except Mine as e: y += type (e.__cause__) is ValueError
  )"; }
  CHECK_NUM (y, 109);
  /* What the C function has returned is dropped, not lost.  */
  with_objmode (y) { R"(
    thing = []
    before = sys.getrefcount (thing)
    for i in range (100):
        try: give (bad, thing)
        except ValueError: pass
    y = sys.getrefcount (thing) - before
  )"; }
  CHECK_NUM (y, 0);
  /* KeyboardInterrupt and SystemExit go the same way.  */
  with_objmode (y) { R"(
    def stop (x): raise KeyboardInterrupt
    def leave (x): sys.exit (3)
    y = 0
    try: each (stop, 1)
    except KeyboardInterrupt: y += 1
    try: each (leave, 1)
    except SystemExit as e: y += e.code
  )"; }
  CHECK_NUM (y, 4);
  /* It ends the block as any exception does.  */
  with_objmode (y, error (rc)) { R"(
    y = each (bad, 1)
  )"; }
  CHECK (rc != 0 && y == 4);
  CHECK_STR (objmode_error ()->type, "ValueError");
  CHECK_STR (objmode_error ()->message, "bad 0");
  CHECK_NUM (objmode_error ()->line, 20);
  return 0;
}
