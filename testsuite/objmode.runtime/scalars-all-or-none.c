/* All outputs or none; an output that is not assigned; shared variables.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "scalars", NULL);
TYPE (i32, INT, int32_t);
TYPE (f64, FLOAT, double);

struct frame { int32_t which; double a; int32_t *b; int32_t c; };

static const struct __objmode_var vars[] = {
  SCALAR (struct frame, which, i32, IN),
  SCALAR (struct frame, a, f64, IN | OUT),
  SHARED (struct frame, b, i32, IN | OUT),
  SCALAR (struct frame, c, i32, OUT)
};

BLOCK (block, unit, vars, OBJMODE_BLOCK_REPORT,
       "def f(which, a, b):\n"
       "  a, b = a + 1, b * 2\n"
       "  if which == 0: c = 5\n"
       "  if which == 1: c = 5.5\n"
       "  return a, b, c\n");

int
main (void)
{
  int32_t b = 21;
  struct frame frame = { 0, 1.5, &b, 7 };

  CHECK (RUN (block, &frame) == OBJMODE_DONE);
  CHECK (frame.a == 2.5 && b == 42 && frame.c == 5);
  frame.which = 1;
  CHECK (RUN (block, &frame) == OBJMODE_FAILED);
  CHECK (error_is ("TypeError", "'c'"));
  CHECK (frame.a == 2.5 && b == 42 && frame.c == 5);
  frame.which = 2;
  CHECK (RUN (block, &frame) == OBJMODE_FAILED);
  CHECK (error_is ("UnboundLocalError", "'c'"));
  CHECK_STR (objmode_error ()->variable, "c");
  CHECK (frame.a == 2.5 && b == 42 && frame.c == 5);
  return 0;
}
