/* Arrays are views: no copy, any strides, any extents.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "arrays", NULL);
TYPE (f64, FLOAT, double);
TYPE (i16, INT, int16_t);
TYPE (i64, INT, int64_t);

struct frame { MEMORY (2) a; MEMORY (1) b; int64_t address; };

static const struct __objmode_var vars[] = {
  ARRAY_OF (struct frame, a, f64, 2, IN),
  ARRAY_OF (struct frame, b, i16, 1, IN),
  SCALAR (struct frame, address, i64, OUT)
};

BLOCK (block, unit, vars, OBJMODE_BLOCK_REPORT,
       "def f(a, b):\n"
       "  a *= 2\n"
       "  b[...] = 9\n"
       "  assert a.shape == (2, 3) and str(a.dtype) == 'float64'\n"
       "  assert str(b.dtype) == 'int16'\n"
       "  return a.ctypes.data\n");

int
main (void)
{
  double a[2][4] = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 } };
  int16_t b[6] = { 0 };
  struct frame frame = { { a, { 2, 3 }, { 4, 1 } }, { b, { 3 }, { 2 } }, 0 };

  CHECK (RUN (block, &frame) == OBJMODE_DONE);
  CHECK (a[0][0] == 2 && a[0][2] == 6 && a[0][3] == 4 && a[1][2] == 14);
  CHECK (b[0] == 9 && b[1] == 0 && b[2] == 9 && b[4] == 9 && b[5] == 0);
  CHECK ((char *) frame.address == (char *) a);

  frame.b.data = NULL;
  CHECK (RUN (block, &frame) == OBJMODE_FAILED);
  CHECK (error_is ("ValueError", "'b' (C int16_t array): is a null pointer"));
  frame.b.shape[0] = 0;
  CHECK (RUN (block, &frame) == OBJMODE_DONE);
  frame.b.shape[0] = -1;
  CHECK (RUN (block, &frame) == OBJMODE_FAILED);
  CHECK (error_is ("ValueError", "negative"));
  frame.b.data = b;
  frame.b.shape[0] = (ptrdiff_t) 1 << 62;
  CHECK (RUN (block, &frame) == OBJMODE_FAILED);
  CHECK (error_is ("ValueError", "address space"));
  CHECK_STR (objmode_error ()->variable, "b");
  return 0;
}
