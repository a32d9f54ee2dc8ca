/* C calls Python calls C calls Python, with the GIL given up or held, and
   an exception that is set meanwhile survives.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "nested", NULL);
TYPE (i64, INT, int64_t);
TYPE (i32, INT, int32_t);

struct frame { int64_t address; int32_t depth; int32_t held; int32_t sum; };
static const struct __objmode_var vars[] = {
  SCALAR (struct frame, address, i64, IN),
  SCALAR (struct frame, depth, i32, IN),
  SCALAR (struct frame, held, i32, IN),
  SCALAR (struct frame, sum, i32, OUT)
};
BLOCK (block, unit, vars, OBJMODE_BLOCK_REPORT,
       "def f(address, depth, held):\n"
       "  import ctypes\n"
       "  kind = ctypes.PYFUNCTYPE if held else ctypes.CFUNCTYPE\n"
       "  call = kind(ctypes.c_int, ctypes.c_int, ctypes.c_int)(address)\n"
       "  if depth == 0: raise KeyError('bottom')\n"
       "  try: 1 / 0\n"
       "  except ZeroDivisionError:\n"
       "    r = call(depth - 1, held) + 1\n"
       "  return r\n");

static int
recurse (int depth, int held)
{
  struct frame frame = { (int64_t) (intptr_t) recurse, depth, held, 0 };
  int status = RUN (block, &frame);

  if (depth == 0)
    {
      CHECK (status == OBJMODE_FAILED && error_is ("KeyError", "bottom"));
      return 0;
    }
  CHECK (status == OBJMODE_DONE);
  return frame.sum;
}

int
main (void)
{
  for (int i = 0; i < 3; i++)
    {
      CHECK (recurse (50, 0) == 50);
      CHECK (recurse (50, 1) == 50);
    }
  return 0;
}
