/* Const memory cannot be written, by no trick; layouts are checked.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "arrays", NULL);
TYPE (f64, FLOAT, double);
POINTER_TYPE (string, STRING, "const char *");

struct frame { MEMORY (1) a; const char *text; };

static const struct __objmode_var vars[] = {
  ARRAY_OF (struct frame, a, f64, 1, IN | OBJMODE_VAR_CONST),
  SCALAR (struct frame, text, string, IN)
};

BLOCK (block, unit, vars, OBJMODE_BLOCK_REPORT,
       "def f(a, text):\n"
       "  import numpy\n"
       "  exec(text)\n");

struct frame2 { MEMORY (2) a; };

static const struct __objmode_var vars2[]
  = { ARRAY_OF (struct frame2, a, f64, 2, IN | OBJMODE_VAR_LAYOUT_C) };
BLOCK (c_order, unit, vars2, OBJMODE_BLOCK_REPORT, "def f(a): pass\n");
static const struct __objmode_var vars3[]
  = { ARRAY_OF (struct frame2, a, f64, 2, IN | OBJMODE_VAR_LAYOUT_F) };
BLOCK (f_order, unit, vars3, OBJMODE_BLOCK_REPORT, "def f(a): pass\n");

int
main (void)
{
  static const double a[3] = { 1, 2, 3 };
  static const char *const tricks[] = {
    "a[0] = 5", "a += 1", "a.flags.writeable = True",
    "b = a[:]; b.flags.writeable = True; b[0] = 5",
    "a.base.x = 1", "a.setflags(write=True)", "a.view('i8')[0] = 1",
    "a.sort()", "numpy.copyto(a, 0)", "memoryview(a)[0] = 1.0",
    "numpy.frombuffer(a)[0] = 1"
  };
  struct frame frame = { { (void *) a, { 3 }, { 1 } }, NULL };
  struct frame2 frame2 = { { (void *) a, { 3, 1 }, { 1, 1 } } };
  double wide[2][3];

  for (size_t i = 0; i < sizeof tricks / sizeof *tricks; i++)
    {
      frame.text = tricks[i];
      CHECK (RUN (block, &frame) == OBJMODE_FAILED);
      CHECK (error_is (i == 4 ? "AttributeError"
		       : i == 9 ? "TypeError" : "ValueError", ""));
      CHECK_NUM (a[0], 1);
    }
  frame.text = "assert a.sum() == 6 and not a.flags.writeable";
  CHECK (RUN (block, &frame) == OBJMODE_DONE);

  CHECK (RUN (c_order, &frame2) == OBJMODE_DONE);
  CHECK (RUN (f_order, &frame2) == OBJMODE_DONE);
  frame2.a.data = wide;
  frame2.a.shape[0] = frame2.a.shape[1] = 2;
  frame2.a.strides[0] = 3;
  CHECK (RUN (c_order, &frame2) == OBJMODE_FAILED);
  CHECK (error_is ("ValueError", "not contiguous in C order"));
  CHECK (RUN (f_order, &frame2) == OBJMODE_FAILED);
  return 0;
}
