/* Module blocks run once, in order, and units reach each other.  */
/* { dg-do run } */
#include "runtime-test.h"

static struct __objmode_module second = {
  "values.append(2)\nclass C: pass\n", NULL, 20, 20, NULL
};
static struct __objmode_module first = {
  "values = [1]\ndef bar(x):\n  return x * 2\n", NULL, 10, 10, &second
};
UNIT (unit, "heat", &first);

static struct __objmode_module other_module = {
  "import objmode.heat as heat\nvalues = heat.values + [3]\n", NULL, 1, 1,
  NULL
};
UNIT (other, "other", &other_module);
UNIT (twin, "heat", NULL);

static struct __objmode_module bad_module = {
  "count = globals().get('count', 0) + 1\n1 / 0\n", NULL, 30, 30, NULL
};
UNIT (bad, "bad", &bad_module);

TYPE (i32, INT, int32_t);
struct frame { int32_t r; };
static const struct __objmode_var vars[]
  = { SCALAR (struct frame, r, i32, OUT) };

BLOCK (use_other, other, vars, 0,
       "def f():\n  assert values == [1, 2, 3]\n  return heat.bar(21)\n");
BLOCK (use, unit, vars, 0,
       "def f():\n"
       "  import sys, objmode.heat\n"
       "  m = sys.modules['objmode.heat']\n"
       "  assert m.values is values and m is objmode.heat\n"
       "  assert m.__file__.endswith('modules-in-order.c')\n"
       "  assert 'f' not in globals() and 'use' not in globals()\n"
       "  assert C.__module__ == 'objmode.heat'\n"
       "  return bar(4)\n");
BLOCK (use_twin, twin, vars, 0,
       "def f():\n  import objmode\n  assert __name__ == 'objmode.heat_2'\n"
       "  return objmode.heat_2.__dict__ is globals()\n");
BLOCK (use_bad, bad, vars, OBJMODE_BLOCK_REPORT, "def f(): return count\n");
BLOCK (use_bad_too, bad, vars, OBJMODE_BLOCK_REPORT,
       "def f(): return count\n");

int
main (void)
{
  struct frame frame = { 0 };

  __objmode_link_with_lobjmode (&unit);
  __objmode_link_with_lobjmode (&other);
  __objmode_link_with_lobjmode (&twin);
  CHECK (RUN (use_other, &frame) == OBJMODE_DONE && frame.r == 42);
  CHECK (RUN (use, &frame) == OBJMODE_DONE && frame.r == 8);
  CHECK (RUN (use_twin, &frame) == OBJMODE_DONE && frame.r == 1);
  for (int i = 0; i < 2; i++)
    {
      CHECK (RUN (use_bad, &frame) == OBJMODE_FAILED);
      CHECK (error_is ("ZeroDivisionError", "division"));
      CHECK (objmode_error ()->line == 31);
      CHECK (RUN (use_bad_too, &frame) == OBJMODE_FAILED);
      CHECK (error_is ("ZeroDivisionError", "division"));
    }
  return 0;
}
